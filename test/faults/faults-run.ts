import { setTimeout as sleep } from 'node:timers/promises';
import { AuditLog } from '../../src/audit/audit-log.service';
import { Pace } from '../../src/outbox/domain/pace';
import type { DatabaseAddress } from '../../src/platform/database/open-database';
import { SendingHouse } from './sending-house';
import type { Expected } from './waiting-mails';

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
  /** `ok`, or what is broken. */
  readonly integrity: string;
}

const { inFlight, pause } = Pace.usual(1);
// Mails a millisecond.
const usualSpeed = 1 / pause;

/** Lets the real program send to a real mail server while it is killed again and again, and counts what arrives. */
export class FaultsRun {
  private constructor(
    private readonly wanted: FaultsWanted,
    private readonly sending: SendingHouse,
  ) {}

  static async of(wanted: FaultsWanted): Promise<FaultsReport> {
    const sending = await SendingHouse.on(wanted.address);
    try {
      return await new FaultsRun(wanted, sending).run();
    } finally {
      await sending.close();
    }
  }

  private async run(): Promise<FaultsReport> {
    const { mails, instances, lease } = this.wanted;
    const { sending } = this;
    const expected = await sending.put(mails);
    for (let made = 0; made < instances; made++) await sending.addProgram(lease);
    await Promise.all(sending.programs.map((program) => program.start()));
    const kills = await this.kill();
    const since = performance.now();
    await sending.untilFinal();
    const secondsToFinal = Number(((performance.now() - since) / 1000).toFixed(1));
    for (const program of sending.programs) await program.end('SIGTERM');
    const numbers = { database: sending.house.database.engine, mails, instances, kills, inFlight, leaseSeconds: lease };
    return { ...numbers, ...(await this.counted(expected)), secondsToFinal, integrity: await this.integrity() };
  }

  private async kill(): Promise<number> {
    const { kills, mails } = this.wanted;
    const { programs, sink } = this.sending;
    let sendingFor = 0;
    for (let done = 0; done < kills; done++) {
      const victim = programs[done % programs.length]!;
      const soFar = sendingFor === 0 ? usualSpeed : Math.max(1, sink.arrivals) / sendingFor;
      // As long on average as makes all the kills fall while mail is being sent.
      const wait = Math.random() * 2 * ((mails - sink.arrivals) / (kills - done) / soFar);
      await sleep(wait);
      sendingFor += wait;
      if (sink.arrivals >= mails) return done;
      await victim.end();
      await victim.start();
    }
    return kills;
  }

  private async counted(expected: Expected): Promise<Pick<FaultsReport, 'lost' | 'extraCopies' | 'byteIdentical'>> {
    const arrived = await this.sending.sink.arrived();
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
    const { house, practised } = this.sending;
    const audit = await house.do(() => house.get(AuditLog).verify(practised.group.organisationId));
    if (audit.kind === 'broken') return `the access log is broken at ${String(audit.number)}`;
    if (house.database.engine === 'postgres') return 'ok';
    const check = 'PRAGMA integrity_check';
    const [row] = await house.do(() => house.database.manager().query<Record<string, string>[]>(check));
    return row?.integrity_check ?? 'not checked';
  }
}
