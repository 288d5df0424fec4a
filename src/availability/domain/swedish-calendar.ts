import Holidays from 'date-holidays';
import { CalendarDate } from '../../kernel/calendar-date';
import type { Language } from '../../kernel/in-words';
import type { OwnDayKind, OwnDays } from './own-days';
import { defaultQuietWeeks } from './quiet-weeks';

export type DayName = Readonly<Record<Language, string>>;
type ClosedWhy = 'redDay' | 'eve' | 'weekend' | 'ownClosedDay';
export type WeighingWhy = 'squeezeDay' | 'halfDay' | 'quietWeek' | 'quietDay' | 'schoolBreak';

export type DayKind =
  { readonly kind: 'open' } | { readonly kind: 'closed'; readonly why: ClosedWhy; readonly name?: DayName };

export interface Weighing {
  readonly why: WeighingWhy;
  readonly name?: DayName;
}

/** A day that an organisation has closed itself. */
export interface ClosedDay {
  readonly day: CalendarDate;
  readonly name?: DayName;
}

interface NamedDay {
  readonly kind: 'redDay' | 'eve' | 'halfDay';
  readonly name: DayName;
}

interface OwnCalendar {
  readonly closedDays?: readonly ClosedDay[];
  readonly ownDays?: readonly OwnDays[];
  readonly quietWeeks?: readonly number[];
}

/** Which days are closed in Sweden, and which are open but seldom good. Holidays: date-holidays, CC BY-SA 3.0. */
export class SwedishCalendar {
  /** What the organisation itself has closed, besides what is closed everywhere. */
  readonly ownClosedDays: readonly ClosedDay[];
  private readonly ownClosed: ReadonlyMap<string, ClosedDay>;
  private readonly ownQuiet: ReadonlyMap<string, Weighing>;
  private readonly quietWeeks: ReadonlySet<number>;

  constructor({ closedDays = [], ownDays = [], quietWeeks = defaultQuietWeeks }: OwnCalendar = {}) {
    const ownClosed = ownDays.filter(({ kind }) => kind === 'closed');
    this.ownClosedDays = [...closedDays, ...ownClosed.flatMap(closedDaysOf)];
    this.ownClosed = new Map(this.ownClosedDays.map((closed) => [closed.day.iso, closed]));
    this.ownQuiet = new Map(ownDays.flatMap(quietDaysOf));
    this.quietWeeks = new Set(quietWeeks);
  }

  /** A red day or an eve says so by name even on a weekend. */
  kindOf(day: CalendarDate): DayKind {
    const everywhere = nationalKindOf(day);
    const own = this.ownClosed.get(day.iso);
    if (everywhere.kind === 'closed' || !own) return everywhere;
    return { kind: 'closed', why: 'ownClosedDay', ...(own.name ? { name: own.name } : {}) };
  }

  isOpen(day: CalendarDate): boolean {
    return this.kindOf(day).kind === 'open';
  }

  /** What speaks against an open day without closing it. */
  weighings(day: CalendarDate): readonly Weighing[] {
    if (!this.isOpen(day)) return [];
    const found: Weighing[] = [];
    if (isClosed(day.plusDays(-1)) && isClosed(day.plusDays(1))) found.push({ why: 'squeezeDay' });
    const named = namedDay(day);
    if (named) found.push({ why: 'halfDay', name: named.name });
    const quiet = this.quietOn(day);
    return quiet ? [...found, quiet] : found;
  }

  // A school break in a quiet week weighs once, under the name it has.
  private quietOn(day: CalendarDate): Weighing | undefined {
    return this.ownQuiet.get(day.iso) ?? (this.quietWeeks.has(day.week) ? { why: 'quietWeek' } : undefined);
  }
}

/** An organisation's own name for a day is the same in every language. */
const nameIn = ({ name }: OwnDays): DayName => ({ sv: name, en: name });

const closedDaysOf = (own: OwnDays): readonly ClosedDay[] => own.days.map((day) => ({ day, name: nameIn(own) }));

const quietWhys = { closed: null, quiet: 'quietDay', schoolBreak: 'schoolBreak' } as const satisfies Record<
  OwnDayKind,
  WeighingWhy | null
>;

function quietDaysOf(own: OwnDays): readonly (readonly [string, Weighing])[] {
  const why = quietWhys[own.kind];
  return why === null ? [] : own.days.map((day) => [day.iso, { why, name: nameIn(own) }]);
}

const holidays = new Holidays('SE');
// The same for every calendar, and asked for again with every plan.
const years = new Map<number, ReadonlyMap<string, NamedDay>>();
const kinds = new Map<string, DayKind>();

function nationalKindOf(day: CalendarDate): DayKind {
  const known = kinds.get(day.iso);
  if (known) return known;
  const kind = readKind(day);
  kinds.set(day.iso, kind);
  return kind;
}

function readKind(day: CalendarDate): DayKind {
  const named = namedDay(day);
  if (named && named.kind !== 'halfDay') return { kind: 'closed', why: named.kind, name: named.name };
  return day.weekday > 5 ? { kind: 'closed', why: 'weekend' } : { kind: 'open' };
}

const isClosed = (day: CalendarDate): boolean => nationalKindOf(day).kind === 'closed';

const namedDay = (day: CalendarDate): NamedDay | undefined => namedDaysOf(day.year).get(day.iso);

function namedDaysOf(year: number): ReadonlyMap<string, NamedDay> {
  const known = years.get(year);
  if (known) return known;
  const read = readNamedDays(year);
  years.set(year, read);
  return read;
}

function readNamedDays(year: number): ReadonlyMap<string, NamedDay> {
  const english = new Map(holidays.getHolidays(year, 'en').map(({ rule, name }) => [rule, name]));
  const days = new Map<string, NamedDay>();
  for (const { date, rule, type, name } of holidays.getHolidays(year, 'sv')) {
    const kind = kindOfHoliday(type, rule);
    const iso = date.slice(0, 10);
    // A red day that falls on another named day keeps the red day's name.
    if (kind && days.get(iso)?.kind !== 'redDay')
      days.set(iso, { kind, name: { sv: name, en: english.get(rule) ?? name } });
  }
  return days;
}

function kindOfHoliday(type: string, rule: string): NamedDay['kind'] | undefined {
  if (type === 'public') return 'redDay';
  // The eves of midsummer, Christmas and the new year are bank holidays in the list; no other day is.
  if (type === 'bank') return 'eve';
  const isMaundyThursday = rule === 'easter -3';
  return type === 'optional' || isMaundyThursday ? 'halfDay' : undefined;
}
