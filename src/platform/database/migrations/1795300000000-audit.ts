import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../tables';

export class Audit1795300000000 implements MigrationInterface {
  readonly name = 'Audit1795300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(accessLog);
    await runner.createTable(accessLogHead);
    for (const statement of isPostgres(runner) ? onPostgres : onSqlite) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('access_log_head');
    await runner.dropTable('access_log');
    if (isPostgres(runner)) await runner.query('DROP FUNCTION access_log_is_append_only()');
  }
}

const accessLog = table('access_log', {
  columns: [
    column.id(),
    column.id('organisation_id'),
    column.whole('number'),
    column.instant('at'),
    column.id('user_id', { isNullable: true }),
    column.words('role', 40),
    column.words('action', 60),
    column.id('about_id', { isNullable: true }),
    column.text('subjects'),
    column.words('previous', 64),
    column.words('hash', 64),
  ],
  indices: [
    { name: 'access_log_number', columnNames: ['organisation_id', 'number'], isUnique: true },
    { name: 'access_log_about', columnNames: ['organisation_id', 'about_id'] },
  ],
});

const accessLogHead = table('access_log_head', {
  columns: [column.id(), column.whole('number'), column.words('hash', 64)],
});

const isPostgres = (runner: QueryRunner): boolean => runner.dataSource.options.type === 'postgres';

const onPostgres = [
  `CREATE FUNCTION access_log_is_append_only() RETURNS trigger AS $$
   BEGIN RAISE EXCEPTION 'the access log is append-only'; END $$ LANGUAGE plpgsql`,
  `CREATE TRIGGER access_log_append_only BEFORE UPDATE OR DELETE ON access_log
   FOR EACH ROW EXECUTE FUNCTION access_log_is_append_only()`,
  `CREATE TRIGGER access_log_no_truncate BEFORE TRUNCATE ON access_log
   FOR EACH STATEMENT EXECUTE FUNCTION access_log_is_append_only()`,
];

const onSqlite = ['UPDATE', 'DELETE'].map(
  (verb) =>
    `CREATE TRIGGER access_log_no_${verb.toLowerCase()} BEFORE ${verb} ON access_log
     BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END`,
);
