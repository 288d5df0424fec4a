import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { Viewer } from '../../src/access/domain/viewer';
import { idOf } from '../../src/kernel/identifiers';
import { Instant } from '../../src/kernel/instant';
import type { Delivery } from '../../src/outbox/domain/delivery';
import { Pace } from '../../src/outbox/domain/pace';
import { MailWithStrayLineEnds } from '../../src/outbox/outbox.service';
import { deliveryBytesSchema, outboxSchemas } from '../../src/outbox/store/outbox.schemas';
import type { Database } from '../../src/platform/database/database';
import { openDatabase } from '../../src/platform/database/open-database';
import type { DatabaseAddress } from '../../src/platform/database/open-database';
import type { Receipt } from '../../src/platform/mail/courier';
import { SmtpCourier } from '../../src/platform/mail/smtp-courier';
import { onEachDatabase } from '../support/databases';
import { aMail, organisationId, OutboxOnDatabase, ScriptedCourier } from '../support/outbox-builders';
import { SmtpSink } from '../support/smtp-sink';

const accepted: Receipt = { kind: 'accepted', reply: '250 taken' };
const accepting = () => new ScriptedCourier(() => Promise.resolve(accepted));
const told = ({ state, progress }: Delivery) => ({ state, outcome: progress.outcome, reply: progress.reply });
const minutesUntil = (later: Instant, now: Instant) =>
  Math.round((later.toDate().getTime() - now.toDate().getTime()) / 60_000);

// Every byte but CR and LF, which only stand together.
const everyByte = () =>
  Buffer.from([...Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte !== 10 && byte !== 13), 13, 10]);

onEachDatabase((name, open) => {
  let database: Database;
  let address: DatabaseAddress;
  let close: () => Promise<void>;
  let post: OutboxOnDatabase;

  beforeEach(async () => {
    ({ database, address, close } = await open(outboxSchemas));
    post = new OutboxOnDatabase(database);
  });

  afterEach(() => close());

  describe('what is put', () => {
    it('holds or falls with the change that caused it', async () => {
      const failing = database.transaction(async () => {
        await post.outbox.put({ organisationId }, [aMail()]);
        throw new Error('the change could not be saved');
      });

      await expect(failing).rejects.toThrow('could not be saved');
      expect(await post.all()).toEqual([]);
    });

    it('goes out once, however often it is put', async () => {
      const mail = aMail();
      const courier = accepting();

      await post.put(mail, mail);
      await post.dispatcher(courier).dispatchAll();
      await post.put({ ...mail, raw: Buffer.from('another text\r\n') });
      await post.dispatcher(courier).dispatchAll();

      expect(courier.delivered.map(({ raw }) => raw)).toEqual([mail.raw]);
    });

    it.each(['no end', 'bare\nline feed\r\n', 'bare\rreturn\r\n'])(
      'is refused when it would change on the way: %j',
      async (text) => {
        await expect(post.put(aMail({ raw: Buffer.from(text) }))).rejects.toThrow(MailWithStrayLineEnds);
        expect(await post.all()).toEqual([]);
      },
    );

    it('lies sealed in the database', async () => {
      await post.put(aMail({ raw: Buffer.from('Subject: a secret\r\n\r\n') }));

      const [row] = await database.transaction(() => database.repository(deliveryBytesSchema).find());

      expect(row?.raw).toMatch(/^s1:k1:[A-Za-z0-9+/=]+$/);
    });

    it('leaves in the order it was put', async () => {
      const mails = ['overview', 'first', 'second', 'third'].map((text) => aMail({ raw: Buffer.from(`${text}\r\n`) }));
      const courier = accepting();

      await post.put(...mails);
      await post.dispatcher(courier, new Pace(1, 0, 120)).dispatchAll();

      expect(courier.delivered.map(({ raw }) => raw.toString().trim())).toEqual([
        'overview',
        'first',
        'second',
        'third',
      ]);
    });

    it('is left alone by the couriers when it is a letter', async () => {
      const courier = accepting();

      await post.put(aMail({ channel: 'letter', protection: null, recipient: '', raw: Buffer.alloc(0) }));
      await post.dispatcher(courier).dispatchAll();

      expect(courier.delivered).toEqual([]);
      expect((await post.all()).map((each) => each.state)).toEqual(['waiting']);
    });
  });

  describe('over a real mail server', () => {
    let sink: SmtpSink;
    let courier: SmtpCourier;

    beforeEach(async () => {
      sink = await SmtpSink.listening();
      courier = new SmtpCourier(sink.url);
    });

    afterEach(async () => {
      courier.close();
      await sink.close();
    });

    it('arrives byte for byte as it was stored', async () => {
      const mails = [aMail(), aMail({ recipient: 'bo@post.example' }), aMail({ raw: everyByte() })];

      await post.put(...mails);
      await post.dispatcher(courier).dispatchAll();

      const sent = mails.map(({ raw }) => raw.toString('latin1'));
      expect(sink.arrived.map(({ raw }) => raw.toString('latin1')).sort()).toEqual(sent.sort());
      expect((await post.all()).map(told)).toEqual(
        Array(3).fill({ state: 'sent', outcome: '', reply: expect.stringMatching(/^250 /) as string }),
      );
    });

    it.each(['MAIL', 'RCPT', 'DATA'] as const)('is tried again when the server is busy at %s', async (at) => {
      sink.meet({ kind: 'answer', at, code: 451, words: 'come back later, maj@post.example' });

      await post.put(aMail());
      await post.dispatcher(courier).dispatchAll();
      const [deferred] = await post.all();
      await post.letTimePass();
      await post.dispatcher(courier).dispatchAll();

      expect(deferred && told(deferred)).toEqual({
        state: 'deferred',
        outcome: 'serverBusy',
        reply: '451 come back later, …',
      });
      expect((await post.all()).map((each) => each.state)).toEqual(['sent']);
      expect(sink.arrived).toHaveLength(1);
    });

    it('fails at once when the server refuses one recipient for good, and the others are unaffected', async () => {
      sink.meet({ kind: 'answer', at: 'RCPT', code: 550, words: '5.1.1 <maj@post.example> is not known here' });

      await post.put(aMail(), aMail({ recipient: 'bo@post.example' }));
      await post.dispatcher(courier, new Pace(1, 0, 120)).dispatchAll();

      expect((await post.all()).map(told)).toEqual([
        { state: 'failed', outcome: 'noSuchAddress', reply: '550 5.1.1 … is not known here' },
        { state: 'sent', outcome: '', reply: expect.stringMatching(/^250/) as string },
      ]);
    });

    it('is kept with a plain reason while the server is away, and arrives when it is back', async () => {
      const { port } = sink;
      await sink.close();
      await post.put(aMail(), aMail());
      await post.dispatcher(courier).dispatchAll();
      const away = await post.all();

      sink = await SmtpSink.listening({}, port);
      await post.letTimePass();
      await post.dispatcher(courier).dispatchAll();

      expect(away.map(({ state, progress }) => [state, progress.outcome])).toEqual(
        Array(2).fill(['deferred', 'serverAway']),
      );
      expect(sink.arrived).toHaveLength(2);
    });

    it('is sent again, byte for byte the same, when the line drops after the final dot', async () => {
      sink.meet({ kind: 'dropAfterTheDot' });
      const mail = aMail();

      await post.put(mail);
      await post.dispatcher(courier).dispatchAll();
      const [dropped] = await post.all();
      await post.letTimePass();
      await post.dispatcher(courier).dispatchAll();

      expect(dropped?.progress.outcome).toBe('connectionLost');
      expect(sink.arrived.map(({ raw }) => raw.equals(mail.raw))).toEqual([true, true]);
      expect((await post.all()).map((each) => each.state)).toEqual(['sent']);
    });
  });

  describe('a mail that could not be handed over', () => {
    const busy: Receipt = { kind: 'deferred', why: 'serverBusy', reply: '451' };

    it('waits longer each time, and gives up after five days', async () => {
      await post.put(aMail());
      const dispatcher = post.dispatcher(new ScriptedCourier(() => Promise.resolve(busy)));
      const pauses: number[] = [];
      for (let attempt = 0; attempt < 40; attempt++) {
        await post.letTimePass();
        await dispatcher.dispatchAll();
        const [mail] = await post.all();
        if (mail?.state !== 'deferred') break;
        pauses.push(minutesUntil(mail.progress.dueAt, await post.now()));
      }

      expect(pauses.slice(0, 8)).toEqual([1, 5, 15, 30, 60, 120, 240, 240]);
      expect(pauses.reduce((sum, pause) => sum + pause, 0) / 60 / 24).toBeCloseTo(5, 0);
      expect((await post.all()).map(told)).toEqual([{ state: 'failed', outcome: 'gaveUp', reply: '451' }]);
    });

    it('gives up when the next attempt would come after the meeting has begun', async () => {
      await post.put(aMail({ expiresAt: (await post.now()).plusMinutes(1) }));

      await post.dispatcher(new ScriptedCourier(() => Promise.resolve(busy))).dispatchAll();

      expect((await post.all()).map(told)).toEqual([{ state: 'failed', outcome: 'gaveUp', reply: '451' }]);
    });

    it('is tried again when the courier itself breaks', async () => {
      await post.put(aMail());

      await post.dispatcher(new ScriptedCourier(() => Promise.reject(new Error('disk full')))).dispatchAll();

      expect((await post.all()).map(({ state, progress }) => [state, progress.outcome])).toEqual([
        ['deferred', 'ownFault'],
      ]);
    });
  });

  describe('when its turn comes', () => {
    it('is cancelled with the reason when it may not go any more', async () => {
      post.permission.answer = () => Promise.resolve('noConsent');
      const courier = accepting();

      await post.put(aMail(), aMail());
      await post.dispatcher(courier).dispatchAll();

      expect(courier.delivered).toEqual([]);
      expect((await post.all()).map(told)).toEqual(
        Array(2).fill({ state: 'cancelled', outcome: 'noConsent', reply: '' }),
      );
    });

    it('is cancelled when the meeting has begun', async () => {
      await post.put(aMail({ expiresAt: Instant.of('2020-01-01T12:00:00Z') }));

      await post.dispatcher(accepting()).dispatchAll();

      expect((await post.all()).map(told)).toEqual([{ state: 'cancelled', outcome: 'tooLate', reply: '' }]);
    });

    it('is put off, without holding up the others, when it cannot be checked', async () => {
      // The first is refused when both are asked about, and once more by itself.
      let asked = 0;
      post.permission.answer = () =>
        asked++ < 2 ? Promise.reject(new Error('Maj cannot be found')) : Promise.resolve('yes');

      await post.put(aMail(), aMail());
      const { ready } = await post.due.turn([], { owner: 'one', seconds: 120, atMost: 4 });

      expect(ready).toHaveLength(1);
      expect((await post.all()).map((each) => each.state)).toEqual(['deferred', 'in-flight']);
      expect(post.log.lines.join()).not.toContain('Maj');
    });

    it('is one process’s alone until its lease runs out', async () => {
      await post.put(aMail());
      const lease = { owner: 'first', seconds: 120, atMost: 4 };

      const first = await post.due.turn([], lease);
      const second = await post.due.turn([], { ...lease, owner: 'second' });

      expect([first.taken, second.taken]).toEqual([1, 0]);
    });

    it('is taken up by another when its owner died, and the late result is set aside', async () => {
      await post.put(aMail());
      const lease = { owner: 'died', seconds: 120, atMost: 4 };
      const { ready } = await post.due.turn([], lease);
      await post.letTimePass();

      await post.dispatcher(accepting()).dispatchAll();
      const late = ready.map(({ delivery }) => ({
        delivery,
        result: { kind: 'refused', reply: '550 late' } as const,
      }));
      await post.due.turn(late, { ...lease, atMost: 0 });

      expect((await post.all()).map(told)).toEqual([{ state: 'sent', outcome: '', reply: '250 taken' }]);
      expect(post.log.lines.join()).toContain('set aside');
    });

    it('belongs to one attempt, not only to one owner', async () => {
      await post.put(aMail());
      const lease = { owner: 'slow', seconds: 120, atMost: 4 };
      const [first] = (await post.due.turn([], lease)).ready;
      await post.letTimePass();
      await post.due.turn([], lease);

      await post.due.turn(first ? [{ delivery: first.delivery, result: accepted }] : [], { ...lease, atMost: 0 });

      expect((await post.all()).map((each) => each.state)).toEqual(['in-flight']);
    });
  });

  describe('a dispatcher', () => {
    it('never has more on its way than its pace allows', async () => {
      let [now, most] = [0, 0];
      const courier = new ScriptedCourier(async () => {
        most = Math.max(most, ++now);
        await sleep(5);
        now--;
        return accepted;
      });

      await post.put(...Array.from({ length: 20 }, () => aMail()));
      await post.dispatcher(courier).dispatchAll();

      expect([most, courier.delivered.length]).toEqual([4, 20]);
    });

    it('begins with one, so that a program that dies at each start sends little twice', async () => {
      let now = 0;
      const together: number[] = [];
      const courier = new ScriptedCourier(async () => {
        together.push(++now);
        await sleep(5);
        now--;
        return accepted;
      });

      await post.put(...Array.from({ length: 7 }, () => aMail()));
      await post.dispatcher(courier).dispatchAll();

      expect(together.slice(0, 2)).toEqual([1, 1]);
      expect(Math.max(...together.slice(0, 4))).toBe(2);
    });

    it('records what was sent at once, however long it rests before it takes up more', async () => {
      const stopping = new AbortController();
      await post.put(...Array.from({ length: 9 }, () => aMail()));

      const sending = post.dispatcher(accepting(), new Pace(4, 1000, 120)).dispatchAll(stopping.signal);
      await sleep(500);
      const states = (await post.all()).map((each) => each.state);
      stopping.abort();
      await sending;

      expect(states).toEqual(['sent', ...Array<string>(8).fill('waiting')]);
    });

    it('brings what is under way to its end when it is stopped, and takes up nothing new', async () => {
      const stopping = new AbortController();
      const courier = new ScriptedCourier(async () => {
        stopping.abort();
        await sleep(20);
        return accepted;
      });

      await post.put(...Array.from({ length: 9 }, () => aMail()));
      await post.dispatcher(courier, new Pace(4, 20, 120)).dispatchAll(stopping.signal);

      const states = (await post.all()).map((each) => each.state).sort();
      expect(states).toEqual(['sent', ...Array<string>(8).fill('waiting')]);
    });

    it('records what it sent when the database comes back', async () => {
      await post.put(aMail());
      const courier = accepting();
      const dispatcher = post.dispatcher(courier);
      const turn = post.due.turn.bind(post.due);
      let turns = 0;
      jest
        .spyOn(post.due, 'turn')
        .mockImplementation((results, lease) =>
          ++turns === 2 ? Promise.reject(new Error('the database is away')) : turn(results, lease),
        );

      await expect(dispatcher.dispatchAll()).rejects.toThrow('away');
      await dispatcher.dispatchAll();

      expect(courier.delivered).toHaveLength(1);
      expect((await post.all()).map((each) => each.state)).toEqual(['sent']);
    });

    it('shares the work with another instance and claims no mail twice', async () => {
      const other = name === 'PostgreSQL' ? await openDatabase({ address, schemas: outboxSchemas }) : database;
      const slow = () => new ScriptedCourier(() => sleep(2, accepted));
      const couriers = [slow(), slow()] as const;
      await post.put(
        ...Array.from({ length: 200 }, (_, number) => aMail({ raw: Buffer.from(`${String(number)}\r\n`) })),
      );

      await Promise.all([
        post.dispatcher(couriers[0]).dispatchAll(),
        new OutboxOnDatabase(other).dispatcher(couriers[1]).dispatchAll(),
      ]);
      if (other !== database) await other.close();

      const sent = couriers.flatMap(({ delivered }) => delivered.map(({ raw }) => Number(raw.toString())));
      expect(sent.sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, number) => number));
      expect(Math.min(...couriers.map(({ delivered }) => delivered.length))).toBeGreaterThan(0);
    });
  });

  describe('what is no mail', () => {
    it('is noted by a person when it is posted or told, once', async () => {
      await post.put(aMail({ channel: 'letter', protection: null, recipient: '', raw: Buffer.alloc(0) }));
      const [letter] = await post.all();
      if (!letter) throw new Error('nothing was put');
      const viewer = new Viewer({
        userId: idOf(randomUUID()),
        organisationId,
        role: 'coordinator',
        name: 'Eva Ek',
        language: 'sv',
      });
      const note = () => database.transaction(() => post.outbox.note(viewer, letter.message.id));

      await note();

      expect((await post.all()).map((each) => each.state)).toEqual(['noted']);
      await expect(note()).rejects.toThrow('deliveryMayNotBecome');
    });
  });
});
