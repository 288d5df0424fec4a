import { Injectable } from '@nestjs/common';
import type { GroupId, OrganisationId, PersonId, ThingId } from '../kernel/identifiers';
import { TimeOfDay } from '../kernel/time-of-day';
import type { TakenThing, TakenTime } from '../meetings/domain/taken-time';
import { type Days, Meetings } from '../meetings/meetings.service';
import { type Taken, wallText } from './domain/personal-hours';
import type { KnownThing, Thing } from './domain/thing';
import { type TravelTime, travelMinutesOf } from './domain/travel-time';
import { ThingsRepository } from './things.repository';
import { TravelRepository } from './travel.repository';

export interface Booked {
  readonly people: readonly PersonId[];
  readonly things: readonly ThingId[];
  readonly days: Days;
  /** The groups whose own meetings are being planned. */
  readonly except: readonly GroupId[];
}

export interface BookedElsewhere {
  readonly taken: readonly Taken[];
  readonly travel: readonly TravelTime[];
  readonly things: readonly KnownThing[];
}

/** When meetings of other groups take people, on their way to them too, and rooms and links. */
@Injectable()
export class MeetingsElsewhere {
  constructor(
    private readonly meetings: Meetings,
    private readonly travel: TravelRepository,
    private readonly things: ThingsRepository,
  ) {}

  async of(organisationId: OrganisationId, booked: Booked): Promise<BookedElsewhere> {
    const travel = await this.travel.of(organisationId, booked.people);
    const within = { ...booked.days, except: booked.except };
    const meetings = await this.meetings.busyOf(organisationId, booked.people, within);
    const things = await this.thingsOf(organisationId, booked);
    return { taken: meetings.map((meeting) => takenWithWay(meeting, travel)), travel, things };
  }

  private async thingsOf(
    organisationId: OrganisationId,
    { things, days, except }: Booked,
  ): Promise<readonly KnownThing[]> {
    if (things.length === 0) return [];
    const known = await this.things.some(organisationId, things);
    const taken = await this.meetings.thingsTaken(organisationId, things, { ...days, except });
    return known.map((thing) => knownThing(thing, taken));
  }
}

/** A meeting at home takes the way there and back as well, as far as the day goes. */
function takenWithWay({ personId, day, start, end, isAtHome }: TakenTime, travel: readonly TravelTime[]): Taken {
  const minutes = isAtHome ? travelMinutesOf(personId, travel) : 0;
  const from = TimeOfDay.ofMinutes(Math.max(0, start.minutes - minutes));
  const until = TimeOfDay.ofMinutes(Math.min(lastMinute, end.minutes + minutes));
  return { personId, starts: wallText(day, from), ends: wallText(day, until) };
}

const lastMinute = 24 * 60 - 1;

const knownThing = ({ id, name, hours }: Thing, taken: readonly TakenThing[]): KnownThing => ({
  id,
  name,
  hours,
  taken: taken
    .filter(({ thingId }) => thingId === id)
    .map(({ day, start, end }) => ({ starts: wallText(day, start), ends: wallText(day, end) })),
});
