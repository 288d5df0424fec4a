import { DomainError } from '../../kernel/domain-error';
import type { PersonId } from '../../kernel/identifiers';
import type { Member } from './member';
import type { Part } from './part';
import type { ResourceGroup } from './resource-group';

/** What a group needs before it can be made; only while it is forming may its people be swapped outright. */
export function requireForming(group: ResourceGroup): ResourceGroup {
  if (group.state !== 'forming') throw new DomainError('groupAlreadyMade');
  return group;
}

/** The given people take the places of whoever had these parts in the draft. */
export function withPeopleIn(
  group: ResourceGroup,
  swapped: readonly Part[],
  newcomers: readonly Member[],
): ResourceGroup {
  const coming = new Set(newcomers.map((member) => member.personId));
  const staying = requireForming(group).members.filter(
    (member) => !swapped.includes(member.part) && !coming.has(member.personId),
  );
  return group.with({ members: [...staying, ...newcomers] });
}

/** What each is there for, in the service user's words. */
export function withFunctions(group: ResourceGroup, functions: ReadonlyMap<PersonId, string>): ResourceGroup {
  const described = group.members.map((member) =>
    member.asWhat(functions.get(member.personId) ?? member.functionInGroup),
  );
  return group.with({ members: described });
}

export type FormingStep = 'serviceUser' | 'core' | 'chosen' | 'functions' | 'permissions' | 'size';

interface Draft {
  readonly group: ResourceGroup;
  /** Everybody in the draft has answered whether they take part. */
  readonly isPermitted: boolean;
  /** The size asks for a reason. */
  readonly isUnusual: boolean;
}

const isDone: Readonly<Record<FormingStep, (draft: Draft) => boolean>> = {
  serviceUser: () => true,
  core: ({ group }) => group.inPart('coordinator') !== null && group.inPart('doctor') !== null,
  chosen: ({ group }) => group.inPart('network') !== null,
  functions: ({ group }) => group.inPart('network') !== null && group.present.every(isDescribed),
  permissions: ({ group, isPermitted }) => group.inPart('network') !== null && isPermitted,
  size: ({ group }) => group.sizeReason !== '',
};

const isDescribed = (member: Member): boolean => member.part !== 'network' || member.functionInGroup !== '';

export interface StepState {
  readonly step: FormingStep;
  readonly isDone: boolean;
}

/** The questions on the way to a group, in order; the last is only asked when the size is unusual. */
export function formingSteps(draft: Draft): readonly StepState[] {
  const asked: readonly FormingStep[] = ['serviceUser', 'core', 'chosen', 'functions', 'permissions'];
  const steps: readonly FormingStep[] = draft.isUnusual ? [...asked, 'size'] : asked;
  return steps.map((step) => ({ step, isDone: isDone[step](draft) }));
}
