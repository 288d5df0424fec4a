import { type Taken, wallText, wallTimeOf } from '../../availability/domain/personal-hours';
import type { DayName, SwedishCalendar } from '../../availability/domain/swedish-calendar';
import type { KnownThing } from '../../availability/domain/thing';
import { type TravelTime, travelMinutesOf } from '../../availability/domain/travel-time';
import type { PersonId } from '../../kernel/identifiers';
import type { Span } from '../../kernel/in-words';
import { TimeOfDay } from '../../kernel/time-of-day';

type ClosedDay = Exclude<ReturnType<SwedishCalendar['kindOf']>, { readonly kind: 'open' }>;

/** What speaks against a time that somebody chose by hand. It warns, and never blocks. */
export type Obstacle =
  | { readonly kind: 'closedDay'; readonly why: ClosedDay['why']; readonly name?: DayName }
  | { readonly kind: 'ownMeeting'; readonly number: number }
  | { readonly kind: 'thingTaken'; readonly name: string; readonly from: TimeOfDay; readonly until: TimeOfDay }
  | { readonly kind: 'taken'; readonly personId: PersonId; readonly from: TimeOfDay; readonly until: TimeOfDay };

export interface ChosenTime {
  readonly span: Span;
  readonly taken: readonly Taken[];
  readonly isAtHome: boolean;
  readonly travel: readonly TravelTime[];
  /** The room or link that the meeting would be in. */
  readonly things: readonly KnownThing[];
  /** The group's other meetings. */
  readonly others: readonly (Span & { readonly number: number })[];
  readonly calendar: SwedishCalendar;
}

type Rule = (chosen: ChosenTime) => readonly Obstacle[];

const rules: readonly Rule[] = [onAClosedDay, onAnotherOfItsMeetings, whenSomebodyIsTaken, whenItsThingIsTaken];

export const obstaclesOf = (chosen: ChosenTime): readonly Obstacle[] => rules.flatMap((rule) => rule(chosen));

function onAClosedDay({ span, calendar }: ChosenTime): readonly Obstacle[] {
  const day = calendar.kindOf(span.day);
  if (day.kind === 'open') return [];
  return [{ kind: 'closedDay', why: day.why, ...(day.name ? { name: day.name } : {}) }];
}

function onAnotherOfItsMeetings({ span, others }: ChosenTime): readonly Obstacle[] {
  const time = textsOf(span);
  return others.filter((one) => meet(textsOf(one), time)).map(({ number }) => ({ kind: 'ownMeeting', number }));
}

/** Somebody who travels to a meeting at home is needed for longer than it lasts. */
function whenSomebodyIsTaken({ span, taken, isAtHome, travel }: ChosenTime): readonly Obstacle[] {
  const around = (personId: PersonId): number => (isAtHome ? travelMinutesOf(personId, travel) : 0);
  return taken
    .filter((one) => meet(one, textsOf(span, around(one.personId))))
    .map((one) => ({ kind: 'taken', personId: one.personId, ...hoursOn(span, one) }));
}

function whenItsThingIsTaken({ span, things }: ChosenTime): readonly Obstacle[] {
  return things.flatMap(({ name, taken }) =>
    taken
      .filter((one) => meet(one, textsOf(span)))
      .map((one) => ({ kind: 'thingTaken' as const, name, ...hoursOn(span, one) })),
  );
}

/** What is taken before or after the day is left out. */
function hoursOn({ day }: Span, { starts, ends }: Texts): { readonly from: TimeOfDay; readonly until: TimeOfDay } {
  const [from, until] = [wallTimeOf(starts), wallTimeOf(ends)];
  return {
    from: from.day.isBefore(day) ? wallTimeOf(`${day.iso}T00:00`).time : from.time,
    until: day.isBefore(until.day) ? wallTimeOf(`${day.iso}T23:59`).time : until.time,
  };
}

type Texts = Pick<Taken, 'starts' | 'ends'>;

/** From so many minutes before the span until so many after it, as far as the day goes. */
const textsOf = ({ day, start, minutes }: Span, around = 0): Texts => ({
  starts: wallText(day, TimeOfDay.ofMinutes(Math.max(0, start.minutes - around))),
  ends: wallText(day, TimeOfDay.ofMinutes(Math.min(lastMinute, start.minutes + minutes + around))),
});

const lastMinute = 24 * 60 - 1;

const meet = (one: Texts, other: Texts): boolean => one.starts < other.ends && other.starts < one.ends;
