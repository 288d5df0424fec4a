import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migrations } from '../../src/platform/database/migrations';
import { connect, DatabaseNewerThanProgram, openDatabase } from '../../src/platform/database/open-database';
import type { DatabaseAddress, MigrationClass } from '../../src/platform/database/open-database';
import { column, table } from '../../src/platform/database/tables';
import { onEachDatabase } from '../support/databases';

class LaterStep1999999999999 implements MigrationInterface {
  readonly name = 'LaterStep1999999999999';
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(table('later', { columns: [column.id()] }));
  }
  down(): Promise<void> {
    return Promise.resolve();
  }
}

class BrokenStep1999999999999 implements MigrationInterface {
  readonly name = 'BrokenStep1999999999999';
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(table('half_made', { columns: [column.id()] }));
    await runner.query('INSERT INTO a_table_that_is_not_there VALUES (1)');
  }
  down(): Promise<void> {
    return Promise.resolve();
  }
}

async function asked<Row>(address: DatabaseAddress, question: string): Promise<Row[]> {
  const source = await connect(address, []);
  try {
    return await source.query<Row[]>(question);
  } finally {
    await source.destroy();
  }
}

const stepsIn = async (address: DatabaseAddress): Promise<string[]> =>
  (await asked<{ name: string }>(address, 'SELECT name FROM migrations ORDER BY id')).map(({ name }) => name);

const named = (step: MigrationClass) => (fault: unknown) => {
  throw new Error(`${step.name}: ${String(fault)}`);
};

const fingerprint = (address: DatabaseAddress): string =>
  'file' in address ? createHash('sha256').update(readFileSync(address.file)).digest('hex') : '';

onEachDatabase((name, open, engine) => {
  const opened = async (address: DatabaseAddress, steps: readonly MigrationClass[] = migrations): Promise<void> => {
    await (await openDatabase({ address, schemas: [], steps })).close();
  };

  it('runs every step once, in order, however often the program starts', async () => {
    const { address } = await engine.place();

    await opened(address);
    await opened(address);

    expect(await stepsIn(address)).toEqual(migrations.map((step) => step.name));
  });

  it('refuses a database that is newer than the program with a clear sentence, and leaves it untouched', async () => {
    const { address } = await engine.place();
    await opened(address, [...migrations, LaterStep1999999999999]);
    const [before, bytes] = [await stepsIn(address), fingerprint(address)];

    const refused = opened(address);

    await expect(refused).rejects.toThrow(DatabaseNewerThanProgram);
    await expect(refused).rejects.toThrow(
      /newer than this program.*"LaterStep1999999999999".*Nothing has been changed/,
    );
    expect(await stepsIn(address)).toEqual(before);
    expect(fingerprint(address)).toBe(bytes);
  });

  it('undoes all of a step that fails, and keeps the steps before it', async () => {
    const { address } = await engine.place();

    // TypeORM tells the console of a step that failed.
    jest.spyOn(console, 'log').mockReturnValueOnce();
    await expect(opened(address, [...migrations, BrokenStep1999999999999])).rejects.toThrow(
      'a_table_that_is_not_there',
    );

    expect(await stepsIn(address)).toEqual(migrations.map((step) => step.name));
    await expect(asked(address, 'SELECT * FROM half_made')).rejects.toThrow('half_made');
    await opened(address);
  });

  it('goes all the way back, and forward again', async () => {
    const { address } = await engine.place();
    await opened(address);
    const source = await connect(address, []);
    for (const step of migrations) await source.undoLastMigration({ transaction: 'each' }).catch(named(step));
    await source.destroy();

    expect(await stepsIn(address)).toEqual([]);
    await opened(address);
    expect(await stepsIn(address)).toEqual(migrations.map((step) => step.name));
  });

  if (name === 'PostgreSQL')
    it('lets several instances start at once', async () => {
      const { address } = await engine.place();

      await Promise.all([opened(address), opened(address), opened(address)]);

      expect(await stepsIn(address)).toEqual(migrations.map((step) => step.name));
    });
});
