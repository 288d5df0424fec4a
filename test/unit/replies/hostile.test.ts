import { setTimeout as sleep } from 'node:timers/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Instant } from '../../../src/kernel/instant';
import { decideOn } from '../../../src/replies/domain/decide';
import type { Decision } from '../../../src/replies/domain/decision';
import { MailReader } from '../../../src/replies/mail-reader.service';
import { readMail } from '../../../src/replies/mime/read-mail';
import { freshSettings } from '../../support/app';
import { mutated, numbersFrom } from '../../support/mutations';
import {
  calendar,
  evasAddress,
  evasInvitation,
  evasReplyAddress,
  evasToken,
  evasUid,
  evasYes,
  event,
  mail,
  own,
  part,
  text,
} from '../../support/reply-mails';
import { TypescriptThreads } from '../../support/threads';

const arrivedAt = Instant.of('2027-03-12T10:00:00Z');
const known = new Map([[evasReplyAddress, evasInvitation]]);

async function decisions(raw: Buffer): Promise<readonly Decision[]> {
  const reading = await readMail(raw, own);
  return reading.kind === 'unreadable' ? [] : decideOn(reading.mail, known, arrivedAt);
}

const changes = (found: readonly Decision[]): readonly Decision[] =>
  found.filter(({ kind }) => kind === 'answer' || kind === 'suggestion' || kind === 'resend');

const counter = mail([part(calendar(event(), 'COUNTER'), { type: 'text/calendar; method=COUNTER' })]);
const refresh = mail([part(calendar(event(), 'REFRESH'), { type: 'text/calendar; method=REFRESH' })]);

// Each lacks one of the four, or more; no damage may put it there.
const without: readonly Buffer[] = [
  evasYes({ token: 'x'.repeat(32) }),
  evasYes({ from: 'mallory@evil.example' }),
  evasYes({ results: 'mx.kretsen.example; dmarc=fail header.from=post.example' }),
  mail([part(calendar(event({ uid: 'ffffffff-7d54-4c0e-9b51-5d7a4f6f0a11' })))]),
  mail([part(calendar(event({ attendee: 'mailto:mallory@evil.example' })), { encoding: 'base64' })]),
];
const agreeing: readonly Buffer[] = [evasYes(), counter, refresh, mail([text('Hej'), part(calendar(event()))])];

describe('damaged and hostile replies', () => {
  it('change nothing when one of the four does not agree, in 5,000 damaged copies', async () => {
    const number = numbersFrom(20270414);
    const changed: string[] = [];

    for (let copy = 0; copy < 5000; copy++) {
      const raw = mutated(without[copy % without.length]!, number);
      if (changes(await decisions(raw)).length > 0) changed.push(raw.toString('latin1'));
    }

    expect(changed).toEqual([]);
  }, 240_000);

  it('change something only where all four can be read in the bytes, in 5,000 damaged copies of good ones', async () => {
    const number = numbersFrom(20270415);
    const [unfounded, counted]: [string[], string[]] = [[], []];

    for (let copy = 0; copy < 5000; copy++) {
      const raw = mutated(agreeing[copy % agreeing.length]!, number);
      if (changes(await decisions(raw)).length === 0) continue;
      const bytes = raw.toString('latin1');
      counted.push(bytes);
      const seen = bytes.replace(/\r?\n[ \t]/g, '').toLowerCase();
      const four = [evasToken, evasUid, `mailto:${evasAddress}`, 'dmarc=pass', 'header.from=post.example'];
      if (!four.every((one) => seen.includes(one))) unfounded.push(bytes);
    }

    expect(unfounded).toEqual([]);
    expect(counted.length).toBeGreaterThan(500);
  }, 240_000);

  it.each([
    ['more than a mebibyte', Buffer.concat([evasYes(), Buffer.alloc(1024 * 1024, 'a')]), 'tooLarge'],
    ['more than 50 parts', mail(Array.from({ length: 51 }, () => text('Hej'))), 'tooManyParts'],
    ['more than 20 parts in each other', deepMail(25), 'tooDeep'],
  ])('are not read when they have %s', async (_, raw, why) => {
    expect(await readMail(raw, own)).toEqual({ kind: 'unreadable', why });
  });

  it.each([
    ['a calendar of more than 64 KiB', calendar(event({ more: [`COMMENT:${'a'.repeat(65_536)}`] }))],
    ['a calendar with more than 20 in each other', calendar(`${'BEGIN:VEVENT\r\n'.repeat(21)}${event()}`)],
    ['a calendar without an end', calendar(event()).slice(0, -20)],
  ])('are no answer when they hold %s', async (_, ics) => {
    expect(changes(await decisions(mail([part(ics)])))).toEqual([]);
  });
});

describe('the thread that reads', () => {
  const threads = new TypescriptThreads();
  let reader: MailReader;

  beforeAll(async () => {
    const settings = await freshSettings({ mailbox: { url: 'imap://x@127.0.0.1', authservId: own.authservId } });
    reader = new MailReader(threads, settings);
    await reader.read(evasYes());
  });
  afterAll(() => reader.onApplicationShutdown());

  it('ends what takes more than two seconds, and reads the next mail with a new thread', async () => {
    const before = threads.started;

    const [endless, next] = await Promise.all([reader.read(endlessZone()), reader.read(evasYes())]);

    expect(endless).toEqual({ kind: 'unreadable', why: 'tookTooLong' });
    expect(next).toMatchObject({ kind: 'read', mail: { from: evasAddress, isVouchedFor: true } });
    expect(threads.started).toBe(before + 1);
  });

  it('never holds up the main thread for 200 ms, whatever it is given', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    await sleep(50);
    delay.enable();

    await Promise.all([reader.read(endlessZone()), ...slowMails().map((raw) => reader.read(raw))]);

    delay.disable();
    const most = delay.max / 1e6;
    process.stderr.write(`longest stall of the main thread while reading hostile mail: ${most.toFixed(0)} ms\n`);
    expect(most).toBeLessThan(200);
  });
});

function deepMail(depth: number): Buffer {
  const parts = Array.from(
    { length: depth },
    (_, at) => `Content-Type: multipart/mixed; boundary=n${String(at)}\r\n\r\n--n${String(at)}\r\n`,
  );
  return mail([`${parts.join('')}\r\nHej`]);
}

/** A zone that changes its clocks every second since the year 1: the calendar library counts them all. */
function endlessZone(): Buffer {
  const changing =
    'BEGIN:STANDARD\r\nDTSTART:00010101T000000\r\nRRULE:FREQ=SECONDLY\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n';
  const zone = `BEGIN:VTIMEZONE\r\nTZID:Endless\r\n${changing}END:VTIMEZONE\r\n`;
  return mail([part(calendar(zone + event({ start: 'DTSTART;TZID=Endless:20270414T130000' })))]);
}

function slowMails(): readonly Buffer[] {
  const many = (words: string, count: number): string => words.repeat(count);
  const lines = [
    `ATTENDEE${many(';A=B', 15_000)}:mailto:${evasAddress}`,
    `ATTENDEE;X=${many('"a",', 14_000)}"b":mailto:${evasAddress}`,
    `ATTENDEE;CN="${many('\\"', 28_000)}":mailto:${evasAddress}`,
    `CATEGORIES:${many('a,', 28_000)}`,
    `COMMENT:${many('\r\n x', 14_000)}`,
  ];
  return [
    ...lines.map((line) => mail([part(calendar(event({ more: [line] })))])),
    mail([text(many('<style>', 100_000))]),
    mail([text('Hej')], { headers: [`References: ${many('<a@b>\r\n ', 20_000)}`] }),
    mail([text('Hej')], { headers: [`Cc: ${many('"a" <svar+', 20_000)}`] }),
    Buffer.alloc(1024 * 1024, '--=_edge\r\n'),
  ];
}
