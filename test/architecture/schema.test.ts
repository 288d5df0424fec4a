import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EntitySchema } from 'typeorm';
import { allSchemas } from '../../src/app.schemas';
import { id } from '../../src/platform/database/columns';
import { connect } from '../../src/platform/database/open-database';
import type { DatabaseAddress } from '../../src/platform/database/open-database';
import { onEachDatabase } from '../support/databases';

const source = join(__dirname, '..', '..', 'src');

const inStores = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^[a-z]+\/store\/[a-z-]+\.schemas\.ts$/.test(file))
  .flatMap((file) => Object.values(jest.requireActual<Record<string, unknown>>(join(source, file))))
  .filter((exported) => Array.isArray(exported))
  .flat() as EntitySchema[];

const tableOf = ({ options }: EntitySchema): string => options.tableName ?? options.name;

/** What TypeORM would change to make the tables fit the schemas. */
async function drift(address: DatabaseAddress, schemas: readonly EntitySchema[]): Promise<string[]> {
  const check = await connect(address, schemas);
  try {
    const { upQueries } = await check.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    await check.destroy();
  }
}

describe('the list of tables', () => {
  it('holds every schema of every store', () => {
    expect(inStores.length).toBeGreaterThan(0);
    expect(allSchemas.map(tableOf).sort()).toEqual(inStores.map(tableOf).sort());
  });
});

onEachDatabase((name, open) => {
  it('is what the migrations make, to the last index', async () => {
    const { address } = await open(inStores);

    expect(await drift(address, inStores)).toEqual([]);
  });

  it('would show a column whose length is another', async () => {
    const longer = new EntitySchema({
      name: 'unit',
      columns: {
        id: id('id', { primary: true }),
        organisationId: id('organisation_id'),
        name: { type: 'varchar', length: 201 },
      },
      indices: [{ name: 'unit_organisation', columns: ['organisationId'] }],
    });
    const { address } = await open([longer]);

    expect((await drift(address, [longer])).join()).toContain('201');
  });

  it('has no table that the program does not know', async () => {
    const { database } = await open(inStores);
    const list =
      name === 'SQLite'
        ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`
        : `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`;
    const made = await database.transaction(() => database.manager().query<{ name: string }[]>(list));

    const known = ['migrations', ...inStores.map(tableOf)];
    expect(made.map((table) => table.name).sort()).toEqual(known.sort());
  });
});
