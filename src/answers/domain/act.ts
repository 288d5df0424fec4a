import { DomainError } from '../../kernel/domain-error';
import type { GroupId, Id, MeetingId, OrganisationId, PersonId, UserId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import { plainParagraph } from '../../people/domain/personal-number';

export type ActId = Id<'answer act'>;

export type Choice = 'yes' | 'no' | 'maybe';
export const choices: readonly Choice[] = ['yes', 'no', 'maybe'];

/** How an answer came: on the person's own page, by their calendar, or by word to somebody of the staff. */
export type AnswerWay = 'link' | 'calendar' | 'phone';

/** An answer as it reaches us. */
export interface GivenAct {
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly meetingId: MeetingId;
  readonly personId: PersonId;
  /** The meeting's revision that the person had before them. */
  readonly revision: number;
  readonly choice: Choice;
  readonly way: AnswerWay;
  readonly actedAt: Instant;
  /** Who of the staff wrote it down; null when the person answered themselves. */
  readonly by: UserId | null;
  readonly comment: string;
  /** Unique for ever, so that what comes twice counts once: `link:<uuid>`, `mail:<hash>`. */
  readonly source: string;
}

export interface Arrival {
  readonly id: ActId;
  readonly recordedAt: Instant;
  /** The first that came from this person about this meeting is 1. */
  readonly arrival: number;
}

/** One time somebody answered about one meeting. Acts are added and never changed. */
export class Act implements GivenAct, Arrival {
  readonly id: ActId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly meetingId: MeetingId;
  readonly personId: PersonId;
  readonly revision: number;
  readonly choice: Choice;
  readonly way: AnswerWay;
  readonly actedAt: Instant;
  readonly recordedAt: Instant;
  readonly arrival: number;
  readonly by: UserId | null;
  readonly comment: string;
  readonly source: string;

  constructor(given: GivenAct & Arrival) {
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.groupId = given.groupId;
    this.meetingId = given.meetingId;
    this.personId = given.personId;
    this.revision = revisionFrom(given.revision);
    this.choice = given.choice;
    this.way = given.way;
    // Nobody answers after we have learnt of it: a clock that is fast says no more than that it came.
    this.actedAt = given.recordedAt.isBefore(given.actedAt) ? given.recordedAt : given.actedAt;
    this.recordedAt = given.recordedAt;
    this.arrival = given.arrival;
    this.by = given.by;
    this.comment = answerComment(given.comment);
    this.source = given.source;
  }
}

/** What somebody wrote beside their answer. */
export const answerComment = (text: string): string => plainParagraph(text, { field: 'answerComment', max: 2000 });

function revisionFrom(revision: number): number {
  if (!Number.isInteger(revision) || revision < 1) throw new DomainError('noSuchRevision', { given: revision });
  return revision;
}
