import type { GroupId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import type { DeliveryState, Progress } from './delivery';

/** So many of a group's mails for meetings still ahead stand alike. */
export interface QueueRow {
  readonly groupId: GroupId;
  readonly state: DeliveryState;
  readonly outcome: Progress['outcome'];
  readonly count: number;
  /** When the first of them may next be taken up. */
  readonly dueAt: Instant;
}

/** Mail that is tried again for one and the same reason. */
export interface Retried {
  readonly outcome: Progress['outcome'];
  readonly count: number;
  readonly dueAt: Instant;
}

/** What waits, what is tried again and what did not arrive, told without a name. */
export interface Queue {
  readonly waiting: number;
  readonly retried: readonly Retried[];
  readonly missed: number;
}

const stillToGo: readonly DeliveryState[] = ['waiting', 'in-flight'];
const notArrived: readonly DeliveryState[] = ['failed', 'bounced'];

export function queueOf(rows: readonly QueueRow[]): Queue {
  const count = (states: readonly DeliveryState[]): number =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + row.count, 0);
  return { waiting: count(stillToGo), retried: retriedIn(rows), missed: count(notArrived) };
}

export const isEmpty = ({ waiting, retried, missed }: Queue): boolean =>
  waiting === 0 && missed === 0 && retried.length === 0;

function retriedIn(rows: readonly QueueRow[]): readonly Retried[] {
  const byOutcome = new Map<string, Retried>();
  for (const { outcome, count, dueAt, state } of rows) {
    if (state !== 'deferred') continue;
    const same = byOutcome.get(outcome);
    const first = same?.dueAt.isBefore(dueAt) ? same.dueAt : dueAt;
    byOutcome.set(outcome, { outcome, count: count + (same?.count ?? 0), dueAt: first });
  }
  return [...byOutcome.values()];
}
