import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allSchemas } from '../../src/app.schemas';
import { idOf } from '../../src/kernel/identifiers';
import type { Holder } from '../../src/outbox/holding.service';
import { holdSchema, markSchema } from '../../src/outbox/store/outbox.schemas';
import { TypeormMarksRepository } from '../../src/outbox/store/typeorm-marks.repository';
import type { Database } from '../../src/platform/database/database';
import { SystemDice } from '../../src/platform/dice';
import { onEachDatabase } from '../support/databases';
import { aMail, organisationId, ScriptedCourier } from '../support/outbox-builders';
import { WatchedOutbox } from '../support/watched-outbox';

const dice = new SystemDice();
const accepting = () => new ScriptedCourier(() => Promise.resolve({ kind: 'accepted', reply: '250 taken' }));
const elsewhere: Holder = { organisationId: idOf<'organisation'>(dice.id()), userId: null, role: 'administrator' };

onEachDatabase((_, open) => {
  let database: Database;
  let post: WatchedOutbox;
  let folder: string;

  const states = async () => [...new Set((await post.all()).map(({ state }) => state))].sort();
  const inTransaction = <Result>(work: () => Promise<Result>) => database.transaction(work);
  const dispatch = async () => {
    const courier = accepting();
    await post.dispatcher(courier).dispatchAll();
    return courier.delivered.length;
  };

  /** The watch of a program that has just been started. */
  const startedWatch = () => new WatchedOutbox(database, folder).watch;
  const held = () => post.held();
  const marks = () => inTransaction(() => database.repository(markSchema).find());
  const putBack = async (mark: string) => {
    const [row] = await marks();
    await inTransaction(() => database.repository(markSchema).save({ ...row, mark }));
  };

  beforeEach(async () => {
    ({ database } = await open(allSchemas));
    folder = mkdtempSync(join(process.env.KRETSEN_TEST_FOLDER ?? tmpdir(), 'marks-'));
    post = new WatchedOutbox(database, folder);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  describe('held mail', () => {
    it('waits until it is released, and then goes', async () => {
      await post.put(aMail(), aMail());
      await post.hold('paused');

      const whileHeld = await dispatch();
      await post.hold(null);

      expect([whileHeld, await dispatch()]).toEqual([0, 2]);
      expect(await states()).toEqual(['sent']);
    });

    it('is held for its own organisation only', async () => {
      await post.put(aMail());
      await inTransaction(() => post.holding.hold(elsewhere));

      expect(await dispatch()).toBe(1);
    });

    it('is not taken up either when its lease runs out', async () => {
      await post.put(aMail());
      await post.due.turn([], { owner: 'died', seconds: 1, atMost: 4 });
      await post.letTimePass();
      await post.hold('paused');

      expect(await dispatch()).toBe(0);
    });

    it('is not sent for a meeting that began meanwhile', async () => {
      await post.put(aMail({ expiresAt: (await post.now()).plusMinutes(-1) }), aMail());
      await post.hold('paused');
      await post.hold(null);

      expect(await dispatch()).toBe(1);
      expect(await states()).toEqual(['cancelled', 'sent']);
    });

    it('is written down in the access log, each time once', async () => {
      for (let twice = 0; twice < 2; twice++) await post.hold('paused');
      for (let twice = 0; twice < 2; twice++) await post.hold(null);

      expect(await inTransaction(() => post.audit.verify(organisationId))).toMatchObject({
        kind: 'holds',
        head: { number: 2 },
      });
    });
  });

  describe('a database that was put back', () => {
    beforeEach(async () => {
      await post.put(aMail());
      await startedWatch().renew();
    });

    it('has all its mail held at the next start, until somebody releases it', async () => {
      await putBack(dice.id());

      await startedWatch().renew();

      expect(await held()).toMatchObject({ why: 'restored', heldBy: null });
      expect(await dispatch()).toBe(0);
      await post.hold(null);
      await startedWatch().renew();
      expect([await held(), await dispatch()]).toEqual([null, 1]);
    });

    it('stays held when the program is started again', async () => {
      await putBack(dice.id());

      await startedWatch().renew();
      await startedWatch().renew();

      expect(await held()).toMatchObject({ why: 'restored' });
    });

    it('is told from one that was only closed, also by kill -9 between the two writes of a mark', async () => {
      const watch = startedWatch();
      await watch.begin();
      jest.spyOn(TypeormMarksRepository.prototype, 'put').mockRejectedValueOnce(new Error('killed'));
      await expect(watch.renew()).rejects.toThrow('killed');

      await startedWatch().begin();

      expect(await held()).toBeNull();
    });

    it('is told from one that was away for many marks', async () => {
      const watch = startedWatch();
      jest.spyOn(TypeormMarksRepository.prototype, 'put').mockRejectedValueOnce(new Error('away'));
      jest.spyOn(TypeormMarksRepository.prototype, 'put').mockRejectedValueOnce(new Error('away'));
      await expect(watch.renew()).rejects.toThrow('away');
      await expect(watch.renew()).rejects.toThrow('away');

      await startedWatch().begin();

      expect(await held()).toBeNull();
    });

    it('is noticed without the data folder too, when no other instance is awake', async () => {
      rmSync(join(folder, 'outbox.mark'));
      await inTransaction(() =>
        database.repository(markSchema).createQueryBuilder().update().set({ at: '2020-01-01T00:00:00.000Z' }).execute(),
      );

      await startedWatch().begin();

      expect(await held()).toMatchObject({ why: 'restored' });
    });
  });

  it('takes no notice of a new instance beside one that is awake', async () => {
    await post.put(aMail());
    await startedWatch().renew();
    rmSync(join(folder, 'outbox.mark'));

    await startedWatch().renew();

    expect(await inTransaction(() => database.repository(holdSchema).find())).toEqual([]);
    expect(await marks()).toHaveLength(2);
  });
});
