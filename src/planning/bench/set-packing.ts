import { contestsIn } from './contests';
import type { Claim, Contest } from './contests';
import type { Choice, MeetingToPlace } from './meeting-choices';

const absenceCost = 10;

/** A caseload as a set-packing model: the least soft cost of columns, each from 0 to 1, within the rows. */
export interface SetPacking {
  readonly costs: readonly number[];
  readonly rows: readonly Row[];
  readonly meetings: readonly MeetingColumns[];
}

/** `lower` ≤ the sum of the columns, each times its factor, ≤ `upper`. */
interface Row {
  readonly columns: readonly number[];
  readonly factors: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

interface MeetingColumns {
  readonly meeting: MeetingToPlace;
  readonly unplaced: number;
  readonly choices: readonly ChoiceColumns[];
}

interface ChoiceColumns {
  readonly choice: Choice;
  readonly chosen: number;
  /** One for each able network member whom other meetings may want; the other able ones come in any case. */
  readonly comes: ReadonlyMap<string, number>;
}

/**
 * A column for each choice of a meeting and one for leaving it out, together 1; at most one of what a person could be
 * in at one moment. Where another meeting may want a network member, their coming is a column of its own, never above
 * the choice's, whose reward is the absence it saves: so the least cost of the model is the least cost of any plan.
 */
export function setPackingOf(meetings: readonly MeetingToPlace[]): SetPacking {
  const contests = contestsIn(meetings);
  const draft = new Draft(meetings, contests);
  for (const contest of contests) draft.allowOneOf(contest);
  return draft;
}

/** A set-packing model while its rows and columns are written. */
class Draft implements SetPacking {
  readonly costs: number[] = [];
  readonly rows: Row[] = [];
  readonly meetings: readonly MeetingColumns[];
  private readonly columns = new Map<Choice, ChoiceColumns>();

  constructor(meetings: readonly MeetingToPlace[], contests: readonly Contest[]) {
    const contested = contestedIn(contests);
    this.meetings = meetings.map((meeting) => this.columnsOf(meeting, contested));
  }

  allowOneOf(contest: Contest): void {
    this.addSum(
      contest.flatMap((claim) => this.columnOf(claim) ?? []),
      { lower: 0, upper: 1 },
    );
  }

  private columnOf({ choice, person, role }: Claim): number | undefined {
    const columns = this.columns.get(choice);
    return role === 'core' ? columns?.chosen : columns?.comes.get(person);
  }

  private columnsOf(meeting: MeetingToPlace, contested: Contested): MeetingColumns {
    const unplaced = this.newColumn(0);
    const seats = meeting.group.network.length;
    const choices = meeting.choices.map((choice) => this.columnsOfChoice(choice, seats, contested.get(choice)));
    this.addSum([unplaced, ...choices.map(({ chosen }) => chosen)], { lower: 1, upper: 1 });
    return { meeting, unplaced, choices };
  }

  private columnsOfChoice(choice: Choice, seats: number, contested: ReadonlySet<string> = new Set()): ChoiceColumns {
    const sureToCome = choice.able.length - contested.size;
    const chosen = this.newColumn(choice.distance + absenceCost * (seats - sureToCome));
    const comes = new Map([...contested].map((person) => [person, this.newColumn(-absenceCost)]));
    for (const column of comes.values())
      this.rows.push({ columns: [column, chosen], factors: [1, -1], lower: -1, upper: 0 });
    const columns = { choice, chosen, comes };
    this.columns.set(choice, columns);
    return columns;
  }

  private newColumn(cost: number): number {
    return this.costs.push(cost) - 1;
  }

  private addSum(columns: readonly number[], bounds: Pick<Row, 'lower' | 'upper'>): void {
    this.rows.push({ columns, factors: columns.map(() => 1), ...bounds });
  }
}

type Contested = ReadonlyMap<Choice, ReadonlySet<string>>;

/** The network members of each choice who are in a contest there. */
function contestedIn(contests: readonly Contest[]): Contested {
  const found = new Map<Choice, Set<string>>();
  for (const { choice, person, role } of contests.flat()) {
    if (role === 'core') continue;
    const people = found.get(choice) ?? new Set();
    found.set(choice, people.add(person));
  }
  return found;
}
