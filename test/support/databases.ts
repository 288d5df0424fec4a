import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { EntitySchema } from 'typeorm';
import type { Database } from '../../src/platform/database/database';
import { openDatabase } from '../../src/platform/database/open-database';
import type { DatabaseAddress } from '../../src/platform/database/open-database';

type EngineName = 'SQLite' | 'PostgreSQL';

/** An empty place for a database; `remove` takes away all that came to be there. */
interface EmptyPlace {
  readonly address: DatabaseAddress;
  readonly remove: () => Promise<void>;
}

export interface OpenedDatabase {
  readonly database: Database;
  readonly address: DatabaseAddress;
  /** Closes the database and removes it; what a test leaves open is closed after its file. */
  readonly close: () => Promise<void>;
}

interface Engine {
  readonly name: EngineName;
  readonly place: () => Promise<EmptyPlace>;
  /** A new database with all tables. */
  readonly open: (schemas: readonly EntitySchema[]) => Promise<OpenedDatabase>;
}

type Tests = (name: EngineName, open: Engine['open'], engine: Engine) => void;

/** The same tests on both engines. Without PostgreSQL its half is skipped and says why; with CI=true that fails. */
export function onEachDatabase(tests: Tests): void {
  describe('on SQLite', () => {
    runOn('SQLite', sqlitePlace, tests);
  });
  const server = process.env.KRETSEN_TEST_POSTGRES;
  if (server !== undefined) {
    describe('on PostgreSQL', () => {
      runOn('PostgreSQL', () => postgresPlace(server), tests);
    });
    return;
  }
  const why = process.env.KRETSEN_TEST_WITHOUT_POSTGRES ?? 'the run was started without test/support/start-run.ts';
  if (process.env.CI === 'true')
    it('runs on PostgreSQL too', () => {
      throw new Error(why);
    });
  else it.skip(`PostgreSQL is left out: ${why}`, () => undefined);
}

function runOn(name: EngineName, place: () => Promise<EmptyPlace>, tests: Tests): void {
  const left: (() => Promise<void>)[] = [];
  const engine: Engine = {
    name,
    place: async () => {
      const made = await place();
      left.push(once(made.remove));
      return made;
    },
    open: async (schemas) => {
      const { address, remove } = await place();
      const database = await openDatabase({ address, schemas });
      const close = once(async () => {
        await database.close();
        await remove();
      });
      left.push(close);
      return { database, address, close };
    },
  };
  afterAll(async () => {
    for (const close of left.reverse()) await close();
  });
  tests(name, engine.open, engine);
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => (done ??= work());
}

function sqlitePlace(): Promise<EmptyPlace> {
  const folder = mkdtempSync(join(process.env.KRETSEN_TEST_FOLDER ?? tmpdir(), 'sqlite-'));
  return Promise.resolve({
    address: { file: join(folder, 'test.sqlite') },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  });
}

async function postgresPlace(server: string): Promise<EmptyPlace> {
  const name = `kretsen_test_${randomUUID().replaceAll('-', '')}`;
  await command(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { address: { url: url.href }, remove: () => command(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function command(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
