import { CalendarDate } from '../kernel/calendar-date';
import type { CaseloadFile } from './caseload-file';

interface Invention {
  readonly groups: number;
  /** The part of everybody's office hours that is taken: 0 to 1. */
  readonly busyShare: number;
  readonly seed: number;
}

type Person = CaseloadFile['people'][number];
type Dice = () => number;

const firstDay = CalendarDate.of('2027-01-04');
const workingDays = Array.from({ length: 400 }, (_, at) => firstDay.plusDays(at)).filter(({ weekday }) => weekday <= 5);

/**
 * An invented region: a coordinator for every 15 groups, a doctor for every 30, and of each group's five network
 * members two of its own and three professionals who sit in about five groups each. The same seed gives the same region.
 */
export function inventedCaseload({ groups, busyShare, seed }: Invention): CaseloadFile {
  const dice = diceFrom(seed);
  const people = new Map<string, Person>();
  const meet = (id: string): string => {
    if (!people.has(id)) people.set(id, { id, busy: busyTimes(busyShare, dice) });
    return id;
  };
  const professionals = Math.max(5, Math.ceil((groups * 3) / 5));
  const list = Array.from({ length: groups }, (_, at) => {
    const number = String(at + 1);
    const experts = distinctNumbers(3, professionals, dice).map((expert) => meet(`professional${String(expert + 1)}`));
    return {
      id: `group${number}`,
      core: [
        meet(`user${number}`),
        meet(`coordinator${String(Math.floor(at / 15) + 1)}`),
        meet(`doctor${String(Math.floor(at / 30) + 1)}`),
      ],
      network: [meet(`relative${number}`), meet(`friend${number}`), ...experts],
      start: firstDay.plusDays(14 + Math.floor(dice() * 60)).iso,
      offsetsMonths: [0, 1, 2, 3, 5, 7, 10],
      minutes: dice() < 0.7 ? 60 : 90,
      windowDays: 10,
      earliest: '08:00',
      latest: '17:00',
      stepMinutes: 60,
    };
  });
  return { zone: 'Europe/Stockholm', holidays: 'SE', people: [...people.values()], groups: list };
}

/** Blocks of one to three hours, so that each office hour is taken with the given chance. */
function busyTimes(share: number, dice: Dice): [string, string][] {
  const busy: [string, string][] = [];
  for (const date of workingDays)
    for (let hour = 8; hour < 17;) {
      const hours = Math.min(1 + Math.floor(dice() * 3), 17 - hour);
      if (dice() < share) busy.push([wallTime(date, hour), wallTime(date, hour + hours)]);
      hour += hours;
    }
  return busy;
}

const wallTime = (date: CalendarDate, hour: number): string => `${date.iso}T${String(hour).padStart(2, '0')}:00`;

function distinctNumbers(count: number, below: number, dice: Dice): readonly number[] {
  const found = new Set<number>();
  while (found.size < count) found.add(Math.floor(dice() * below));
  return [...found];
}

/** A small generator of repeatable numbers from 0 up to 1 (Park and Miller's, with the multiplier 48271). */
function diceFrom(seed: number): Dice {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
