import { CalendarDate } from '../kernel/calendar-date';
import { TimeOfDay } from '../kernel/time-of-day';
import type { CaseloadFile } from './caseload-file';
import { type Dice, repeatableDice } from './domain/engine/dice';

interface Invention extends Partial<RegionKind> {
  readonly groups: number;
  /** The part of everybody's working time that is taken: 0 to 1. */
  readonly busyShare: number;
  readonly seed: number;
  /** Left out, every group has a grid of 30 or 60 minutes. */
  readonly stepMinutes?: number;
}

interface RegionKind {
  readonly busyShare: number;
  readonly groupsToDoctor: number;
  readonly groupsToCoordinator: number;
  /** The groups' first meetings aim at days within so many. */
  readonly startSpreadDays: number;
}

const ordinary: RegionKind = { busyShare: 0.35, groupsToDoctor: 60, groupsToCoordinator: 25, startSpreadDays: 90 };

export const regionNames = ['ordinary', 'tight', 'overloaded'] as const;
export type RegionName = (typeof regionNames)[number];

/** From people who are loosely shared to people nobody has enough of. */
export const regionKinds: Readonly<Record<RegionName, RegionKind>> = {
  ordinary,
  tight: { ...ordinary, startSpreadDays: 30 },
  overloaded: { ...ordinary, busyShare: 0.5, groupsToDoctor: 90, startSpreadDays: 30 },
};

type Person = CaseloadFile['people'][number];
type BusyTimes = NonNullable<Person['busy']>;

const firstDay = CalendarDate.of('2027-01-04');
const daysBefore = 14;
const offsetsMonths = [0, 1, 2, 3, 5, 7];
const windowDays = 10;
const opens = TimeOfDay.of('08:00');
const halfHours = 18;
const groupsToProfessional = 6;

/**
 * An invented region. Every group has a user of its own, a coordinator, a doctor and a network of three to five, a
 * third of whom are professionals who sit in about six groups each. The same seed gives the same region.
 */
export function inventedCaseload(invention: Invention): CaseloadFile {
  const { groups, busyShare, seed, stepMinutes, ...kind } = invention;
  const { groupsToDoctor, groupsToCoordinator, startSpreadDays } = { ...ordinary, ...kind };
  const dice = repeatableDice(seed);
  const diary = new Diary(startSpreadDays);
  const people = new Map<string, Person>();
  const meet = (id: string): string => {
    if (!people.has(id)) people.set(id, { id, busy: diary.busyTimes(busyShare, dice) });
    return id;
  };
  const list = Array.from({ length: groups }, (_, at) => ({
    id: `group${String(at + 1)}`,
    core: [
      `user${String(at + 1)}`,
      nameOf('coordinator', at, groupsToCoordinator),
      nameOf('doctor', at, groupsToDoctor),
    ],
    network: networkOf(at, groups, dice),
    start: firstDay.plusDays(daysBefore + numberBelow(startSpreadDays, dice)).iso,
    offsetsMonths: [...offsetsMonths],
    minutes: dice() < 0.7 ? 60 : 90,
    windowDays,
    earliest: '08:00',
    latest: '17:00',
    stepMinutes: stepMinutes ?? (dice() < 0.5 ? 30 : 60),
  }));
  for (const { core, network } of list) [...core, ...network].forEach(meet);
  return { zone: 'Europe/Stockholm', holidays: 'SE', people: [...people.values()], groups: list };
}

/** Those who share the work take the groups in their order. */
const nameOf = (role: string, at: number, groupsEach: number): string =>
  `${role}${String(Math.floor(at / groupsEach) + 1)}`;

/** Three to five people; each seat is a professional's with a chance of a third. */
function networkOf(at: number, groups: number, dice: Dice): string[] {
  const seats = 3 + numberBelow(3, dice);
  const professionals = Math.max(5, Math.round((groups * 4) / 3 / groupsToProfessional));
  const network = new Set<string>();
  while (network.size < seats) {
    const expert = `professional${String(numberBelow(professionals, dice) + 1)}`;
    network.add(dice() < 1 / 3 ? expert : `friend${String(at + 1)}.${String(network.size + 1)}`);
  }
  return [...network];
}

/** The working days of the region's year. Everybody's busy times are made of the same few, so that many fit in memory. */
class Diary {
  private readonly days: readonly (readonly string[])[];
  private readonly known = new Map<string, [string, string]>();

  constructor(startSpreadDays: number) {
    const lastTarget = firstDay.plusDays(daysBefore + startSpreadDays).plusMonths(Math.max(...offsetsMonths));
    const length = firstDay.daysUntil(lastTarget.plusDays(windowDays)) + 1;
    this.days = Array.from({ length }, (_, at) => firstDay.plusDays(at))
      .filter(({ weekday }) => weekday <= 5)
      .map(({ iso }) => clocks.map((clock) => `${iso}T${clock}`));
  }

  /** Blocks of one to three hours, so that each half-hour is taken with the given chance. */
  busyTimes(share: number, dice: Dice): BusyTimes {
    const busy: BusyTimes = [];
    for (const times of this.days)
      for (let from = 0; from < halfHours;) {
        const until = Math.min(from + 2 + numberBelow(5, dice), halfHours);
        if (dice() < share) busy.push(this.between(times[from] ?? '', times[until] ?? ''));
        from = until;
      }
    return busy;
  }

  private between(from: string, until: string): [string, string] {
    const key = from + until;
    const known = this.known.get(key) ?? [from, until];
    this.known.set(key, known);
    return known;
  }
}

const clocks = Array.from({ length: halfHours + 1 }, (_, at) => opens.plusMinutes(30 * at).toString());

const numberBelow = (limit: number, dice: Dice): number => Math.floor(dice() * limit);
