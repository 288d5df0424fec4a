import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { AuditLog } from '../../src/audit/audit-log.service';
import type { Database } from '../../src/platform/database/database';
import { accessOn, accessTables, MovedClock } from '../support/access-app';
import { onEachDatabase } from '../support/databases';

onEachDatabase((engine, open) => {
  let database: Database;
  let house: INestApplicationContext;
  let log: AuditLog;
  beforeAll(async () => {
    ({ database } = await open(accessTables));
    house = await accessOn(database, new MovedClock());
    log = house.get(AuditLog, { strict: false });
  });
  afterAll(() => house.close());

  const somebody = () => ({ organisationId: randomUUID(), userId: randomUUID(), role: 'coordinator' });
  const read = { action: 'person.read', about: randomUUID(), subjects: [randomUUID()] };
  const verify = (organisationId: string) => database.transaction(() => log.verify(organisationId));
  const statement = (sql: string) => database.transaction(() => database.manager().query<unknown>(sql));
  const recordTimes = async (who: ReturnType<typeof somebody>, times: number) => {
    for (let time = 0; time < times; time += 1) await database.transaction(() => log.record(who, read));
  };

  it('holds as a chain of as many entries as were written, each organisation its own', async () => {
    const [one, other] = [somebody(), somebody()];
    await recordTimes(one, 3);
    await recordTimes(other, 1);

    expect(await verify(one.organisationId)).toMatchObject({ kind: 'holds', head: { number: 3 } });
    expect(await verify(other.organisationId)).toMatchObject({ kind: 'holds', head: { number: 1 } });
  });

  it('verifies more entries than it reads at a time', async () => {
    const who = somebody();
    await database.transaction(async () => {
      for (let time = 0; time < 1001; time += 1) await log.record(who, read);
    });

    expect(await verify(who.organisationId)).toMatchObject({ kind: 'holds', head: { number: 1001 } });
  });

  it('gives contiguous numbers to entries written at the same time', async () => {
    const who = somebody();
    await Promise.all(Array.from({ length: 40 }, () => database.transaction(() => log.record(who, read))));

    expect(await verify(who.organisationId)).toMatchObject({ kind: 'holds', head: { number: 40 } });
  });

  it('writes nothing when what it tells of did not happen', async () => {
    const who = somebody();
    await recordTimes(who, 1);
    const undone = database.transaction(async () => {
      await log.record(who, read);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await recordTimes(who, 1);

    expect(await verify(who.organisationId)).toMatchObject({ kind: 'holds', head: { number: 2 } });
  });

  it('refuses to change or remove an entry', async () => {
    await recordTimes(somebody(), 1);

    await expect(statement(`UPDATE access_log SET action = 'x'`)).rejects.toThrow('append-only');
    await expect(statement('DELETE FROM access_log')).rejects.toThrow('append-only');
    if (engine === 'PostgreSQL') await expect(statement('TRUNCATE access_log')).rejects.toThrow('append-only');
  });

  describe('when somebody got past the triggers', () => {
    const triggers =
      engine === 'SQLite' ? ['access_log_no_update', 'access_log_no_delete'] : ['access_log_append_only'];
    beforeAll(async () => {
      const on = engine === 'SQLite' ? '' : ' ON access_log';
      for (const trigger of triggers) await statement(`DROP TRIGGER ${trigger}${on}`);
    });

    it.each([
      ['changed', 2, `UPDATE access_log SET role = 'administrator' WHERE number = 2 AND organisation_id = `],
      ['missing', 2, 'DELETE FROM access_log WHERE number = 2 AND organisation_id = '],
      ['cut', 3, 'DELETE FROM access_log WHERE number = 3 AND organisation_id = '],
    ])('names the first bad entry: %s', async (why, number, change) => {
      const who = somebody();
      await recordTimes(who, 3);
      await statement(`${change}'${who.organisationId}'`);

      expect(await verify(who.organisationId)).toEqual({ kind: 'broken', number, why });
    });
  });

  it('takes ids only', async () => {
    const named = { action: 'person.read', about: null, subjects: ['Olle'] };
    await expect(database.transaction(() => log.record(somebody(), named))).rejects.toThrow('ids only');
  });
});
