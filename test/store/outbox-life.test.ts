import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { MeetingId } from '../../src/kernel/identifiers';
import type { MeetingTelling } from '../../src/outbox/domain/delivery';
import { Pace } from '../../src/outbox/domain/pace';
import type { NewDelivery, Returned } from '../../src/outbox/outbox.service';
import { outboxSchemas } from '../../src/outbox/store/outbox.schemas';
import type { Database } from '../../src/platform/database/database';
import { migrations } from '../../src/platform/database/migrations';
import { OutboxLife1795310100000 } from '../../src/platform/database/migrations/1795310100000-outbox-life';
import { connect } from '../../src/platform/database/open-database';
import { onEachDatabase } from '../support/databases';
import { aMail, OutboxOnDatabase, ScriptedCourier } from '../support/outbox-builders';

const aMeeting = (): MeetingId => randomUUID() as MeetingId;
const accepting = () => new ScriptedCourier(() => Promise.resolve({ kind: 'accepted', reply: '250 taken' }));

onEachDatabase((name, open, engine) => {
  describe('what is put', () => {
    let post: OutboxOnDatabase;

    beforeEach(async () => {
      post = new OutboxOnDatabase((await open(outboxSchemas)).database);
    });

    it('keeps what each message tells of each meeting', async () => {
      const [one, other] = [aMeeting(), aMeeting()].sort();
      const tells: MeetingTelling[] = [one, other].map((meetingId, at) => ({
        meetingId: meetingId ?? aMeeting(),
        revision: at + 2,
        sequence: at === 0 ? null : 3,
        isOff: at === 1,
        slice: at === 1 ? { offset: 20, minutes: 15 } : null,
        release: at === 0 ? 4 : null,
      }));

      await post.put(aMail({ tells, sequence: 3 }), aMail());

      expect((await post.all()).map(({ message }) => [message.sequence, message.tells])).toEqual([
        [3, tells],
        [null, []],
      ]);
    });

    it('keeps what the first told when the same is put again', async () => {
      const telling = { meetingId: aMeeting(), revision: 1, sequence: 0, isOff: false, slice: null, release: null };
      const mail = aMail({ tells: [telling] });

      await post.put(mail);
      await post.put({ ...mail, tells: [{ ...telling, revision: 2 }] });

      expect((await post.all()).map(({ message }) => message.tells)).toEqual([[telling]]);
    });

    it('waits as long as it was told to', async () => {
      const courier = accepting();
      await post.put(aMail({ pause: 10 }), aMail());

      await post.dispatcher(courier).dispatchAll();
      const before = courier.delivered.length;
      await post.letTimePass();
      await post.dispatcher(courier).dispatchAll();

      expect([before, courier.delivered.length]).toEqual([1, 2]);
    });
  });

  describe('a run', () => {
    let post: OutboxOnDatabase;

    beforeEach(async () => {
      post = new OutboxOnDatabase((await open(outboxSchemas)).database);
    });

    const states = async () => new Set((await post.all()).map(({ state }) => state));

    it('goes on when its rest ended while it recorded what had been sent', async () => {
      const turn = post.due.turn.bind(post.due);
      jest.spyOn(post.due, 'turn').mockImplementation(async (results, lease) => {
        const taken = await turn(results, lease);
        if (lease.atMost === 0) await sleep(60);
        return taken;
      });
      await post.put(...Array.from({ length: 9 }, () => aMail()));

      await post.dispatcher(accepting(), new Pace(4, 10, 120)).dispatchAll();

      expect(await states()).toEqual(new Set(['sent']));
    });

    it('looks once more for what was put while it looked', async () => {
      const courier = accepting();
      const dispatcher = post.dispatcher(courier);
      const turn = post.due.turn.bind(post.due);
      let again: Promise<void> = Promise.resolve();
      jest.spyOn(post.due, 'turn').mockImplementationOnce(async (results, lease) => {
        const taken = await turn(results, lease);
        await post.put(aMail());
        again = dispatcher.dispatchAll();
        return taken;
      });

      await dispatcher.dispatchAll();
      await again;

      expect(courier.delivered).toHaveLength(1);
    });
  });

  describe('a mail that came back', () => {
    let database: Database;
    let post: OutboxOnDatabase;

    beforeEach(async () => {
      ({ database } = await open(outboxSchemas));
      post = new OutboxOnDatabase(database);
    });

    const token = 'svar+abc@kretsen.example';
    const report = { envelopeTo: token, status: '5.1.1', diagnostic: 'smtp; 550 5.1.1 <maj@post.example> unknown' };
    const bounced = (returned: Returned) => database.transaction(() => post.outbox.bounced(returned));
    const told = async () => (await post.all()).map(({ state, progress }) => [state, progress.outcome, progress.reply]);
    const sent = async (...mails: readonly NewDelivery[]) => {
      await post.put(...mails);
      await post.dispatcher(accepting()).dispatchAll();
    };

    it('is known by its Message-ID among all that went from the address', async () => {
      const mails = [aMail({ envelopeFrom: token }), aMail({ envelopeFrom: token }), aMail({ envelopeFrom: token })];
      await sent(...mails);

      const found = await bounced({ ...report, messageId: mails[1]?.messageId ?? '' });

      expect(found.kind).toBe('bounced');
      expect(await told()).toEqual([
        ['sent', '', '250 taken'],
        ['bounced', 'noSuchAddress', '5.1.1 smtp; 550 5.1.1 … unknown'],
        ['sent', '', '250 taken'],
      ]);
    });

    it('is the newest from the address when the report names none of ours', async () => {
      await sent(aMail({ envelopeFrom: token }));
      await sent(aMail({ envelopeFrom: token }));

      await bounced({ ...report, messageId: '<other@post.example>', status: '5.2.2' });

      expect((await told()).map(([state, outcome]) => [state, outcome])).toEqual([
        ['sent', ''],
        ['bounced', 'mailboxFull'],
      ]);
    });

    it('stays sent while the report only tells of a delay', async () => {
      await sent(aMail({ envelopeFrom: token }));

      expect((await bounced({ ...report, status: '4.4.1' })).kind).toBe('delayed');
      expect(await told()).toEqual([['sent', '', '250 taken']]);
    });

    it('came back once, however often it is reported', async () => {
      await sent(aMail({ envelopeFrom: token }));

      await bounced(report);
      const again = await bounced({ ...report, status: '5.7.1' });

      expect(again.kind).toBe('bounced');
      expect((await told()).map(([, outcome]) => outcome)).toEqual(['noSuchAddress']);
    });

    it('is unknown when nothing was sent from the address', async () => {
      await post.put(aMail({ envelopeFrom: token }));

      expect((await bounced(report)).kind).toBe('unknown');
      expect((await told()).map(([state]) => state)).toEqual(['waiting']);
    });
  });

  describe('an upgrade', () => {
    const earlier = migrations.slice(0, migrations.indexOf(OutboxLife1795310100000));
    const group = randomUUID();

    const addMeeting = async (source: DataSource, number: number, state: string) => {
      const id = randomUUID();
      const row = {
        id,
        organisation_id: group,
        group_id: group,
        number,
        state,
        revision: number + 1,
        sequence: number,
      };
      const dated = { target: '2027-04-14', day: '2027-04-14', start: '13:00', minutes: 60, zone: 'Europe/Stockholm' };
      const rest = { length_reason: '', form: 'room', place: '', place_is_public: false, why: '' };
      await source
        .createQueryBuilder()
        .insert()
        .into('meeting')
        .values({ ...row, ...dated, ...rest })
        .execute();
      return id;
    };

    const addDelivery = async (source: DataSource, given: object) => {
      const id = randomUUID();
      const row = { id, organisation_id: group, group_id: group, person_id: group, revision: 9, once: id, position: 0 };
      const at = '2026-09-01T08:00:00.000Z';
      const times = { made_at: at, due_at: at, expires_at: at, attempts: 1, state: 'sent' };
      const rest = { recipient: '', envelope_from: '', message_id: '', outcome: '', reply: '' };
      await source
        .createQueryBuilder()
        .insert()
        .into('delivery')
        .values({ ...row, ...times, ...rest, ...given })
        .execute();
      return id;
    };

    it('knows what was told before, of one meeting and of the year', async () => {
      const { address } = await engine.place();
      const before = await connect(address, [], earlier);
      await before.runMigrations({ transaction: 'each' });
      const called = await addMeeting(before, 1, 'called');
      await addMeeting(before, 2, 'planned');
      const mail = await addDelivery(before, { meeting_id: called, channel: 'email', kind: 'invitation', revision: 2 });
      const letter = await addDelivery(before, { meeting_id: null, channel: 'letter', kind: 'overview' });
      await before.destroy();

      const after = await connect(address, []);
      await after.runMigrations({ transaction: 'each' });
      const told = await after.query<Record<string, unknown>[]>(
        'SELECT delivery_id, meeting_id, revision, sequence FROM delivery_meeting ORDER BY sequence IS NULL',
      );
      const off = await after.query<object[]>('SELECT 1 FROM delivery_meeting WHERE is_off');
      const sequences = await after.query<{ sequence: number | null }[]>(
        `SELECT sequence FROM delivery ORDER BY sequence IS NULL`,
      );
      await after.destroy();

      expect(told).toEqual([
        { delivery_id: mail, meeting_id: called, revision: 2, sequence: 1 },
        { delivery_id: letter, meeting_id: called, revision: 2, sequence: null },
      ]);
      expect(off).toEqual([]);
      expect(sequences).toEqual([{ sequence: 1 }, { sequence: null }]);
    });
  });
});
