import type { Stretch } from '../domain/busy-times';
import { type CalendarEvent, dayOf } from './calendar-event';
import type { Time } from './library';
import { startsWithin, type Window } from './occurrences';

/** One event with all that stands for single times of it (RFC 5545 §3.8.4.4). */
export interface Series {
  readonly event: CalendarEvent;
  readonly replacements: readonly CalendarEvent[];
}

interface Occurrence extends Stretch {
  readonly day: string;
}

/** The events of a calendar, each with what replaces some of its times. */
export function seriesOf(events: readonly CalendarEvent[]): readonly Series[] {
  const replacing = new Map<string, CalendarEvent[]>();
  for (const event of events)
    if (event.replaces !== null) replacing.set(event.uid, [...(replacing.get(event.uid) ?? []), event]);
  return events.map((event) => ({
    event,
    replacements: event.replaces === null ? (replacing.get(event.uid) ?? []) : [],
  }));
}

/** When somebody is busy with it within the window; each time by itself, in no particular order. */
export function* busyWith({ event, replacements }: Series, window: Window): Generator<Stretch> {
  const following = replacements.filter(({ isFollowed }) => isFollowed);
  if (!event.isBusy && following.length === 0) return;
  const without = new Set(
    [...event.excluded, ...replacements.flatMap(({ replaces }) => replaces ?? [])].flatMap(
      ({ moment, day }) => day ?? moment,
    ),
  );
  for (const occurrence of occurrencesOf(event, window)) {
    if (without.has(occurrence.from) || without.has(occurrence.day)) continue;
    const follows = following.findLast(({ replaces }) => replaces !== null && replaces.moment < occurrence.from);
    if (!(follows ?? event).isBusy) continue;
    const stretch = follows ? movedLike(follows, occurrence) : occurrence;
    if (stretch.until > window.from && stretch.from < window.until) yield stretch;
  }
}

/** A start outside the window may still reach into it, and one that was moved may come into it. */
function* occurrencesOf(event: CalendarEvent, window: Window): Generator<Occurrence> {
  const { start, clock, endOf } = event;
  const at = (time: Time, moment: number, end: number | null = null): Occurrence => ({
    from: moment,
    until: end ?? endOf(time, moment),
    day: dayOf(time),
  });
  const first = at(start, clock(start));
  yield first;
  for (const listed of event.listed) yield at(listed.start, listed.moment, listed.end);
  const length = first.until - first.from;
  for (const rule of event.rules)
    for (const time of startsWithin({ ...rule, start, clock, length }, window)) yield at(time, clock(time));
}

/** Later by as much as the one that stands for it, and as long. */
function movedLike({ start, clock, endOf, replaces }: CalendarEvent, { from }: Occurrence): Stretch {
  const moment = clock(start);
  const moved = from + (moment - (replaces?.moment ?? moment));
  return { from: moved, until: moved + (endOf(start, moment) - moment) };
}
