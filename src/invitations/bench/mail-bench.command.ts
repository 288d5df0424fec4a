import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSink } from '../../platform/mail/bench/mail-sink';
import type { MailSink } from '../../platform/mail/bench/mail-sink';
import { sendThroughRawPool } from '../../platform/mail/bench/raw-pool';
import { openDatabase } from '../../platform/database/open-database';
import type { DatabaseAddress } from '../../platform/database/open-database';
import { Seal } from '../../platform/database/seal';
import { SmtpCourier } from '../../platform/mail/smtp-courier';
import { invitationsSchemas } from '../store/invitations.schemas';
import { sampleMails } from './sample-mails';
import { sendThroughOutbox } from './through-outbox';

const mailsARound = 1000;
const rounds = 3;

/** Mails a second through the outbox beside the mail library by itself: same mails, same server, same run. */
async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kretsen-bench-'));
  const sink = await startSink();
  try {
    await measureOn('sqlite', { file: join(folder, 'bench.sqlite') }, sink);
    const url = process.env.DATABASE_URL;
    if (url !== undefined && url !== '') await measureOn('postgres', { url }, sink);
  } finally {
    sink.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureOn(name: string, address: DatabaseAddress, sink: MailSink): Promise<void> {
  const database = await openDatabase({ address, schemas: invitationsSchemas });
  const courier = new SmtpCourier(sink.url);
  const ground = { database, courier, seal: new Seal(randomBytes(32), 'bench') };
  const mails = sampleMails(mailsARound);
  const speeds = { raw: [] as number[], outbox: [] as number[] };
  // The first round warms everything up; after it the two take turns, so that both meet the same machine.
  for (let round = 0; round <= rounds; round++) {
    const raw = await speed(sink, () => sendThroughRawPool(sink.url, mails));
    const outbox = await speed(sink, () => sendThroughOutbox(ground, mails));
    if (round === 0) continue;
    speeds.raw.push(raw);
    speeds.outbox.push(outbox);
  }
  courier.close();
  await database.close();
  const [raw, outbox] = [median(speeds.raw), median(speeds.outbox)];
  const ratio = Number((outbox / raw).toFixed(2));
  process.stdout.write(`${JSON.stringify({ database: name, mails: mailsARound, rounds, outbox, raw, ratio })}\n`);
}

async function speed(sink: MailSink, send: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await send();
  const seconds = (performance.now() - started) / 1000;
  const taken = await sink.taken();
  if (taken !== mailsARound) throw new Error(`${String(taken)} of ${String(mailsARound)} mails arrived`);
  return Math.round(mailsARound / seconds);
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

measure().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
