import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CalendarDate } from '../../src/kernel/calendar-date';
import { Instant } from '../../src/kernel/instant';
import { TimeOfDay } from '../../src/kernel/time-of-day';
import { SwedishCalendar } from '../../src/availability/domain/swedish-calendar';
import type { PlanOfYear } from '../../src/practice/plan-of-year';
import { home } from '../support/app';
import { hasPythonReaders, readByIcalJs, readByPython } from '../support/calendar-readers';
import { readMail, type ReadMail } from '../support/mail-reading';
import { whenPresent } from '../support/needs';

jest.setTimeout(120_000);

// Written down here by themselves, so that the product's own lists cannot hide a fault of theirs.
const protectedDomains = ['region.example', 'arbete.example'];
const caller = 'Karin';
const names: Readonly<Record<string, readonly string[]>> = {
  'olle@brev.example': ['Olle', 'Nyberg'],
  'karin.ek@exempelstad.example': ['Karin', 'Ek'],
  'amira.haddad@region.example': ['Amira', 'Haddad'],
  'gunilla@post.example': ['Gunilla', 'Berg'],
  'johan.lindqvist@arbete.example': ['Johan', 'Lindqvist'],
  'fatima.holm@exempelstad.example': ['Fatima', 'Holm'],
  'by phone': ['Milo', 'Strand'],
  'by letter': ['Berit', 'Sjögren', 'Faster'],
  'on the map alone': ['Theo', 'Sixten', 'Mamma'],
  administrator: ['Brandt'],
};
const homes = ['Björkstigen', 'Storgatan', '123 45', '123 46', '12345', '12346', 'hemma hos'];

interface ListedWords {
  readonly sv: readonly string[];
  readonly en: readonly string[];
}

const listed = JSON.parse(readFileSync(join(home, 'data/reference/listed-words.json'), 'utf8')) as ListedWords;
const tellingWords = [...listed.sv, ...listed.en, 'kvalitetsstjärna', 'krisplan', 'resursgrupp', 'sociogram'];

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const asWord = (text: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${literally(text)}(?![\\p{L}\\p{N}])`, 'iu');
const asListed = (word: string): RegExp =>
  word.startsWith('*') ? new RegExp(literally(word.slice(1)), 'iu') : new RegExp(`(?<!\\p{L})${literally(word)}`, 'iu');

const command = join(home, 'dist/practice/demo.command.js');

describe('npm run demo -- --once --out DIR', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kretsen-demo-'));
  const out = join(folder, 'out');
  let run: { status: number | null; stdout: string; stderr: string };
  let mails: readonly ReadMail[];

  // Addresses that nobody answers at: whatever tried to go there would not come to an end in peace.
  const elsewhere = { SMTP_URL: 'smtp://127.0.0.1:9', DATABASE_URL: 'postgres://127.0.0.1:9/none' };
  const demo = (args: readonly string[], more: Readonly<Record<string, string>> = {}) => {
    const env = { PATH: process.env.PATH, TZ: 'Asia/Kathmandu', KRETSEN_DATA_FOLDER: join(folder, 'data'), ...more };
    const { status, stdout, stderr } = spawnSync('node', [command, ...args], { encoding: 'utf8', env, cwd: folder });
    return { status, stdout, stderr };
  };

  const mailFiles = (): readonly string[] => readdirSync(join(out, 'mail'));
  const plan = (): PlanOfYear => JSON.parse(readFileSync(join(out, 'plan.json'), 'utf8')) as PlanOfYear;
  const header = ({ headers }: ReadMail, name: string): readonly string[] => headers.get(name) ?? [];
  const recipient = (mail: ReadMail): string => /<([^<>]+)>$/.exec(header(mail, 'to').join())?.[1] ?? '';
  const isOpen = (mail: ReadMail): boolean => !protectedDomains.includes(recipient(mail).split('@')[1] ?? '');
  const invitations = (): readonly string[] => mails.flatMap(({ calendars }) => [...new Set(calendars)]);

  beforeAll(() => {
    run = demo(['--once', '--out', out], elsewhere);
    mails = mailFiles().map((name) => readMail(readFileSync(join(out, 'mail', name))));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('does the whole job, a line for each step, and ends well', () => {
    expect([run.status, run.stderr]).toEqual([0, '']);
    expect(run.stdout.match(/^ ?\d+\. /gm)).toHaveLength(16);
  });

  it('leaves the real database and the mail server alone, and says so', () => {
    expect(run.stdout).toMatch(/^Övningen använder inte SMTP_URL, DATABASE_URL\.$/m);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('writes the mail, the plan, the wheel and the letters, and nothing else', () => {
    expect(readdirSync(out).sort()).toEqual(['letters', 'mail', 'plan.json', 'year.svg']);
    expect(mailFiles().every((name) => name.endsWith('.eml'))).toBe(true);
    expect(readFileSync(join(out, 'year.svg'), 'utf8')).toMatch(/^<svg [\s\S]*<\/svg>\s*$/);
    expect(readFileSync(join(out, 'letters/letters.pdf'), 'latin1').slice(0, 5)).toBe('%PDF-');
  });

  it('books seven meetings in the first twelve months, over half a year or more, and none on a closed day', () => {
    const calendar = new SwedishCalendar();
    const days = plan().meetings.map(({ start }) => CalendarDate.of(start.slice(0, 10)));
    const [first, last] = [days[0]!, days.at(-1)!];

    expect(days).toHaveLength(7);
    expect(days.filter((day) => !calendar.isOpen(day) || day.weekday > 5)).toEqual([]);
    expect(first.plusMonths(6).isBefore(last)).toBe(true);
    expect(last.isBefore(first.plusMonths(12))).toBe(true);
  });

  it('plans in ids alone, by the plan file’s own keys', () => {
    const text = readFileSync(join(out, 'plan.json'), 'utf8');

    expect(Object.keys(plan())).toEqual(['meetings', 'unplaced', 'cost', 'seconds']);
    expect(
      Object.values(names)
        .flat()
        .filter((name) => asWord(name).test(text)),
    ).toEqual([]);
  });

  it('writes an overview and seven invitations to each of the six with e-mail', () => {
    const to = mails.map(recipient);
    const six = Object.keys(names).filter((address) => address.includes('@'));

    expect(Object.fromEntries(six.map((one) => [one, to.filter((address) => address === one).length]))).toEqual(
      Object.fromEntries(six.map((one) => [one, 8])),
    );
    expect(mails).toHaveLength(48);
    expect(invitations()).toHaveLength(42);
  });

  it('gives every mail one recipient, and no copies', () => {
    const wrong = mails.filter((mail) => {
      const to = header(mail, 'to');
      const addresses = to.join().match(/[^\s<>,;]+@[^\s<>,;]+/g) ?? [];
      const copies = ['cc', 'bcc', 'resent-to', 'resent-cc', 'resent-bcc'].flatMap((name) => header(mail, name));
      return to.length !== 1 || addresses.length !== 1 || copies.length > 0;
    });

    expect(wrong).toEqual([]);
  });

  it('gives every invitation one attendee, who is the recipient, and a UID of its own', () => {
    const seen = mails
      .filter(({ calendars }) => calendars.length > 0)
      .map((mail) => ({ mail, entry: readByIcalJs(mail.calendars[0]!) }));

    expect(
      seen.filter(({ mail, entry }) => entry.attendees.join().toLowerCase() !== `mailto:${recipient(mail)}`),
    ).toEqual([]);
    expect(invitations().filter((text) => text.match(/^ATTENDEE[;:]/gm)?.length !== 1)).toEqual([]);
    expect(invitations().filter((text) => text.match(/^UID:/gm)?.length !== 1)).toEqual([]);
    expect(new Set(seen.map(({ entry }) => entry.uid)).size).toBe(42);
    expect(new Set(seen.map(({ entry: { method, events } }) => `${method} ${String(events)}`))).toEqual(
      new Set(['REQUEST 1']),
    );
  });

  it('puts each person’s seven invitations on the seven days of the plan', () => {
    const days = plan().meetings.map(({ start }) => {
      const [day = '', time = ''] = start.split('T');
      return Instant.atWallTime(CalendarDate.of(day), TimeOfDay.of(time), 'Europe/Stockholm').iso.replace('.000', '');
    });
    const starts = mails
      .filter((mail) => recipient(mail) === 'gunilla@post.example')
      .flatMap(({ calendars }) => calendars.slice(0, 1).map((text) => readByIcalJs(text).start));

    expect(starts.sort()).toEqual(days);
  });

  whenPresent('python3-icalendar, python3-vobject and libical', hasPythonReaders, () => {
    it('writes entries that three more readers take, and libical’s restriction check passes', () => {
      const read = readByPython(invitations());

      expect(read.map(({ icalendar, vobject }) => [icalendar.events, icalendar.errors, vobject.events])).toEqual(
        read.map(() => [1, 0, 1]),
      );
      expect(read.map(({ libical }) => libical)).toEqual(read.map(() => ({ valid: 1, errors: 0 })));
    });
  });

  // What is derived at random is no word, also where a folded line parts it (RFC 5545 §3.1).
  const readable = ({ pieces }: ReadMail): string =>
    pieces
      .join('\n')
      .replace(/\r?\n[ \t](?=\S)/g, '')
      .replace(/[a-z2-7]{32}/g, '');

  it('tells nobody’s name on an open route but the recipient’s and the caller’s', () => {
    const told = mails.filter(isOpen).flatMap((mail) => {
      const own = [...(names[recipient(mail)] ?? []), caller];
      const others = Object.values(names)
        .flat()
        .filter((name) => !own.includes(name));
      // The recipient's own address, and the domain of the service, are no words about anybody.
      const text = readable(mail).replaceAll(recipient(mail), '');
      return others.filter((name) => asWord(name).test(text)).map((name) => `${recipient(mail)}: ${name}`);
    });

    expect(mails.filter(isOpen)).toHaveLength(32);
    expect(told).toEqual([]);
  });

  it('tells no home and no telling word on an open route', () => {
    const told = mails.filter(isOpen).flatMap((mail) => {
      const text = readable(mail);
      const where = homes.filter((place) => text.toLowerCase().includes(place.toLowerCase()));
      return [...where, ...tellingWords.filter((word) => asListed(word).test(text))];
    });

    expect(told).toEqual([]);
  });

  it('tells the place and the agenda on a protected route, so the search above does find such words', () => {
    const [letter = ''] = mails.filter((mail) => !isOpen(mail) && mail.calendars.length > 0).map(readable);

    expect(homes.filter((place) => letter.includes(place))).toContain('Björkstigen');
    expect(tellingWords.filter((word) => asListed(word).test(letter)).length).toBeGreaterThan(0);
  });

  it('replaces what an earlier run wrote, in English when asked', () => {
    const before = mailFiles();
    const again = demo(['--once', '--out', out], { KRETSEN_LANGUAGE: 'en' });

    expect([again.status, again.stdout.split('\n')[1]]).toEqual([
      0,
      ' 1. The first administrator Eva Brandt used her one-time code and began Exempelstad.',
    ]);
    expect(mailFiles()).toHaveLength(48);
    expect(mailFiles().filter((name) => before.includes(name))).toEqual([]);
  });

  it('leaves a folder alone that holds anything else', () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'mine.txt'), 'mine');
    const { status, stdout, stderr } = demo(['--once', '--out', other]);

    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('mine.txt');
    expect(readdirSync(other)).toEqual(['mine.txt']);
  });

  it('says how it is called when it is called wrongly', () => {
    for (const args of [['--once'], ['--out', out], ['--twice'], ['more']]) {
      const { status, stderr } = demo(args);

      expect([status, stderr.includes('npm run demo -- --once --out')]).toEqual([2, true]);
    }
  });
});

describe('npm run demo', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kretsen-demo-'));
  const env = { PATH: process.env.PATH, KRETSEN_DATA_FOLDER: folder, KRETSEN_LANGUAGE: 'en' };

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const listening = (): Promise<{ port: number; close: () => void }> =>
    new Promise((ready) => {
      const server = createServer();
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        ready({ port: typeof address === 'object' && address ? address.port : 0, close: () => server.close() });
      });
    });

  it('says that its port is taken, and changes nothing', async () => {
    const { port, close } = await listening();
    const other = spawn('node', [command], { env: { ...env, KRETSEN_PORT: String(port) } });
    const said: string[] = [];
    other.stderr.on('data', (text: Buffer) => said.push(text.toString()));
    const status = await new Promise((ended) => other.once('exit', ended));
    close();

    expect([status, said.join('')]).toEqual([
      2,
      `Port ${String(port)} is already in use. Stop what runs there, or choose another with KRETSEN_PORT.\n`,
    ]);
  });

  it('prints where to go and with what, answers there, and ends at once when asked', async () => {
    const { port, close } = await listening();
    close();
    const server = spawn('node', [command], { env: { ...env, KRETSEN_PORT: String(port) } });
    const lines: string[] = [];
    await new Promise<void>((ready) => {
      server.stdout.on('data', (text: Buffer) => {
        lines.push(...text.toString().split('\n'));
        if (lines.some((line) => line.startsWith('Stop with'))) ready();
      });
    });
    const password = /password (\S+)$/m.exec(lines.join('\n'))?.[1] ?? 'none';
    const page = await (await fetch(`http://localhost:${String(port)}/sign-in`)).text();
    server.kill('SIGTERM');
    const ended = await new Promise((done) =>
      server.once('exit', (code, signal) => {
        done(code ?? signal);
      }),
    );

    expect(lines).toContain(`Open http://localhost:${String(port)}`);
    expect(page).toContain(password);
    expect(ended).toBe('SIGTERM');
    expect(readdirSync(join(folder, 'practice'))).toEqual([String(port)]);
  });
});
