import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { Availability } from '../availability/availability.service';
import { OrganisationCalendar } from '../availability/organisation-calendar.service';
import type { PersonId, ThingId } from '../kernel/identifiers';
import { Stamp } from '../people/stamp.service';
import type { Caseload } from '../planning/domain/caseload';
import type { PlannedPerson, WeighedDay } from '../planning/domain/caseload-parts';
import { weighedDays } from '../planning/domain/weighed-days';
import { letOthersIn } from '../platform/threads/let-others-in';
import { CaseloadReading } from './caseload-reading.service';
import { monthsIn } from './domain/caseload-of-groups';
import { type Clash, clashesIn } from './domain/clashes';
import type { GroupInCaseload } from './domain/group-in-caseload';
import {
  bookedAhead,
  type BookedMeeting,
  type BookedQuestion,
  caseloadOfBooked,
  daysAround,
  peopleOfBooked,
  periodOfBooked,
} from './domain/repair-caseload';

/** All that a coordinator has booked from tomorrow on, and what is wrong with it. */
export interface BookedTogether {
  readonly caseload: Caseload;
  /** By meeting id, which is the group's id in the caseload and in the clashes. */
  readonly meetings: ReadonlyMap<string, BookedMeeting>;
  readonly clashes: readonly Clash[];
}

/** Reads what is booked in all of a coordinator's groups; the reading is logged. */
@Injectable()
export class RepairReading {
  constructor(
    private readonly groups: CaseloadReading,
    private readonly availability: Availability,
    private readonly calendars: OrganisationCalendar,
    private readonly stamp: Stamp,
  ) {}

  async of(viewer: Viewer): Promise<BookedTogether> {
    return this.in(viewer, await this.groups.of(viewer));
  }

  /** For a page that has read the groups itself. */
  async in(viewer: Viewer, groups: readonly GroupInCaseload[]): Promise<BookedTogether> {
    const today = this.stamp.today();
    const booked = bookedAhead(groups, today);
    const calendar = await this.calendars.of(viewer.organisationId);
    const known = await this.availability.of(
      viewer,
      groups.map(({ group }) => group.id),
      { people: peopleIn(booked), things: thingsIn(booked), period: periodOfBooked(booked, today) },
    );
    const caseload = await this.laidOut({ booked, known, calendar, today });
    const meetings = new Map<string, BookedMeeting>(booked.map((one) => [one.meeting.id, one]));
    return { caseload, meetings, clashes: clashesIn(caseload) };
  }

  private async laidOut(question: BookedQuestion): Promise<Caseload> {
    const { booked, calendar, today } = question;
    const people: PlannedPerson[] = [];
    for (const person of peopleOfBooked(question)) {
      people.push(person);
      await letOthersIn();
    }
    const weighed: WeighedDay[] = [];
    for (const month of monthsIn(daysAround(booked, today))) {
      weighed.push(...weighedDays(calendar, month));
      await letOthersIn();
    }
    return caseloadOfBooked(question, { people, weighed });
  }
}

const peopleIn = (booked: readonly BookedMeeting[]): readonly PersonId[] => [
  ...new Set(booked.flatMap(({ group, deputies }) => [...group.counted, ...deputies].map(({ personId }) => personId))),
];

const thingsIn = (booked: readonly BookedMeeting[]): readonly ThingId[] => [
  ...new Set(booked.flatMap(({ meeting: { thingId } }) => thingId ?? [])),
];
