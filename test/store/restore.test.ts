import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { allSchemas } from '../../src/app.schemas';
import type { DatabaseAddress } from '../../src/platform/database/open-database';
import { openDatabase } from '../../src/platform/database/open-database';
import { backupOf } from '../support/backups';
import { onEachDatabase } from '../support/databases';
import { aMail, ScriptedCourier } from '../support/outbox-builders';
import { WatchedOutbox } from '../support/watched-outbox';

// 20 in a full run; three tell the same in a short one.
const times = Number(process.env.KRETSEN_TEST_RESTORES ?? '3');

const slow = () => new ScriptedCourier(() => sleep(3, { kind: 'accepted', reply: '250 taken' } as const));

onEachDatabase((name, open, engine) => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(process.env.KRETSEN_TEST_FOLDER ?? tmpdir(), 'restore-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const started = async (address: DatabaseAddress) =>
    new WatchedOutbox(await openDatabase({ address, schemas: allSchemas }), folder);

  it.each(Array.from({ length: times }, (__, time) => time + 1))(
    'a backup made while mail goes out is whole, and sends nothing of itself when it is put back (%i)',
    async () => {
      const { database, address } = await open(allSchemas);
      const before = new WatchedOutbox(database, folder);
      await before.watch.renew();
      await before.put(...Array.from({ length: 40 }, () => aMail()));
      await before.put(aMail({ expiresAt: (await before.now()).plusMinutes(1 / 30), pause: 1 }));
      const backup = await engine.place();
      const backUp = await backupOf(address, backup.address);
      const sending = before.dispatcher(slow()).dispatchAll();
      await sleep(Math.random() * 60);
      await backUp();
      await sending;
      await before.watch.renew();
      await sleep(2000);

      const after = await started(backup.address);
      await after.watch.begin();
      await after.letTimePass();
      const waited = (await after.all()).filter(({ state }) => state !== 'sent').length;
      const held = slow();
      await after.dispatcher(held).dispatchAll();
      await after.hold(null);
      const released = slow();
      await after.dispatcher(released).dispatchAll();
      const ended = (await after.all()).map(({ state }) => state);
      const faults = await after.faults();
      await after.close();

      expect(faults).toEqual([]);
      expect(held.delivered).toEqual([]);
      expect(released.delivered).toHaveLength(waited - 1);
      expect(ended.filter((state) => state !== 'sent')).toEqual(['cancelled']);
    },
  );

  if (name === 'SQLite')
    it('a database that is full takes a change as a whole or not at all, and goes on when there is room', async () => {
      const { database } = await open(allSchemas);
      const post = new WatchedOutbox(database, folder);
      const pragma = async (text: string) =>
        database.transaction(() => database.manager().query<{ page_count: number }[]>(`PRAGMA ${text}`));
      const [{ page_count: pages } = { page_count: 0 }] = await pragma('page_count');
      const large = () => aMail({ raw: Buffer.from(`${'x'.repeat(200_000)}\r\n`) });
      await pragma(`max_page_count = ${String(pages + 60)}`);

      await expect(post.put(large(), large(), large())).rejects.toThrow('full');
      const whileFull = await post.all();
      await pragma(`max_page_count = ${String(pages + 6000)}`);
      await post.put(large());

      expect(whileFull).toEqual([]);
      expect(await post.all()).toHaveLength(1);
      expect(await post.faults()).toEqual([]);
    });
});
