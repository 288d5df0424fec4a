import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { INestApplication } from '@nestjs/common';
import { Viewer } from '../../access/domain/viewer';
import { Sending } from '../../invitations/sending.service';
import { Dispatcher } from '../../outbox/dispatcher.service';
import { Pace } from '../../outbox/domain/pace';
import { DueMail } from '../../outbox/due-mail.service';
import { reading } from '../../platform/config/from-environment';
import { Database } from '../../platform/database/database';
import { Dice } from '../../platform/dice';
import { Courier } from '../../platform/mail/courier';
import { build } from '../../start';
import type { BookedGroup } from './caseload';

/** Groups to call. `inTurn`: one step after the other, so that each can be measured. */
interface Order {
  readonly groups: readonly BookedGroup[];
  readonly inTurn: boolean;
}

/** Milliseconds for all the groups together. */
export interface Spent {
  /** Decide, render, compose and check. */
  readonly write: number;
  /** All that, and keep and commit it. */
  readonly keep: number;
  /** Claim, look once more, send, record. */
  readonly send: number;
}

/** A program in a process of its own, which calls the groups it is given. */
export class SendingInstance {
  private constructor(private readonly program: ChildProcess) {}

  static async start(environment: NodeJS.ProcessEnv): Promise<SendingInstance> {
    const program = fork(__filename, { env: environment });
    await once(program, 'message');
    return new SendingInstance(program);
  }

  async call(order: Order): Promise<Spent> {
    const answered = once(this.program, 'message') as Promise<[Spent]>;
    this.program.send(order);
    return (await answered)[0];
  }

  async stop(): Promise<void> {
    const ended = once(this.program, 'exit');
    this.program.disconnect();
    await ended;
  }
}

// The usual pace spares mail servers; how fast the program could go is what is measured.
const unhurried = new Pace(4, 0, 120);

class Worker {
  private readonly database: Database;
  private readonly sending: Sending;
  private readonly dispatcher: Dispatcher;

  constructor(app: INestApplication) {
    this.database = app.get(Database, { strict: false });
    this.sending = app.get(Sending, { strict: false });
    const due = app.get(DueMail, { strict: false });
    this.dispatcher = new Dispatcher(due, app.get(Courier, { strict: false }), unhurried, app.get(Dice));
  }

  async call({ groups, inTurn }: Order): Promise<Spent> {
    const spent = { write: 0, keep: 0, send: 0 };
    for (const { viewer: parts, id } of groups) {
      const viewer = new Viewer(parts);
      if (inTurn) spent.write += await timed(() => this.database.transaction(() => this.sending.prepare(viewer, id)));
      spent.keep += await timed(() => this.database.transaction(() => this.sending.send(viewer, id)));
      const sent = timed(() => this.dispatcher.dispatchAll());
      if (inTurn) spent.send += await sent;
    }
    await this.dispatcher.dispatchAll();
    return spent;
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function serve(): Promise<void> {
  const app = await build(reading());
  const worker = new Worker(app);
  process.on('message', (order: Order) => {
    void worker.call(order).then((spent) => process.send?.(spent));
  });
  process.on('disconnect', () => {
    void app.close().then(() => process.exit());
  });
  process.send?.('ready');
}

if (require.main === module) void serve();
