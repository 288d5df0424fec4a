import { Client } from 'pg';
import { allSchemas } from '../../src/app.schemas';
import { connect, type DatabaseAddress, openDatabase } from '../../src/platform/database/open-database';

/** Makes everything ready; the copy is of the moment it is then asked for, while others go on writing. */
export async function backupOf(from: DatabaseAddress, to: DatabaseAddress): Promise<() => Promise<void>> {
  if ('file' in from && 'file' in to) return () => copyFile(from, to.file);
  if (!('url' in from && 'url' in to)) throw new Error('A backup is of the same engine.');
  await (await openDatabase({ address: to, schemas: allSchemas })).close();
  return () => copyTables(from.url, to.url);
}

async function copyFile(from: DatabaseAddress, file: string): Promise<void> {
  const source = await connect(from, []);
  await source.query('VACUUM INTO ?', [file]);
  await source.destroy();
}

// What pg_dump does: all tables out of one snapshot.
async function copyTables(from: string, to: string): Promise<void> {
  const [source, copy] = [new Client({ connectionString: from }), new Client({ connectionString: to })];
  await Promise.all([source.connect(), copy.connect()]);
  await source.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  for (const { options } of allSchemas) {
    const table = `"${options.tableName ?? options.name}"`;
    const { rows } = await source.query<object>(`SELECT * FROM ${table}`);
    await copy.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`, [
      JSON.stringify(rows),
    ]);
  }
  await Promise.all([source.end(), copy.end()]);
}
