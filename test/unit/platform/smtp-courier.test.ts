import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { SmtpCourier, usualLimits } from '../../../src/platform/mail/smtp-courier';
import { SmtpSink } from '../../support/smtp-sink';

const consignment = {
  raw: Buffer.from('Subject: hej\r\n\r\nhej\r\n'),
  envelope: { from: 'svar@kretsen.example', to: 'maj@post.example' },
};
const hurried = { ...usualLimits, connection: 300, greeting: 300, silence: 300, message: 800 };

async function deliverTo(url: string) {
  const courier = new SmtpCourier(url, hurried);
  try {
    return await courier.deliver(consignment);
  } finally {
    courier.close();
  }
}

// Another name for this machine that is not a loopback address, so that TLS is demanded.
const fromOutside = (sink: SmtpSink) => `smtp://0.0.0.0:${String(sink.port)}`;

describe('the courier to a mail server', () => {
  let sink: SmtpSink;
  afterEach(() => sink.close());

  it('hands the bytes over as they are, with the envelope', async () => {
    sink = await SmtpSink.listening();

    const receipt = await deliverTo(sink.url);

    expect(receipt.kind).toBe('accepted');
    expect(sink.arrived).toEqual([{ ...consignment.envelope, raw: consignment.raw }]);
  });

  it('sends nothing in clear to another machine that offers no TLS', async () => {
    sink = await SmtpSink.listening();

    expect(await deliverTo(fromOutside(sink))).toMatchObject({ kind: 'deferred', why: 'notSecure' });
    expect(sink.arrived).toEqual([]);
  });

  it('sends nothing to another machine whose certificate nobody vouches for', async () => {
    sink = await SmtpSink.listening({ disabledCommands: [] });

    expect(await deliverTo(fromOutside(sink))).toMatchObject({ kind: 'deferred', why: 'notSecure' });
    expect(sink.arrived).toEqual([]);
  });

  it('puts a refused sign-in down to the sender, not to the recipient', async () => {
    sink = await SmtpSink.listening({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_, __, done) => {
        done(Object.assign(new Error('5.7.8 wrong password'), { responseCode: 535 }));
      },
    });

    const withWrong = await deliverTo(sink.url.replace('//', '//kretsen:wrong@'));
    const withNone = await deliverTo(sink.url);

    expect([withWrong, withNone]).toMatchObject(Array(2).fill({ kind: 'deferred', why: 'signInRefused' }));
  });

  it('tells the server’s number when it refuses for good', async () => {
    sink = await SmtpSink.listening();
    sink.meet({ kind: 'answer', at: 'DATA', code: 552, words: '5.2.2 the mailbox of maj@post.example is full' });

    expect(await deliverTo(sink.url)).toEqual({
      kind: 'refused',
      code: 552,
      reply: '552 5.2.2 the mailbox of … is full',
    });
  });

  it('uses one line for many messages', async () => {
    const lines: string[] = [];
    sink = await SmtpSink.listening({
      onConnect: ({ id }, done) => {
        lines.push(id);
        done();
      },
    });
    const courier = new SmtpCourier(sink.url);
    for (let count = 0; count < 120; count++) await courier.deliver(consignment);
    courier.close();

    expect([sink.arrived.length, lines.length]).toEqual([120, 1]);
  });
});

describe('a server that keeps one waiting', () => {
  const lines = new Set<Socket>();
  let server: Server;

  const serverThat = (meets: (line: Socket) => void) =>
    new Promise<string>((ready) => {
      server = createServer((line) => {
        lines.add(line.on('error', () => undefined));
        meets(line);
      }).listen(0, '127.0.0.1', () => {
        ready(`smtp://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
      });
    });

  afterEach(async () => {
    for (const line of lines) line.destroy();
    await new Promise((closed) => server.close(closed));
  });

  it('is left after its time when it never says a word', async () => {
    const url = await serverThat(() => undefined);

    expect(await deliverTo(url)).toMatchObject({ kind: 'deferred', why: 'noAnswer' });
  });

  it('is left after its time when it says a letter now and then', async () => {
    const url = await serverThat((line) => {
      line.write('220 hello\r\n');
      line.once('data', () => {
        const drip = setInterval(() => line.write('2'), 50);
        line.on('close', () => {
          clearInterval(drip);
        });
      });
    });
    const started = Date.now();

    expect(await deliverTo(url)).toMatchObject({ kind: 'deferred', why: 'noAnswer' });
    expect(Date.now() - started).toBeLessThan(2000);
  });

  it('is left for later when it hangs up at once', async () => {
    const url = await serverThat((line) => line.destroy());

    expect(await deliverTo(url)).toMatchObject({ kind: 'deferred' });
  });
});
