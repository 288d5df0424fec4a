import { DateTime } from 'luxon';
import { type BusyTime, merged, type Stretch } from '../domain/busy-times';
import { type CalendarReading, monthsRead, mostCalendarBytes, mostEvents } from '../domain/calendar-reading';
import { type Block, busyBlocks, isCalendar } from './busy-blocks';
import { type CalendarEvent, eventIn } from './calendar-event';
import { Clocks, UnknownZone } from './clocks';
import { type Component, ICAL, isPeriod } from './library';
import { stretchOf } from './listed-start';
import type { Window } from './occurrences';
import { busyWith, seriesOf } from './series';
import { ZoneClock } from './zone-clock';

/** Where and when a calendar is read. */
export interface ReadingPlace {
  readonly zone: string;
  /** `2027-01-12`: nothing before this day is of use. */
  readonly today: string;
}

class TooMany extends Error {}

/**
 * When somebody is busy, by their calendar; never with what. Runs in the reading thread only: a rule can be written
 * that never comes to its next time.
 */
export function readBusy(bytes: Buffer, { zone, today }: ReadingPlace): CalendarReading {
  if (bytes.length > mostCalendarBytes) return { kind: 'refused', why: 'calendarTooLarge' };
  const text = bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trim();
  if (!isCalendar(text)) return { kind: 'refused', why: 'notACalendar' };
  try {
    const home = ZoneClock.of(zone);
    if (!home) throw new UnknownZone(zone);
    const window = windowFrom(today, home);
    const { stretches, leftOut } = busyIn(contentsOf(current(text, today), new Clocks(zone)), window);
    const busy = merged(stretches.map((stretch) => cut(stretch, window)));
    return { kind: 'read', busy: onTheWall(busy, home), leftOut };
  } catch (fault) {
    if (fault instanceof TooMany) return { kind: 'refused', why: 'tooManyEvents' };
    if (fault instanceof UnknownZone) return { kind: 'refused', why: 'unknownZone', zone: shown(fault.zone) };
    throw fault;
  }
}

function windowFrom(today: string, home: ZoneClock): Window {
  const first = DateTime.fromISO(today, { zone: 'utc' });
  const midnight = (day: DateTime): number => home.momentOf(day.toMillis());
  return { from: midnight(first), until: midnight(first.plus({ months: monthsRead })) };
}

/** A name as a file wrote it goes on a page: one short line without anything hidden in it. */
const shown = (name: string): string => name.replace(/\p{C}/gu, '').slice(0, 60);

interface Contents {
  readonly events: readonly CalendarEvent[];
  readonly told: readonly Stretch[];
  readonly leftOut: number;
}

/** Most of a calendar is past: what was over long ago needs neither library nor clock. */
function current(text: string, today: string): readonly Block[] {
  const edge = DateTime.fromISO(today, { zone: 'utc' }).minus({ days: 2 }).toFormat('yyyyMMdd');
  return [...atMost(busyBlocks(text))].filter((block) => !isOver(block, edge));
}

function isOver({ kind, text }: Block, edge: string): boolean {
  if (kind !== 'VEVENT' || /^(?:RRULE|RDATE|RECURRENCE-ID|DURATION)/im.test(text)) return false;
  const days = [...text.matchAll(/^(?:DTSTART|DTEND)[^\r\n]*:(\d{8})/gim)].map(([, day = '']) => day);
  return days.length > 0 && days.every((day) => day < edge);
}

function contentsOf(blocks: readonly Block[], clocks: Clocks): Contents {
  const [events, told]: [CalendarEvent[], Stretch[]] = [[], []];
  let leftOut = 0;
  // A zone may stand after the events that speak of it.
  for (const block of [...blocks].sort((a, b) => Number(b.kind === 'VTIMEZONE') - Number(a.kind === 'VTIMEZONE'))) {
    // One event that cannot be understood does not take the others with it.
    const understood = attempted(() => {
      const component = parsed(block);
      if (block.kind === 'VTIMEZONE') clocks.declare(component);
      else if (block.kind === 'VEVENT') events.push(eventIn(component, clocks));
      else told.push(...toldIn(component, clocks));
    });
    if (!understood) leftOut += 1;
  }
  return { events, told, leftOut };
}

const parsed = ({ text }: Block): Component => ICAL.Component.fromString(text);

function attempted(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (fault) {
    if (fault instanceof UnknownZone || fault instanceof TooMany) throw fault;
    return false;
  }
}

/** VFREEBUSY says at once when somebody is busy (RFC 5545 §3.6.4). */
const toldIn = (component: Component, clocks: Clocks): readonly Stretch[] =>
  component
    .getAllProperties('freebusy')
    .filter((property) => property.getFirstParameter('fbtype') !== 'FREE')
    .flatMap((property) =>
      property
        .getValues()
        .filter(isPeriod)
        .map((period) => stretchOf(period, property, clocks)),
    );

interface Told {
  readonly stretches: readonly Stretch[];
  readonly leftOut: number;
}

/** A rule may turn out to be none only when it is followed; that event alone is left out then. */
function busyIn({ events, told, leftOut: unread }: Contents, window: Window): Told {
  const stretches = [...atMost(told.filter(({ from, until }) => until > window.from && from < window.until))];
  let leftOut = unread;
  for (const series of seriesOf(events)) {
    const understood = attempted(() => {
      stretches.push(...atMost(busyWith(series, window), mostEvents - stretches.length));
    });
    if (!understood) leftOut += 1;
  }
  return { stretches, leftOut };
}

function* atMost<One>(all: Iterable<One>, most = mostEvents): Generator<One> {
  let count = 0;
  for (const one of all) {
    count += 1;
    if (count > most) throw new TooMany();
    yield one;
  }
}

const cut = ({ from, until }: Stretch, window: Window): Stretch => ({
  from: Math.max(from, window.from),
  until: Math.min(until, window.until),
});

const minute = 60_000;

/**
 * As a clock in the zone shows it, to whole minutes outwards. Merged once more, because autumn shows one hour twice; what
 * lies only within that hour may end before it starts, and is left out.
 */
function onTheWall(busy: readonly Stretch[], zone: ZoneClock): readonly BusyTime[] {
  const walls = busy.map(({ from, until }) => ({
    from: zone.wallAt(Math.floor(from / minute) * minute),
    until: zone.wallAt(Math.ceil(until / minute) * minute),
  }));
  const text = (wall: number): string => DateTime.fromMillis(wall, { zone: 'utc' }).toISO()?.slice(0, 16) ?? '';
  return merged(walls).map(({ from, until }) => ({ starts: text(from), ends: text(until) }));
}
