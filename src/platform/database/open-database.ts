import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DataSource, DataSourceOptions, EntitySchema, MigrationInterface } from 'typeorm';
import { Database } from './database';
import { migrations } from './migrations';

/** `file` is a path of an SQLite database, `url` a `postgres://` address. */
export type DatabaseAddress = { readonly file: string } | { readonly url: string };

/** The database has been used by a later version of the program, whose tables this one does not know. */
export class DatabaseNewerThanProgram extends Error {
  constructor(readonly unknown: readonly string[]) {
    super(
      `The database is newer than this program: it holds the step "${unknown.join(', ')}", which this version does not know. ` +
        'Start the version of Kretsen that last used it, or restore a backup made before the upgrade. Nothing has been changed.',
    );
  }
}

export type MigrationClass = new () => MigrationInterface;

export interface Opening {
  readonly address: DatabaseAddress;
  readonly schemas: readonly EntitySchema[];
  /** The program's own steps, unless a test brings others. */
  readonly steps?: readonly MigrationClass[];
}

/** Opens the database, brings its tables up to date, and refuses one that is ahead of the program. */
export async function openDatabase({ address, schemas, steps = migrations }: Opening): Promise<Database> {
  const source = await connect(address, schemas, steps);
  try {
    await alone(source, async () => {
      await refuseNewer(source, steps);
      await source.runMigrations({ transaction: 'each' });
    });
    return new Database(source);
  } catch (fault) {
    await source.destroy();
    throw fault;
  }
}

export const connect = (
  address: DatabaseAddress,
  schemas: readonly EntitySchema[],
  steps: readonly MigrationClass[] = migrations,
): Promise<DataSource> =>
  new DataSource({ ...engineOf(address), entities: [...schemas], migrations: [...steps] }).initialize();

type EngineOptions = Pick<DataSourceOptions, 'type'> & DataSourceOptions;

// A connection whose other end is gone is noticed, and one that was forgotten inside a transaction lets go.
const postgresConnection = { keepAlive: true, idle_in_transaction_session_timeout: 60_000 } as const;

function engineOf(address: DatabaseAddress): EngineOptions {
  const same = { entitySkipConstructor: true, synchronize: false, migrationsTableName: 'migrations' } as const;
  if ('url' in address)
    return { ...same, type: 'postgres', url: address.url, connectTimeoutMS: 5000, extra: postgresConnection };
  makePrivate(address.file);
  // WAL with FULL: a commit that was acknowledged survives the loss of power.
  return { ...same, type: 'better-sqlite3', database: address.file, enableWAL: true, timeout: 5000, prepareDatabase };
}

// Nobody else on the machine reads along. SQLite gives its log beside the file the file's own mode.
function makePrivate(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
}

function prepareDatabase(connection: { pragma(text: string): unknown }): void {
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
}

// Any number will do, as long as every version of the program asks for the same.
const upgradeLock = 1795300000;

// Several instances may start at once on PostgreSQL; the first brings the tables up to date, the others wait.
async function alone(source: DataSource, work: () => Promise<void>): Promise<void> {
  if (source.options.type !== 'postgres') return work();
  const runner = source.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [upgradeLock]);
    await work();
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [upgradeLock]).finally(() => runner.release());
  }
}

async function refuseNewer(source: DataSource, steps: readonly MigrationClass[]): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    if (!(await runner.hasTable('migrations'))) return;
    const rows = (await runner.query('SELECT name FROM migrations')) as { name: string }[];
    const known = new Set(steps.map(nameOf));
    const unknown = rows.map((row) => row.name).filter((name) => !known.has(name));
    if (unknown.length > 0) throw new DatabaseNewerThanProgram(unknown);
  } finally {
    await runner.release();
  }
}

const nameOf = (migration: MigrationClass): string => migration.name;
