import type { CalendarDate } from '../../kernel/calendar-date';
import type { GroupId, Id, OrganisationId, PersonId, UserId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';

export type StepKind = 'made' | 'changed' | 'reached' | 'done' | 'put-aside' | 'taken-up';

/** Somebody with an account, or somebody with a personal link. */
export type AuthorId = UserId | PersonId;

/** Who does something, and when. */
export interface Mark {
  readonly id: Id<'step'>;
  readonly by: AuthorId;
  readonly at: Instant;
}

/** How it stood before the step; null where nothing stood or nothing changed. */
export interface Before {
  readonly earlierWords: string | null;
  readonly earlierDay: CalendarDate | null;
  readonly earlierWho: PersonId | null;
}

/** One line in the history of a goal or a task. It is never changed. */
export interface Step extends Mark, Before {
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly subjectId: Id<'goal'> | Id<'task'>;
  /** 1, 2, 3 … for each goal or task. */
  readonly number: number;
  readonly kind: StepKind;
}

const nothing: Before = { earlierWords: null, earlierDay: null, earlierWho: null };

interface Subject {
  readonly id: Id<'goal'> | Id<'task'>;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
}

export const firstStep = (subject: Subject, mark: Mark): readonly Step[] => [stepOf(subject, 1, 'made', mark)];

/** The history with one step more. */
export function stepsWith(
  subject: Subject & { readonly steps: readonly Step[] },
  kind: StepKind,
  mark: Mark,
  before: Partial<Before> = {},
): readonly Step[] {
  return [...subject.steps, { ...stepOf(subject, subject.steps.length + 1, kind, mark), ...before }];
}

function stepOf({ id: subjectId, organisationId, groupId }: Subject, number: number, kind: StepKind, mark: Mark): Step {
  return { ...nothing, ...mark, organisationId, groupId, subjectId, number, kind };
}
