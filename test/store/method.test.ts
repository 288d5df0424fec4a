import { statementSchema } from '../../src/method/store/method.schemas';
import { TypeormStatementsRepository } from '../../src/method/store/typeorm-statements.repository';
import { Instant } from '../../src/kernel/instant';
import type { Database } from '../../src/platform/database/database';
import { Seal } from '../../src/platform/database/seal';
import { onEachDatabase } from '../support/databases';
import { anId } from '../support/groups-builders';
import { aStatement } from '../support/method-builders';

const seal = new Seal(Buffer.from('a key of thirty-two bytes, fixed'), 'k1');

onEachDatabase((_, open) => {
  let database: Database;
  let kept: TypeormStatementsRepository;

  beforeAll(async () => {
    ({ database } = await open([statementSchema]));
    kept = new TypeormStatementsRepository(database, seal);
  });

  const place = { organisationId: anId<'organisation'>(), groupId: anId<'group'>() };
  const later = Instant.of('2027-01-05T08:00:00Z');
  const within = <Result>(work: () => Promise<Result>): Promise<Result> => database.transaction(work);
  const all = () => within(() => kept.ofGroup(place.organisationId, place.groupId));

  it('finds what was written again, oldest first, and nothing of another group', async () => {
    const newer = aStatement({ ...place, line: 'choices', kind: 'noted', words: 'Olle sa det.', writtenAt: later });
    const older = aStatement(place);
    for (const one of [newer, older, aStatement()]) await within(() => kept.save(one));

    expect(await all()).toEqual([older, newer]);
  });

  it('keeps what was taken back, by whom and when', async () => {
    const [older] = await all();
    const taken = older!.takeBack(later, anId());
    await within(() => kept.save(taken));

    expect((await all())[0]).toEqual(taken);
  });

  it('holds no word of it in the clear', async () => {
    const rows = await within(() => database.repository(statementSchema).find());

    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toContain('Olle');
  });
});
