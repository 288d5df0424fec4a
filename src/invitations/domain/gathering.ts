import type { Reader } from '../../groups/domain/readership';
import type { ResourceGroup } from '../../groups/domain/resource-group';
import type { Standing } from '../../groups/domain/may-be-called';
import type { MeetingId, PersonId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import type { Deputy } from '../../meetings/domain/deputy';
import type { Meeting } from '../../meetings/domain/meeting';
import type { Person } from '../../people/domain/person';
import type { Reach } from '../../people/domain/reach';
import type { ReleasedLine } from '../../agendas/domain/released-agenda';
import { AnswerBook } from '../../answers/domain/standing-answer';
import type { Act, Choice } from '../../answers/domain/act';
import type { ToldMeeting } from '../../meetings/domain/told-meeting';
import type { Delivery } from '../../outbox/domain/delivery';
import { type Calling, type CallLine, callList, meetingsAhead } from './call-list';
import type { CallableMeeting, CallablePerson, OwnCall } from './callable';
import { attendanceAt, meetingsFor } from './own-appointment';
import { toldSoFar } from './told-so-far';
import { appointmentOf } from './appointment';
import { type NotReady, notReady } from './ready-to-send';
import type { LinkShown } from './personal-link';
import type { Caller } from './recipient';

export interface Known {
  readonly person: Person;
  readonly reach: Reach;
}

/** What is told of a meeting's agenda; `release` is null while it is still a draft. */
export interface AgendaToTell {
  readonly release: number | null;
  readonly lines: readonly ReleasedLine[];
}

export interface GatheringParts {
  readonly group: ResourceGroup;
  readonly known: ReadonlyMap<PersonId, Known>;
  readonly standings: ReadonlyMap<PersonId, Standing>;
  readonly meetings: readonly Meeting[];
  readonly agendas: ReadonlyMap<MeetingId, AgendaToTell>;
  readonly caller: Caller | null;
  /** As they stand today: what would be stopped counts as stopped. */
  readonly deliveries: readonly Delivery[];
  /** The meetings as they were when they were told. */
  readonly history: readonly ToldMeeting[];
  /** Who stands in for whom at these meetings. */
  readonly deputies?: readonly Deputy[];
  readonly acts: readonly Act[];
  /** What people's own pages show, by person. */
  readonly shown: ReadonlyMap<PersonId, LinkShown>;
  readonly now: Instant;
}

/** A meeting with the moment it starts, as the broker wants it. */
export interface BookedMeeting extends CallableMeeting {
  readonly meeting: Meeting;
  /** The release of the agenda that is told now; null while it is still a draft. */
  readonly release: number | null;
}

/** Everything that decides a group's calls, read once: who, when, about what, and what was sent before. */
export class Gathering {
  readonly booked: readonly BookedMeeting[];
  readonly ahead: readonly BookedMeeting[];
  readonly lines: readonly CallLine[];

  readonly answers: AnswerBook;
  readonly calling: Calling;

  constructor(readonly parts: GatheringParts) {
    const { group, meetings, agendas, history, deliveries, now, deputies = [] } = parts;
    const called = new Set(history.map(({ id }) => id));
    this.booked = meetings.map((meeting) => {
      const agenda = agendas.get(meeting.id) ?? nothingToTell;
      return bookedMeeting(meeting, { isCalled: called.has(meeting.id), agenda, deputies });
    });
    this.ahead = meetingsAhead(this.booked, now);
    this.answers = new AnswerBook(parts.acts);
    this.calling = {
      groupId: group.id,
      people: group.members.flatMap((member) => this.callable(member.personId)),
      meetings: this.booked,
      now,
      putBefore: deliveries.map(({ message }) => message.once),
    };
    this.lines = callList(this.calling);
  }

  get lacks(): readonly NotReady[] {
    return notReady({
      isForming: this.parts.group.state === 'forming',
      meetingsAhead: this.ahead.length,
      hasCaller: this.parts.caller !== null,
      everybodyIsSeen: this.parts.group.present.every(({ personId }) => this.parts.known.has(personId)),
      lines: this.lines,
    });
  }

  /** Nothing is left to tell anybody. */
  get isTold(): boolean {
    return this.lines.every(({ messages }) => messages.length === 0) && !this.hasSilentChange;
  }

  /** Something was changed that nobody needs to hear of; sending makes it hold all the same. */
  get hasSilentChange(): boolean {
    return (
      this.lines.every(({ messages }) => messages.length === 0) &&
      this.ahead.some(({ meeting }) => meeting.state === 'moved')
    );
  }

  person(personId: PersonId): Person | null {
    return this.parts.known.get(personId)?.person ?? null;
  }

  /** Everybody who is or was in the group, as far as the viewer knows them. */
  get people(): readonly Person[] {
    return [...this.parts.known.values()].map(({ person }) => person);
  }

  /** As one person is called to them. */
  bookedFor(person: Reader): readonly OwnCall<BookedMeeting>[] {
    return meetingsFor(person, this.booked);
  }

  /** Those still to come that the person is called to, soonest first. */
  aheadFor(person: Reader): readonly OwnCall<BookedMeeting>[] {
    return meetingsAhead(this.bookedFor(person), this.parts.now);
  }

  /** What somebody has answered about the time they know. */
  answerTo({ id, meeting, slice }: OwnCall<BookedMeeting>, { personId, told }: CallablePerson): Choice | null {
    const since = slice === null ? meeting.since : told.get(id)?.asking.since;
    return since === undefined ? null : (this.answers.standing({ id, since }, personId)?.choice ?? null);
  }

  /** For "Möte 3 av 7". */
  get lastNumber(): number {
    return Math.max(0, ...this.booked.filter(({ isOff }) => !isOff).map(({ number }) => number));
  }

  private callable(personId: PersonId): readonly CallablePerson[] {
    const { group, known: everybody, standings, deliveries, history } = this.parts;
    const known = everybody.get(personId);
    const member = group.memberOf(personId);
    const standing = standings.get(personId);
    if (!known || !member || !standing) return [];
    const { calledName, fullName, language } = known.person;
    const told = toldSoFar(deliveries, personId, history);
    const { reach } = known;
    const knowsAnotherCaller = isAnother(this.parts.caller, this.parts.shown.get(personId));
    return [{ personId, part: member.part, calledName, fullName, language, standing, reach, told, knowsAnotherCaller }];
  }
}

const isAnother = (caller: Caller | null, shown: LinkShown | undefined): boolean =>
  caller !== null &&
  shown !== undefined &&
  (caller.firstName !== shown.caller.firstName || caller.workPhone !== shown.caller.workPhone);

const nothingToTell: AgendaToTell = { release: null, lines: [] };

interface Around {
  readonly isCalled: boolean;
  readonly agenda: AgendaToTell;
  readonly deputies: readonly Deputy[];
}

function bookedMeeting(meeting: Meeting, { isCalled, agenda: { release, lines }, deputies }: Around): BookedMeeting {
  const { id, number, revision, sequence, state, startsAt } = meeting;
  const isOff = state === 'cancelled' || state === 'held';
  const appointment = appointmentOf(meeting);
  return {
    id,
    number,
    revision,
    sequence,
    startsAt,
    isOff,
    isCalled,
    appointment,
    ...attendanceAt({ meeting, lines, deputies }),
    meeting,
    release,
  };
}
