import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CalendarDate } from '../../../src/kernel/calendar-date';
import { idOf } from '../../../src/kernel/identifiers';
import { Instant } from '../../../src/kernel/instant';
import { letterPiece, letterTo, type Letter, type LetterRecipient } from '../../../src/invitations/domain/letter';
import { neutralFindings } from '../../../src/invitations/domain/neutral-check';
import { LettersPdf } from '../../../src/invitations/letters/letters-pdf';
import { Words } from '../../../src/platform/web/words';
import { readNeutralWords } from '../../../src/invitations/neutral-words';
import { aCaller, aMeeting, aYear } from '../../support/calls';
import { whenPresent } from '../../support/needs';

const isInstalled = (tool: string): boolean => spawnSync(tool, ['-v']).error === undefined;
const words = new Words(join(__dirname, '../../../data/words'));

const aLetterRecipient = (own: Partial<LetterRecipient> = {}): LetterRecipient => ({
  personId: idOf('00000000-0000-4000-8000-000000000101'),
  calledName: 'Gun',
  fullName: 'Gun Åkesson',
  address: 'Ängsvägen 3 lgh 1102\n123 45 Ekeby',
  language: 'sv',
  ...own,
});

const aLetter = (own: Partial<LetterRecipient> = {}, meetings = aYear()): Letter => {
  const recipient = aLetterRecipient(own);
  const message = { kind: 'overview', news: [] } as const;
  const given = { recipient, caller: aCaller(), message, meetings, writtenOn: CalendarDate.of('2026-12-01') };
  return letterTo(given, words.in(recipient.language));
};

const printed = (letters: readonly Letter[]): Promise<Buffer> =>
  new LettersPdf().print({
    letters,
    title: 'Brev om möten',
    language: 'sv',
    madeAt: Instant.of('2026-12-01T08:00:00.000Z'),
  });

describe('What a letter says', () => {
  it('holds every date of the year, in words', () => {
    expect(aLetter().rows.map(({ day }) => day)).toHaveLength(7);
    expect(aLetter().rows[3]).toEqual({
      day: 'onsdag 14 april 2027',
      hours: '13.00–14.00',
      length: '1 timme',
    });
  });

  it('says whom to call by first name, with the phone number', () => {
    expect(aLetter()).toMatchObject({ callLead: expect.stringContaining('Maria:') as string, phone: '070-174 06 05' });
  });

  it('never says that the place is somebody’s home', () => {
    expect(JSON.stringify(aLetter())).not.toMatch(/Olle|Björkgatan|Hemma/);
  });

  describe('passes the same neutral check as open mail', () => {
    const home = aLetterRecipient().address;
    const known = {
      ...readNeutralWords(join(__dirname, '../../../data')),
      protection: 'open',
      recipientAddress: '',
      serviceAddresses: [],
      links: [],
      allowedNames: ['Gun', 'Gun Åkesson', 'Maria'],
      forbiddenNames: ['Olle', 'Olle Berg', 'Anders Ek'],
      homeAddresses: [home, 'Björkgatan 12\n123 45 Ekeby'],
    } as const;
    const rulesAt = (place: string): readonly string[] =>
      neutralFindings([letterPiece({ ...aLetter(), place })], known).map(({ rule }) => rule);

    it('its own address aside', () => {
      expect(neutralFindings([letterPiece(aLetter())], known)).toEqual([]);
    });

    it.each([
      ['Plats: hemma hos Anders', 'otherName'],
      ['Plats: Psykiatrihuset', 'listedWord'],
      ['Plats: SIP-rummet', 'listedWord'],
      ['Plats: Björkgatan 12', 'homeAddress'],
    ])('which refuses "%s"', (place, rule) => {
      expect(rulesAt(place)).toEqual([rule]);
    });
  });

  it('is written in the language of the one who gets it', () => {
    expect(aLetter({ language: 'en' })).toMatchObject({ title: 'Your meetings', greeting: 'Hello Gun!' });
  });
});

describe('The batch of letters on paper', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'letters-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (tool: string, bytes: Buffer, ...options: string[]): string => {
    const file = join(folder, 'letters.pdf');
    writeFileSync(file, bytes);
    return execFileSync(tool, [...options, file, ...(tool === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8' });
  };

  it('is the same bytes when it is printed again', async () => {
    expect(await printed([aLetter()])).toEqual(await printed([aLetter()]));
  });

  it('knows which signs it cannot print', () => {
    const pdf = new LettersPdf();

    expect(pdf.unprintableIn(aLetter({ fullName: 'Łukasz Nguyễn Иван', calledName: 'Šárka' }))).toBe('');
    expect(pdf.unprintableIn(aLetter({ fullName: '中 Li' }))).toBe('中');
  });

  whenPresent(
    'pdftotext',
    () => isInstalled('pdftotext'),
    () => {
      it('begins each letter on a page of its own, in the order given', async () => {
        const bytes = await printed([aLetter(), aLetter({ fullName: 'Örjan Ek', calledName: 'Örjan' })]);

        const pages = run('pdftotext', bytes)
          .split('\f')
          .filter((page) => page.trim() !== '');

        expect(pages.map((page) => /Gun Åkesson|Örjan Ek/.exec(page)?.[0])).toEqual(['Gun Åkesson', 'Örjan Ek']);
      });

      it('goes on to a second page when a row of meetings is long', async () => {
        const many = Array.from({ length: 26 }, (_, index) =>
          aMeeting({ day: CalendarDate.of('2027-01-13').plusDays(index * 14).iso }),
        );

        const text = run('pdftotext', await printed([aLetter({}, many as unknown as ReturnType<typeof aYear>)]));

        expect(text.split('\f')).toHaveLength(3);
        expect(text.match(/2027/g)).toHaveLength(26);
      });

      it('keeps the address inside what a C5 window always shows, and all else out of what it may show', async () => {
        const boxes = [
          ...run('pdftotext', await printed([aLetter()]), '-bbox').matchAll(
            /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</g,
          ),
        ].map(([, ...found]) => ({
          at: found.slice(0, 4).map((value) => (Number(value) * 25.4) / 72),
          word: found[4],
        }));
        const showing = boxes.filter(
          ({ at: [x0 = 0, y0 = 0, x1 = 0, y1 = 0] }) => x1 > 90 && x0 < 210 && y1 > 30 && y0 < 80,
        );

        expect(showing.map(({ word }) => word).join(' ')).toBe('Gun Åkesson Ängsvägen 3 lgh 1102 123 45 Ekeby');
        for (const {
          at: [x0 = 0, y0 = 0, x1 = 0, y1 = 0],
        } of showing) {
          expect(x0).toBeGreaterThan(109);
          expect(x1).toBeLessThan(195);
          expect(y0).toBeGreaterThan(44);
          expect(y1).toBeLessThan(65);
        }
      });
    },
  );

  whenPresent(
    'pdfinfo',
    () => isInstalled('pdfinfo'),
    () => {
      it('is tagged, in Swedish, with headings and a table that can be read aloud', async () => {
        const bytes = await printed([aLetter()]);

        expect(run('pdfinfo', bytes)).toMatch(/Tagged: +yes/);
        const structure = run('pdfinfo', bytes, '-struct')
          .split('\n')
          .map((line) => line.trim().split(' ')[0]);
        expect(structure.filter((tag) => tag === 'TR')).toHaveLength(8);
        expect(structure).toEqual(expect.arrayContaining(['Document', 'H1', 'P', 'Table', 'TH', 'TD']));
        expect(bytes.includes('/Lang (sv)')).toBe(true);
      });
    },
  );

  whenPresent(
    'pdffonts',
    () => isInstalled('pdffonts'),
    () => {
      it('brings its own fonts', async () => {
        const fonts = run('pdffonts', await printed([aLetter()]))
          .split('\n')
          .slice(2)
          .filter((line) => line !== '');

        expect(fonts.length).toBeGreaterThan(0);
        for (const line of fonts) expect(line).toMatch(/ yes yes yes /);
      });
    },
  );
});
