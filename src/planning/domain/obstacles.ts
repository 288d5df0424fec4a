import { type Taken, wallText, wallTimeOf } from '../../availability/domain/personal-hours';
import type { DayName, SwedishCalendar } from '../../availability/domain/swedish-calendar';
import type { PersonId } from '../../kernel/identifiers';
import type { Span } from '../../kernel/in-words';
import type { TimeOfDay } from '../../kernel/time-of-day';

type ClosedDay = Exclude<ReturnType<SwedishCalendar['kindOf']>, { readonly kind: 'open' }>;

/** What speaks against a time that somebody chose by hand. It warns, and never blocks. */
export type Obstacle =
  | { readonly kind: 'closedDay'; readonly why: ClosedDay['why']; readonly name?: DayName }
  | { readonly kind: 'ownMeeting'; readonly number: number }
  | { readonly kind: 'taken'; readonly personId: PersonId; readonly from: TimeOfDay; readonly until: TimeOfDay };

export interface ChosenTime {
  readonly span: Span;
  readonly taken: readonly Taken[];
  /** The group's other meetings. */
  readonly others: readonly (Span & { readonly number: number })[];
  readonly calendar: SwedishCalendar;
}

type Rule = (chosen: ChosenTime) => readonly Obstacle[];

const rules: readonly Rule[] = [onAClosedDay, onAnotherOfItsMeetings, whenSomebodyIsTaken];

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

function whenSomebodyIsTaken({ span, taken }: ChosenTime): readonly Obstacle[] {
  const time = textsOf(span);
  return taken.filter((one) => meet(one, time)).map((one) => takenOn(span, one));
}

/** What is taken before or after the day is left out. */
function takenOn({ day }: Span, { personId, starts, ends }: Taken): Obstacle {
  const [from, until] = [wallTimeOf(starts), wallTimeOf(ends)];
  return {
    kind: 'taken',
    personId,
    from: from.day.isBefore(day) ? wallTimeOf(`${day.iso}T00:00`).time : from.time,
    until: day.isBefore(until.day) ? wallTimeOf(`${day.iso}T23:59`).time : until.time,
  };
}

type Texts = Pick<Taken, 'starts' | 'ends'>;

const textsOf = ({ day, start, minutes }: Span): Texts => ({
  starts: wallText(day, start),
  ends: wallText(day, start.plusMinutes(minutes)),
});

const meet = (one: Texts, other: Texts): boolean => one.starts < other.ends && other.starts < one.ends;
