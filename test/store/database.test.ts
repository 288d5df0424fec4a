import { DataSource, EntitySchema } from 'typeorm';
import { Database, QueryOutsideTransaction } from '../../src/platform/database/database';
import { id, whole } from '../../src/platform/database/columns';
import { connect } from '../../src/platform/database/open-database';
import { onEachDatabase } from '../support/databases';
import type { OpenedDatabase } from '../support/databases';

interface Head {
  id: string;
  number: number;
  hash: string;
}

// Any table will do; this one is small.
const head = new EntitySchema<Head>({
  name: 'TestHead',
  tableName: 'access_log_head',
  columns: { id: id('id', { primary: true }), number: whole('number'), hash: { type: 'varchar', length: 64 } },
});

const row = (name: string): Head => ({ id: name, number: 1, hash: '' });
const aMoment = (): Promise<void> => new Promise((later) => setTimeout(later, 10));

onEachDatabase((name, open) => {
  let opened: OpenedDatabase;
  let database: Database;
  const save = (called: string) => database.repository(head).insert(row(called));
  const names = () =>
    database.transaction(async () => (await database.repository(head).find()).map((each) => each.id).sort());

  beforeEach(async () => {
    opened = await open([head]);
    ({ database } = opened);
  });

  it('refuses a query outside a transaction', () => {
    expect(() => database.repository(head)).toThrow(QueryOutsideTransaction);
  });

  it('refuses a query of work that outlived its transaction', async () => {
    let late: Promise<unknown> = Promise.resolve();
    await database.transaction(() => {
      late = aMoment().then(() => save('late'));
      return Promise.resolve();
    });

    await expect(late).rejects.toThrow(QueryOutsideTransaction);
    expect(await names()).toEqual([]);
  });

  it('starts a new transaction for work that outlived its own', async () => {
    let late: Promise<unknown> = Promise.resolve();
    await database.transaction(() => {
      late = aMoment().then(() => database.transaction(() => save('late')));
      return Promise.resolve();
    });
    await late;

    expect(await names()).toEqual(['late']);
  });

  it('undoes all of a transaction that fails', async () => {
    const failing = database.transaction(async () => {
      await save('first');
      throw new Error('no');
    });

    await expect(failing).rejects.toThrow('no');
    expect(await names()).toEqual([]);
  });

  it('undoes only the inner part when a nested transaction fails and the outer goes on', async () => {
    await database.transaction(async () => {
      await save('outer');
      await database
        .transaction(async () => {
          await save('inner');
          throw new Error('no');
        })
        .catch(() => undefined);
      await save('after');
    });

    expect(await names()).toEqual(['after', 'outer']);
  });

  it('undoes a nested transaction that held when the outer falls', async () => {
    const failing = database.transaction(async () => {
      await database.transaction(() => save('inner'));
      throw new Error('no');
    });

    await expect(failing).rejects.toThrow('no');
    expect(await names()).toEqual([]);
  });

  it('keeps apart nested transactions that are started at the same time', async () => {
    await database.transaction(async () => {
      const falls = database.transaction(async () => {
        await save('falls');
        await aMoment();
        throw new Error('no');
      });
      const holds = database.transaction(() => save('holds'));
      await Promise.allSettled([falls, holds]);
    });

    expect(await names()).toEqual(['holds']);
  });

  it('keeps apart transactions that are started at the same time', async () => {
    const falls = database.transaction(async () => {
      await save('falls');
      await aMoment();
      throw new Error('no');
    });
    const holds = database.transaction(async () => {
      await save('holds 1');
      await aMoment();
      await save('holds 2');
    });

    await Promise.allSettled([falls, holds]);

    expect(await names()).toEqual(['holds 1', 'holds 2']);
  });

  it('goes on with the next transaction after one that failed', async () => {
    await database.transaction(() => Promise.reject(new Error('no'))).catch(() => undefined);

    await database.transaction(() => save('next'));

    expect(await names()).toEqual(['next']);
  });

  if (name === 'PostgreSQL')
    it('goes on by itself after the server has hung up on it', async () => {
      await database.transaction(() => save('before'));
      const hangUp = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`;
      const { address } = opened;
      const other = await connect(address, []);
      await other.query(hangUp);
      await other.destroy();
      await aMoment();

      await database.transaction(() => save('after'));

      expect(await names()).toEqual(['after', 'before']);
    });

  if (name === 'SQLite') {
    it('holds the write lock from its start, so that another process waits instead of failing half-way', async () => {
      const file = 'file' in opened.address ? opened.address.file : '';
      const other = await new DataSource({ type: 'better-sqlite3', database: file, timeout: 1 }).initialize();
      const write = () => other.query("INSERT INTO access_log_head (id, number, hash) VALUES ('other', 1, '')");

      await opened.database.transaction(async () => {
        await opened.database.repository(head).count();
        await expect(write()).rejects.toThrow('database is locked');
        await opened.database.repository(head).insert(row('own'));
      });
      await write();

      const count = await opened.database.transaction(() => opened.database.repository(head).count());
      expect(count).toBe(2);
      await other.destroy();
    });

    it('reads back the settings under which an acknowledged commit survives the loss of power', async () => {
      const read = (pragma: string) => database.transaction(() => database.manager().query(`PRAGMA ${pragma}`));

      expect(await read('journal_mode')).toEqual([{ journal_mode: 'wal' }]);
      expect(await read('synchronous')).toEqual([{ synchronous: 2 }]);
      expect(await read('foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    });
  }
});
