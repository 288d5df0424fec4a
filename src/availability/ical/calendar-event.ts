import type { Clocks, WallClock } from './clocks';
import { type Component, isDuration, isRule, isTime, type Property, type Recur, type Time } from './library';
import { type ListedStart, listedIn } from './listed-start';

/** One VEVENT, as far as it says when somebody is busy. Moments and lengths are milliseconds. */
export interface CalendarEvent {
  readonly uid: string;
  readonly isBusy: boolean;
  readonly start: Time;
  readonly clock: WallClock;
  readonly endOf: Ending;
  readonly rules: readonly Rule[];
  readonly listed: readonly ListedStart[];
  readonly excluded: readonly SingledOut[];
  /** Which of a series' times this one stands for; null for the series itself, and for what does not repeat. */
  readonly replaces: SingledOut | null;
  /** RFC 5545 §3.2.13: it stands for all those after it as well. */
  readonly isFollowed: boolean;
}

/** When a time ends that starts so, at this moment: a whole day may be 23 or 25 hours long. */
type Ending = (start: Time, moment: number) => number;

interface Rule {
  readonly rule: Recur;
  /** The last moment at which a time may start; null when the rule does not say. */
  readonly lastStart: number | null;
}

/** One time of a series, told by its moment or, in a series of whole days and by some programs, by its day. */
interface SingledOut {
  readonly moment: number;
  readonly day: string | null;
}

/** Throws on what cannot be understood. */
export function eventIn(component: Component, clocks: Clocks): CalendarEvent {
  const { time: start, clock } = toldBy(component.getFirstProperty('dtstart'), clocks);
  const recurrence = component.getFirstProperty('recurrence-id');
  const singled = (property: Property): readonly SingledOut[] => singledOut(property, clocks, start.isDate);
  return {
    uid: textOf(component, 'uid'),
    isBusy: isBusy(component),
    start,
    clock,
    endOf: endingOf(component, { time: start, clock }, clocks),
    rules: component.getAllProperties('rrule').map((property) => ruleIn(property, clock, clocks)),
    listed: component.getAllProperties('rdate').flatMap((property) => listedIn(property, clocks)),
    excluded: component.getAllProperties('exdate').flatMap(singled),
    replaces: recurrence ? (singled(recurrence)[0] ?? null) : null,
    isFollowed: recurrence?.getFirstParameter('range') === 'THISANDFUTURE',
  };
}

/** RFC 5545 §3.8.2.7, and what Outlook writes beside it: a meeting may be marked as free time. */
const isBusy = (component: Component): boolean =>
  textOf(component, 'transp') !== 'TRANSPARENT' &&
  textOf(component, 'status') !== 'CANCELLED' &&
  textOf(component, 'x-microsoft-cdo-busystatus') !== 'FREE';

const textOf = (component: Component, name: string): string =>
  String(component.getFirstPropertyValue(name) ?? '')
    .trim()
    .toUpperCase();

interface Told {
  readonly time: Time;
  readonly clock: WallClock;
}

function toldBy(property: Property | null, clocks: Clocks): Told {
  const time: unknown = property?.getFirstValue();
  if (!property || !isTime(time)) throw new Error('a time is missing');
  return { time, clock: clocks.of(property, time) };
}

function endingOf(component: Component, { time: start, clock }: Told, clocks: Clocks): Ending {
  const end = component.getFirstProperty('dtend');
  const told = end === null ? null : toldBy(end, clocks);
  const duration: unknown = component.getFirstPropertyValue('duration');
  if (start.isDate) {
    const days = told ? told.time.subtractDate(start).toSeconds() / daySeconds : daysIn(duration);
    return (from) => clock(later(from, days));
  }
  const seconds = isDuration(duration) ? duration.toSeconds() : 0;
  const length = told ? told.clock(told.time) - clock(start) : seconds * 1000;
  return (_, moment) => moment + length;
}

const daySeconds = 24 * 60 * 60;

// RFC 5545 §3.6.1: a day without an end is that day.
const daysIn = (duration: unknown): number => (isDuration(duration) ? duration.toSeconds() / daySeconds : 1);

function later(day: Time, days: number): Time {
  const moved = day.clone();
  moved.adjust(Math.ceil(days), 0, 0, 0);
  return moved;
}

/**
 * UNTIL is judged by its moment and taken out of the rule: the library would compare a time in UTC with one on the
 * event's own clock.
 */
function ruleIn(property: Property, clock: WallClock, clocks: Clocks): Rule {
  const rule: unknown = property.getFirstValue();
  if (!isRule(rule)) throw new Error('a rule is missing');
  const { until } = rule;
  if (until === null) return { rule, lastStart: null };
  rule.until = null;
  if (until.zone.tzid === 'UTC') return { rule, lastStart: clocks.momentOf(property, until) };
  return { rule, lastStart: until.isDate ? clock(later(until, 1)) - 1 : clock(until) };
}

const singledOut = (property: Property, clocks: Clocks, byDay: boolean): readonly SingledOut[] =>
  property
    .getValues()
    .filter((value) => isTime(value))
    .map((time) => ({
      moment: clocks.momentOf(property, time),
      day: byDay || time.isDate ? dayOf(time) : null,
    }));

export const dayOf = (time: Time): string => time.toString().slice(0, 10);
