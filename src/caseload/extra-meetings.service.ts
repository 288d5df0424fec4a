import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { DomainError } from '../kernel/domain-error';
import type { GroupId } from '../kernel/identifiers';
import { Bookings } from '../meetings/bookings.service';
import type { Meeting } from '../meetings/domain/meeting';
import { Stamp } from '../people/stamp.service';
import { personOf } from '../planning/domain/propose-year';
import { YearWishes } from '../planning/domain/year-wishes';
import { seatsOf } from './domain/group-in-caseload';
import { type ExtraTime, extraTimes, extraWhy } from './domain/extra-times';
import { takenBeside } from './domain/next-row';
import { nextNumber } from './domain/next-stretch';
import { type RowRead, RowReading } from './next-reading.service';

/** A meeting begins no sooner than this from now: people are to have time to hear of it. */
const minutesToTell = 120;

export interface OfferedTimes {
  readonly read: RowRead;
  readonly times: readonly ExtraTime[];
}

/** Finds time for one more meeting at once, and books it; nothing else is moved. */
@Injectable()
export class ExtraMeetings {
  constructor(
    private readonly reading: RowReading,
    private readonly bookings: Bookings,
    private readonly stamp: Stamp,
  ) {}

  async offer(viewer: Viewer, groupId: GroupId): Promise<OfferedTimes> {
    const read = await this.reading.of(viewer, groupId, this.stamp.today());
    return { read, times: extraTimes(this.questionOf(read)) };
  }

  /** A time is taken only if it is still among those that are offered. */
  async book(viewer: Viewer, groupId: GroupId, chosen: { readonly day: string; readonly start: string }) {
    const { read, times } = await this.offer(viewer, groupId);
    const time = times.find(({ span }) => span.day.iso === chosen.day && span.start.toString() === chosen.start);
    if (!time) throw new DomainError('timeNotOffered', { field: 'form' });
    const { span } = time;
    const { form, place, placeIsPublic, lengthReason, thingId = null } = read.wishes;
    const terms = { ...span, form, place, placeIsPublic, lengthReason, thingId };
    const booking = { ...terms, number: nextNumber(read.meetings), target: span.day, why: extraWhy(time) };
    await this.bookings.amend(viewer, groupId, { added: [booking], dropped: [] });
  }

  private questionOf({ group, profile, wishes: parts, meetings, known, calendar }: RowRead) {
    const wishes = new YearWishes(parts, profile);
    const { core, network } = seatsOf(group);
    const own = meetings.filter(({ takesTime }) => takesTime).map(spanOf);
    const taken = [...known.taken, ...[...core, ...network].flatMap((personId) => takenBeside(personId, own))];
    const person = (id: string) => personOf(id, { ...known, taken, wishes });
    const soon = this.stamp.now().plusMinutes(minutesToTell);
    return {
      from: { day: soon.dayIn(known.zone), time: soon.timeIn(known.zone) },
      minutes: parts.minutes,
      earliest: wishes.earliest,
      latest: wishes.latest,
      core: [...core, ...(parts.thingId === undefined ? [] : [parts.thingId])].map(person),
      network: network.map(person),
      calendar,
      isAtHome: parts.form === 'home',
    };
  }
}

const spanOf = ({ span }: Meeting) => span;
