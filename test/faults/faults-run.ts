import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { In } from 'typeorm';
import { allSchemas } from '../../src/app.schemas';
import { AuditLog } from '../../src/audit/audit-log.service';
import type { DeliveryState } from '../../src/outbox/domain/delivery';
import { Pace } from '../../src/outbox/domain/pace';
import { deliverySchema } from '../../src/outbox/store/outbox.schemas';
import { Settings } from '../../src/platform/config/settings';
import { type DatabaseAddress, openDatabase } from '../../src/platform/database/open-database';
import type { Practised } from '../../src/practice/practice.service';
import { HouseOn } from '../support/practised-house';
import { CountingSink } from './counting-sink';
import { RunningProgram } from './running-program';
import { type Expected, putMails } from './waiting-mails';

export interface FaultsWanted {
  readonly address: DatabaseAddress;
  readonly mails: number;
  readonly kills: number;
  readonly instances: number;
  /** Seconds; short, so that what a killed process had in its hands is soon taken up again. */
  readonly lease: number;
}

export interface FaultsReport {
  readonly database: 'sqlite' | 'postgres';
  readonly mails: number;
  readonly instances: number;
  /** Only those while mail was still to be sent. */
  readonly kills: number;
  readonly inFlight: number;
  readonly leaseSeconds: number;
  readonly lost: number;
  readonly extraCopies: number;
  /** The share of all copies that are what was put, byte for byte. */
  readonly byteIdentical: number;
  /** From the last kill, or from the start without one, until every mail was final. */
  readonly secondsToFinal: number;
  readonly integrity: 'ok' | string;
}

const { inFlight, pause } = Pace.usual(1);
const mailsASecond = 1000 / pause;
const longestWait = 15 * 60_000;

/** Lets the real program send to a real mail server while it is killed again and again, and counts what arrives. */
export class FaultsRun {
  private constructor(
    private readonly wanted: FaultsWanted,
    private readonly folder: string,
    private readonly house: HouseOn,
    private readonly practised: Practised,
    private readonly sink: CountingSink,
  ) {}

  static async of(wanted: FaultsWanted): Promise<FaultsReport> {
    const folder = mkdtempSync(join(tmpdir(), 'kretsen-faults-'));
    const house = await HouseOn.open(await openDatabase({ address: wanted.address, schemas: allSchemas }));
    const sink = await CountingSink.start();
    try {
      return await new FaultsRun(wanted, folder, house, await house.practise(), sink).run();
    } finally {
      sink.stop();
      await house.close();
      await house.database.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }

  private async run(): Promise<FaultsReport> {
    const { mails, instances, lease } = this.wanted;
    const expected = await putMails(this.house, this.practised, mails);
    const programs: RunningProgram[] = [];
    for (let made = 0; made < instances; made++)
      programs.push(await RunningProgram.in(this.dataFolder(made), this.environment()));
    try {
      const kills = await this.sendAndKill(programs);
      const since = performance.now();
      await this.untilFinal();
      const secondsToFinal = Number(((performance.now() - since) / 1000).toFixed(1));
      for (const program of programs) await program.end('SIGTERM');
      const database = this.house.database.engine;
      const numbers = { mails, instances, kills, inFlight, leaseSeconds: lease };
      return {
        database,
        ...numbers,
        ...(await this.counted(expected)),
        secondsToFinal,
        integrity: await this.integrity(),
      };
    } finally {
      for (const program of programs) await program.end();
    }
  }

  private dataFolder(instance: number): string {
    const { address } = this.wanted;
    return 'file' in address ? dirname(address.file) : join(this.folder, `instance-${String(instance)}`);
  }

  private environment(): Record<string, string> {
    const { address, lease } = this.wanted;
    const { keys } = this.house.get(Settings);
    return {
      ...('url' in address ? { DATABASE_URL: address.url } : {}),
      SMTP_URL: this.sink.url,
      KRETSEN_MAIL_LEASE: String(lease),
      KRETSEN_DATA_KEY: keys.data.toString('base64'),
      KRETSEN_LINK_KEY: keys.links.toString('base64'),
    };
  }

  private async sendAndKill(programs: readonly RunningProgram[]): Promise<number> {
    await Promise.all(programs.map((program) => program.start()));
    let done = 0;
    while (done < this.wanted.kills) {
      const victim = programs[done % programs.length]!;
      await sleep(this.nextKillAfter(done));
      if (this.sink.arrivals >= this.wanted.mails) break;
      await victim.end();
      done += 1;
      await victim.start();
    }
    return done;
  }

  // As long on average as makes all the kills fall while mail is being sent.
  private nextKillAfter(done: number): number {
    const [left, mails] = [this.wanted.kills - done, this.wanted.mails - this.sink.arrivals];
    return Math.random() * 2 * Math.max(20, (mails / left / mailsASecond) * 1000);
  }

  private async untilFinal(): Promise<void> {
    const started = performance.now();
    while ((await this.waiting()) > 0) {
      if (performance.now() - started > longestWait) return;
      await sleep(200);
    }
  }

  private waiting(): Promise<number> {
    const state = In<DeliveryState>(['waiting', 'in-flight', 'deferred']);
    return this.house.do(() => this.house.database.repository(deliverySchema).countBy({ channel: 'email', state }));
  }

  private async counted(expected: Expected): Promise<Pick<FaultsReport, 'lost' | 'extraCopies' | 'byteIdentical'>> {
    const arrived = await this.sink.arrived();
    const copies = [...arrived].flatMap(([messageId, digests]) =>
      digests.map((digest) => digest === expected.get(messageId)),
    );
    return {
      lost: [...expected.keys()].filter((messageId) => !arrived.has(messageId)).length,
      extraCopies: copies.length - arrived.size,
      byteIdentical: copies.length === 0 ? 0 : copies.filter((isSame) => isSame).length / copies.length,
    };
  }

  private async integrity(): Promise<string> {
    const { house, practised } = this;
    const audit = await house.do(() => house.get(AuditLog).verify(practised.group.organisationId));
    if (audit.kind === 'broken') return `the access log is broken at ${String(audit.number)}`;
    if (house.database.engine === 'postgres') return 'ok';
    const [row] = await house.do(() =>
      house.database.manager().query<Record<string, string>[]>('PRAGMA integrity_check'),
    );
    return row?.integrity_check ?? 'not checked';
  }
}
