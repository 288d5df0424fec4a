import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import type { DatabaseAddress } from '../../src/platform/database/open-database';
import { postgresFor } from '../support/postgres';
import { makeRunFolder } from '../support/run-folder';
import { type FaultsReport, FaultsRun } from './faults-run';

const usage =
  'npm run faults -- --database sqlite|postgres [--kills 200] [--mails 1000] [--instances 1] [--lease 10]\n' +
  'PostgreSQL: TEST_DATABASE_URL, or one of its own that goes with the run.\n';

/** A number, or null for anything else. */
const whole = (text: string): number | null => (/^\d{1,6}$/.test(text) ? Number(text) : null);

async function faults(): Promise<void> {
  const { values } = parseArgs({
    options: {
      database: { type: 'string', default: 'sqlite' },
      kills: { type: 'string', default: '200' },
      mails: { type: 'string', default: '1000' },
      instances: { type: 'string', default: '1' },
      lease: { type: 'string', default: '10' },
    },
  });
  const [kills, mails, instances, lease] = [values.kills, values.mails, values.instances, values.lease].map(whole);
  const { database } = values;
  if (database !== 'sqlite' && database !== 'postgres') throw new Error(usage);
  if (kills == null || !mails || !instances || !lease) throw new Error(usage);
  const wanted = { kills, mails, instances, lease };
  const report = await (database === 'sqlite' ? onSqlite : onPostgres)((address) =>
    FaultsRun.of({ address, ...wanted }),
  );
  process.stdout.write(`${JSON.stringify(report)}\n`);
  process.exitCode = holds(report) ? 0 : 1;
}

/** What is asked of the outbox. */
function holds(report: FaultsReport): boolean {
  const isGood = report.lost === 0 && report.extraCopies <= report.kills && report.byteIdentical === 1;
  return (
    isGood && report.integrity === 'ok' && (report.kills === 0 || report.secondsToFinal <= report.leaseSeconds + 60)
  );
}

type Run = (address: DatabaseAddress) => Promise<FaultsReport>;

async function onSqlite(run: Run): Promise<FaultsReport> {
  const folder = mkdtempSync(join(tmpdir(), 'kretsen-faults-'));
  try {
    return await run({ file: join(folder, 'kretsen.sqlite') });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onPostgres(run: Run): Promise<FaultsReport> {
  const folder = makeRunFolder();
  try {
    const postgres = await postgresFor(folder.path);
    if ('missing' in postgres) throw new Error(postgres.missing);
    const client = new Client({ connectionString: postgres.url });
    await client.connect();
    const name = `kretsen_faults_${String(process.pid)}`;
    await client.query(`CREATE DATABASE ${name}`);
    const url = new URL(postgres.url);
    url.pathname = `/${name}`;
    try {
      return await run({ url: url.href });
    } finally {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await client.end();
    }
  } finally {
    await folder.sweep();
  }
}

faults().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
});
