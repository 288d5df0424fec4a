import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Delivery } from '../../src/outbox/domain/delivery';
import { outboxSchemas } from '../../src/outbox/store/outbox.schemas';
import { SmtpCourier, type SmtpLimits, usualLimits } from '../../src/platform/mail/smtp-courier';
import { onEachDatabase } from '../support/databases';
import { aMail, OutboxOnDatabase } from '../support/outbox-builders';
import { type LineManner, type Manner, SmtpGate, SmtpSink } from '../support/smtp-sink';

const hurried: SmtpLimits = { ...usualLimits, connection: 500, greeting: 1000, silence: 1000, message: 1500 };
const longestStall = 200;

const busy = (code: number, words: string): Manner => ({ kind: 'answer', at: 'RCPT', code, words });
const minutesUntil = ({ progress }: Delivery, now: Date): number =>
  Math.round((progress.dueAt.toDate().getTime() - now.getTime()) / 60_000);

// Another process may take the processor away for a moment; a stall of our own would come back every time.
jest.retryTimes(2);

onEachDatabase((_, open) => {
  let post: OutboxOnDatabase;
  let sink: SmtpSink;
  let couriers: SmtpCourier[] = [];

  beforeEach(async () => {
    post = new OutboxOnDatabase((await open(outboxSchemas)).database);
    sink = await SmtpSink.listening();
  });

  afterEach(async () => {
    for (const courier of couriers) courier.close();
    couriers = [];
    await sink.close();
  });

  const courierTo = (url: string): SmtpCourier => {
    const courier = new SmtpCourier(url, hurried);
    couriers.push(courier);
    return courier;
  };
  const attempt = (courier: SmtpCourier) => post.dispatcher(courier).dispatchAll();
  const states = async () => (await post.all()).map(({ state, progress }) => [state, progress.outcome]);

  /** Attempts as the ladder has them, until the mail is final; the minutes from the first to each. */
  const climb = async (courier: SmtpCourier, before: (minute: number) => void): Promise<number[]> => {
    const minutes = [0];
    for (;;) {
      before(minutes.at(-1) ?? 0);
      await attempt(courier);
      const [mail] = await post.all();
      if (mail?.state !== 'deferred') return minutes;
      minutes.push((minutes.at(-1) ?? 0) + minutesUntil(mail, (await post.now()).toDate()));
      await post.letTimePass();
    }
  };

  it('a server that says 451 three times gets the mail at the fourth attempt, once', async () => {
    const mail = aMail();
    await post.put(mail);
    sink.meet(...Array.from({ length: 3 }, () => busy(451, '4.3.0 try again later')));

    const minutes = await climb(courierTo(sink.url), () => undefined);

    expect(minutes).toEqual([0, 1, 6, 21]);
    expect(await states()).toEqual([['sent', '']]);
    expect(sink.arrived.map(({ raw }) => raw.equals(mail.raw))).toEqual([true]);
  });

  it.each([5, 15, 60])(
    'a server that greylists for %i minutes gets the mail at the first attempt after',
    async (window) => {
      await post.put(aMail());
      const ladder = [0, 1, 6, 21, 51, 111];

      const minutes = await climb(courierTo(sink.url), (minute) => {
        if (minute < window) sink.meet(busy(450, '4.2.0 greylisted'));
      });

      expect(minutes.at(-1)).toBe(ladder.find((minute) => minute >= window));
      expect(sink.arrived).toHaveLength(1);
    },
  );

  it('a server that answers 421 for minutes gets all of it afterwards, once', async () => {
    let isClosed = true;
    await sink.close();
    sink = await SmtpSink.listening({
      onConnect: (session, done) => {
        done(isClosed ? Object.assign(new Error('4.3.2 closing for maintenance'), { responseCode: 421 }) : null);
      },
    });
    const courier = courierTo(sink.url);
    await post.put(...Array.from({ length: 6 }, () => aMail()));

    await attempt(courier);
    const meanwhile = await states();
    isClosed = false;
    await post.letTimePass();
    await attempt(courier);

    expect(meanwhile).toEqual(Array(6).fill(['deferred', 'serverBusy']));
    expect(await states()).toEqual(Array(6).fill(['sent', '']));
    expect(sink.arrived).toHaveLength(6);
  });

  it.each<LineManner>(['silent', 'drip'])(
    'a line that stays %s holds one place for its time, and nothing else',
    async (manner) => {
      const gate = await SmtpGate.before(sink, 'through', manner);
      await post.put(...Array.from({ length: 24 }, () => aMail()));
      const courier = courierTo(gate.url);
      const stalls = monitorEventLoopDelay({ resolution: 10 });
      const started = performance.now();

      const sending = attempt(courier);
      stalls.enable();
      await sending;
      stalls.disable();
      const seconds = (performance.now() - started) / 1000;
      courier.close();
      await gate.close();

      const [held, ...more] = (await post.all()).filter(({ state }) => state !== 'sent');
      const releasedAt = held?.progress.dueAt.plusMinutes(-1);
      const sentMeanwhile = (await post.all()).filter(
        ({ progress: { doneAt } }) => releasedAt && doneAt?.isBefore(releasedAt),
      );
      expect([held?.state, held?.progress.outcome, more]).toEqual(['deferred', 'noAnswer', []]);
      expect(sentMeanwhile.length).toBeGreaterThan(3);
      expect(seconds).toBeLessThan(hurried.message / 1000 + 1.5);
      expect(stalls.max / 1e6).toBeLessThan(longestStall);
    },
  );
});
