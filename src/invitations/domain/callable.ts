import type { Slice } from '../../agendas/domain/released-agenda';
import type { Standing } from '../../groups/domain/may-be-called';
import type { Part } from '../../groups/domain/part';
import type { MeetingId, PersonId } from '../../kernel/identifiers';
import type { Language } from '../../kernel/in-words';
import type { Instant } from '../../kernel/instant';
import type { Reach } from '../../people/domain/reach';
import type { Appointment } from './appointment';
import type { ToldSoFar } from './told-so-far';

/** Somebody who is or was in the group, as the broker sees them: what holds for them today. */
export interface CallablePerson {
  readonly personId: PersonId;
  readonly part: Part;
  readonly calledName: string;
  readonly fullName: string;
  readonly language: Language;
  readonly standing: Standing;
  readonly reach: Reach;
  /** By the messages that are not lost. */
  readonly told: ToldSoFar;
  /** Their own page names another caller, or another number to phone, than holds now. */
  readonly knowsAnotherCaller: boolean;
}

/** A booked meeting as the broker sees one. `revision` rises with every change of it. */
export interface CallableMeeting {
  readonly id: MeetingId;
  readonly number: number;
  readonly revision: number;
  readonly sequence: number;
  readonly appointment: Appointment;
  readonly startsAt: Instant;
  readonly isOff: boolean;
  /** People have been called to it, whatever came of it later. */
  readonly isCalled: boolean;
  /** When those who are invited to one of its items, or stand in for somebody, are there. */
  readonly guests: ReadonlyMap<PersonId, Slice>;
  /** Whose place is taken at it, and by whom. */
  readonly deputies: ReadonlyMap<PersonId, PersonId>;
}

/** A booked meeting as one person is called to it: its time is theirs. */
export type OwnCall<Booked extends CallableMeeting = CallableMeeting> = Booked & {
  /** null for whoever comes to all of it. */
  readonly slice: Slice | null;
  /** False when it goes on without them. */
  readonly isInvited: boolean;
};
