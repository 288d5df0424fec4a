import type { ResourceGroup } from '../../groups/domain/resource-group';
import type { Standing } from '../../groups/domain/may-be-called';
import type { MeetingId, PersonId } from '../../kernel/identifiers';
import { Instant } from '../../kernel/instant';
import type { Meeting } from '../../meetings/domain/meeting';
import type { Person } from '../../people/domain/person';
import type { Reach } from '../../people/domain/reach';
import type { ReleasedLine } from '../../agendas/domain/released-agenda';
import { type CallableMeeting, type CallLine, callList, meetingsAhead, type PutBefore } from './call-list';
import { type NotReady, notReady } from './ready-to-send';
import type { Caller } from './recipient';

export interface Known {
  readonly person: Person;
  readonly reach: Reach;
}

export interface GatheringParts {
  readonly group: ResourceGroup;
  readonly known: ReadonlyMap<PersonId, Known>;
  readonly standings: ReadonlyMap<PersonId, Standing>;
  readonly meetings: readonly Meeting[];
  readonly agendas: ReadonlyMap<MeetingId, readonly ReleasedLine[]>;
  readonly caller: Caller | null;
  readonly putBefore: readonly PutBefore[];
  readonly now: Instant;
}

/** A meeting with the moment it starts, as the broker wants it. */
export interface BookedMeeting extends CallableMeeting {
  readonly meeting: Meeting;
}

/** Everything that decides a group's calls, read once: who, when, about what, and what was sent before. */
export class Gathering {
  readonly booked: readonly BookedMeeting[];
  readonly ahead: readonly BookedMeeting[];
  readonly lines: readonly CallLine[];

  constructor(readonly parts: GatheringParts) {
    this.booked = parts.meetings.map(bookedMeeting);
    this.ahead = meetingsAhead(this.booked, parts.now);
    this.lines = callList({
      groupId: parts.group.id,
      people: parts.group.present.flatMap((member) => this.callable(member.personId)),
      meetings: this.booked,
      now: parts.now,
      putBefore: parts.putBefore,
    });
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
    return this.lines.every(({ messages }) => messages.length === 0);
  }

  person(personId: PersonId): Person | null {
    return this.parts.known.get(personId)?.person ?? null;
  }

  /** Everybody who is or was in the group, as far as the viewer knows them. */
  get people(): readonly Person[] {
    return [...this.parts.known.values()].map(({ person }) => person);
  }

  private callable(personId: PersonId) {
    const known = this.parts.known.get(personId);
    const member = this.parts.group.memberOf(personId);
    const standing = this.parts.standings.get(personId);
    if (!known || !member || !standing) return [];
    const { calledName, fullName, language } = known.person;
    return [{ personId, part: member.part, calledName, fullName, language, standing, reach: known.reach }];
  }
}

function bookedMeeting(meeting: Meeting): BookedMeeting {
  const { id, number, revision, state, day, start, zone } = meeting;
  const startsAt = Instant.atWallTime(day, start, zone);
  return {
    id,
    number,
    revision,
    startsAt,
    isOff: state === 'cancelled' || state === 'held',
    isCalled: state !== 'planned',
    meeting,
  };
}
