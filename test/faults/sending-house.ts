import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { In } from 'typeorm';
import { allSchemas } from '../../src/app.schemas';
import type { DeliveryState } from '../../src/outbox/domain/delivery';
import { type DeliveryRow, deliverySchema } from '../../src/outbox/store/outbox.schemas';
import { Settings } from '../../src/platform/config/settings';
import { type DatabaseAddress, openDatabase } from '../../src/platform/database/open-database';
import type { Practised } from '../../src/practice/practice.service';
import { HouseOn } from '../support/practised-house';
import { CountingSink } from './counting-sink';
import { RunningProgram } from './running-program';
import { type Expected, putMails } from './waiting-mails';

/** A practised group with mail to send, a mail server that counts, and programs of a process each that send it. */
export class SendingHouse {
  readonly programs: RunningProgram[] = [];

  private constructor(
    private readonly address: DatabaseAddress,
    readonly house: HouseOn,
    readonly practised: Practised,
    readonly sink: CountingSink,
  ) {}

  /** On SQLite the file is named as the program names it. `patience`: milliseconds the mail server takes for each. */
  static async on(address: DatabaseAddress, patience = 0): Promise<SendingHouse> {
    const house = await HouseOn.open(await openDatabase({ address, schemas: allSchemas }));
    return new SendingHouse(address, house, await house.practise(), await CountingSink.start(patience));
  }

  put(count: number): Promise<Expected> {
    return putMails(this.house, this.practised, count);
  }

  /** Not started yet. `lease` in seconds; `through` another address of the same database. */
  async addProgram(lease: number, through: DatabaseAddress = this.address): Promise<RunningProgram> {
    const { keys } = this.house.get(Settings);
    const folder = join(this.house.folder, `instance-${String(this.programs.length)}`);
    const program = await RunningProgram.in('file' in through ? dirname(through.file) : folder, {
      ...('url' in through ? { DATABASE_URL: through.url } : {}),
      SMTP_URL: this.sink.url,
      KRETSEN_MAIL_LEASE: String(lease),
      KRETSEN_DATA_KEY: keys.data.toString('base64'),
      KRETSEN_LINK_KEY: keys.links.toString('base64'),
    });
    this.programs.push(program);
    return program;
  }

  mails(): Promise<readonly DeliveryRow[]> {
    const { database } = this.house;
    return this.house.do(() =>
      database.repository(deliverySchema).find({ where: { channel: 'email' }, order: { id: 'ASC' } }),
    );
  }

  count(...states: readonly DeliveryState[]): Promise<number> {
    const { database } = this.house;
    return this.house.do(() => database.repository(deliverySchema).countBy({ channel: 'email', state: In(states) }));
  }

  async untilFinal(): Promise<void> {
    await until(async () => (await this.count('waiting', 'in-flight', 'deferred')) === 0);
  }

  /** How often each of the mails has arrived. */
  async copies(expected: Expected): Promise<readonly number[]> {
    const arrived = await this.sink.arrived();
    return [...expected.keys()].map((messageId) => arrived.get(messageId)?.length ?? 0);
  }

  async close(): Promise<void> {
    for (const program of this.programs) await program.end();
    this.sink.stop();
    await this.house.close();
    await this.house.database.close();
  }
}

const longestWait = 15 * 60_000;

/** Asks again and again; a quarter of an hour is too long for anything. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const started = performance.now();
  while (!(await holds())) {
    if (performance.now() - started > longestWait) throw new Error('It never came to that.');
    await sleep(100);
  }
}
