import { z } from 'zod';
import { CalendarDate } from '../kernel/calendar-date';
import { DomainError } from '../kernel/domain-error';
import { TimeOfDay } from '../kernel/time-of-day';
import type { ClosedDay } from '../availability/domain/swedish-calendar';
import { CaseloadFileError } from './caseload-file-error';
import { Caseload } from './domain/caseload';
import type {
  PlannedGroup,
  PlannedPerson,
  PreferredTime,
  WallTime,
  WeighedDay,
  WorkingHours,
} from './domain/caseload-parts';
import { dayKeys, weekdayOfKey } from './domain/day-keys';

const day = z.string().refine((text) => succeeds(() => dayOf(text)), 'is no date like "2027-01-18"');
const time = z.string().refine((text) => succeeds(() => TimeOfDay.of(text)), 'is no time like "08:00"');
const wallTime = z.string().refine((text) => succeeds(() => wallTimeOf(text)), 'is no time like "2027-01-12T09:00"');
const id = z.string().min(1, 'must not be empty');
const whole = z.int('must be a whole number');
const weekday = z.enum(dayKeys, `must be one of ${dayKeys.join(', ')}`);

const person = z.strictObject({
  id,
  hours: z.partialRecord(weekday, z.array(z.tuple([time, time]))).optional(),
  busy: z.array(z.tuple([wallTime, wallTime])).optional(),
  maxPerDay: whole.optional(),
  travelMinutes: whole.optional(),
  isThing: z.boolean().optional(),
});

const group = z.strictObject({
  id,
  core: z.array(id),
  network: z.array(id).default([]),
  start: day,
  offsetsMonths: z.array(whole),
  minutes: whole,
  windowDays: whole,
  earliest: time,
  latest: time,
  stepMinutes: whole,
  fixed: z.array(z.strictObject({ index: whole, start: wallTime })).optional(),
  keepMonth: z.boolean().optional(),
  preferred: z
    .strictObject({
      weekdays: z.array(weekday).optional(),
      from: time.optional(),
      to: time.optional(),
      cost: whole,
    })
    .optional(),
  atHome: z.boolean().optional(),
});

const name = z.strictObject({ sv: z.string(), en: z.string() });

const closedDay = z.union([day, z.strictObject({ day, name })], 'must be a date like "2027-01-18"');

const weighedDay = z.strictObject({
  day,
  cost: whole,
  why: z.enum(['squeezeDay', 'halfDay', 'quietWeek', 'quietDay', 'schoolBreak', 'other']).default('other'),
  name: name.optional(),
});

const caseloadFile = z.strictObject({
  zone: z.string(),
  holidays: z.literal('SE', 'must be "SE", the only calendar there is'),
  closedDays: z.array(closedDay).optional(),
  people: z.array(person),
  groups: z.array(group),
  weighed: z.array(weighedDay).optional(),
});

/**
 * A caseload file as written. Beyond the format's own keys it knows some, each without effect when left out: `weighed`
 * makes days cost more; a closed or weighed day may have a `name`; a group's `keepMonth` keeps meetings in their target's
 * calendar month where any time there works, and its `preferred` makes other weekdays and hours cost more; a person's
 * `travelMinutes` are kept free around the meetings of a group that is `atHome`; what `isThing` is told of as one.
 */
export type CaseloadFile = z.input<typeof caseloadFile>;

/** Reads what a caseload file held. Throws a `CaseloadFileError`, or a `DomainError` that names the place. */
export function caseloadFrom(read: unknown): Caseload {
  const parsed = caseloadFile.safeParse(read, { reportInput: true });
  if (!parsed.success) throw new CaseloadFileError(parsed.error);
  const { zone, closedDays = [], people, groups, weighed = [] } = parsed.data;
  return Caseload.of({
    zone,
    closedDays: closedDays.map(closedDayFrom),
    people: people.map(personFrom),
    groups: groups.map(groupFrom),
    weighed: weighed.map(weighedDayFrom),
  });
}

const closedDayFrom = (closed: z.output<typeof closedDay>): ClosedDay =>
  typeof closed === 'string' ? { day: dayOf(closed) } : { day: dayOf(closed.day), name: closed.name };

const weighedDayFrom = ({ day, cost, why, name }: z.output<typeof weighedDay>): WeighedDay => ({
  day: dayOf(day),
  cost,
  why,
  ...(name ? { name } : {}),
});

function personFrom({
  id,
  hours,
  busy = [],
  maxPerDay,
  travelMinutes,
  isThing = false,
}: z.output<typeof person>): PlannedPerson {
  return {
    id,
    busy: busy.map(([from, until]) => ({ from: wallTimeOf(from), until: wallTimeOf(until) })),
    ...(hours ? { hours: hoursFrom(hours) } : {}),
    ...(maxPerDay === undefined ? {} : { maxPerDay }),
    ...(travelMinutes === undefined ? {} : { travelMinutes }),
    ...(isThing ? { isThing } : {}),
  };
}

function hoursFrom(hours: NonNullable<z.output<typeof person>['hours']>): WorkingHours {
  return new Map(
    dayKeys.map((key) => [
      weekdayOfKey(key),
      (hours[key] ?? []).map(([from, until]) => ({ from: TimeOfDay.of(from), until: TimeOfDay.of(until) })),
    ]),
  );
}

function groupFrom(given: z.output<typeof group>): PlannedGroup {
  const { fixed = [], preferred, keepMonth = false, atHome = false, ...rest } = given;
  return {
    ...rest,
    start: dayOf(rest.start),
    earliest: TimeOfDay.of(rest.earliest),
    latest: TimeOfDay.of(rest.latest),
    fixed: fixed.map(({ index, start }) => ({ index, start: wallTimeOf(start) })),
    keepMonth,
    atHome,
    ...(preferred ? { preferred: preferredFrom(preferred) } : {}),
  };
}

function preferredFrom({ weekdays, from, to, cost }: NonNullable<z.output<typeof group>['preferred']>): PreferredTime {
  return {
    cost,
    ...(weekdays ? { weekdays: weekdays.map(weekdayOfKey) } : {}),
    ...(from ? { from: TimeOfDay.of(from) } : {}),
    ...(to ? { to: TimeOfDay.of(to) } : {}),
  };
}

// A caseload names the same few thousand times a million times, and reading one is slow.
const days = new Map<string, CalendarDate>();

function dayOf(iso: string): CalendarDate {
  const known = days.get(iso);
  if (known) return known;
  const day = CalendarDate.of(iso);
  days.set(iso, day);
  return day;
}

const wallTimes = new Map<string, WallTime>();

function wallTimeOf(text: string): WallTime {
  const known = wallTimes.get(text);
  if (known) return known;
  const wallTime = readWallTime(text);
  wallTimes.set(text, wallTime);
  return wallTime;
}

function readWallTime(text: string): WallTime {
  const [date = '', clock = '', ...rest] = text.split('T');
  if (rest.length > 0) throw new DomainError('notATime', { given: text });
  return { day: dayOf(date), time: TimeOfDay.of(clock) };
}

function succeeds(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
