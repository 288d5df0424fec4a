import { existsSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { Viewer } from '../../src/access/domain/viewer';
import { allSchemas } from '../../src/app.schemas';
import { Availability } from '../../src/availability/availability.service';
import { CalendarVisits } from '../../src/availability/calendar-visits.service';
import { AuditLog } from '../../src/audit/audit-log.service';
import type { PersonId } from '../../src/kernel/identifiers';
import { People } from '../../src/people/people.service';
import { axeViolations, openBrowser, overflowOf, showPage } from '../support/browser';
import { aCalendar, anEvent } from '../support/calendar-files';
import { CalendarsHouse } from '../support/calendars-house';
import { onEachDatabase } from '../support/databases';
import { aDay, anId } from '../support/groups-builders';
import { details } from '../support/people-builders';
import { aCoordinator, anAdministrator, goodPassword } from '../support/staff-builders';
import { Visitor } from '../support/visitor';

const secret = 'Kontrollbesök på hjärtmottagningen';
const meeting = (day: string, title = secret): string =>
  anEvent(
    `DTSTART:${day}T080000Z`,
    `DTEND:${day}T090000Z`,
    `SUMMARY:${title}`,
    `LOCATION:${title}`,
    `ATTENDEE;CN=${title}:mailto:b@post.example`,
  );
const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

onEachDatabase((engine, open) => {
  describe('the hours and calendars of somebody', () => {
    let house: CalendarsHouse;
    let address: Awaited<ReturnType<typeof open>>['address'];
    let siv: Viewer;
    let visitor: Visitor;
    let person: PersonId;
    let base: string;
    let feed: string;

    beforeAll(async () => {
      const opened = await open(allSchemas);
      address = opened.address;
      house = await CalendarsHouse.on(opened.database);
      siv = await aCoordinator(house.app, await anAdministrator(house.app));
      visitor = await signedIn('siv.ek');
    });
    afterAll(() => house.close());

    beforeEach(async () => {
      const made = await house.within(() => house.get(People).add(siv, 'professional', details({ calledName: 'Åsa' })));
      person = made.id;
      base = `/people/${person}`;
      feed = `https://kalender.example/${person}/hemlig-nyckel/basic.ics`;
      house.outgoing.asked.length = 0;
      house.outgoing.answers.clear();
    });

    async function signedIn(name: string): Promise<Visitor> {
      const somebody = new Visitor(house.settings.publicAddress);
      await somebody.get('/sign-in');
      await somebody.post('/sign-in', { email: `${name}@kommunen.example`, password: goodPassword, next: '/' });
      return somebody;
    }

    /** As a browser without script sends a form with a file in it. */
    async function upload(text: string | Blob, by = visitor, token?: string, more: readonly string[] = []) {
      await by.get(`${base}/calendars`);
      const body = new FormData();
      for (const name of more) body.append(name, '1');
      body.append('_csrf', token ?? by.token);
      body.append(
        'calendarFile',
        typeof text === 'string' ? new Blob([text], { type: 'text/calendar' }) : text,
        'min.ics',
      );
      return by.ask(`${base}/calendars/file`, { method: 'POST', headers: {}, body });
    }

    const taken = async (from = '2027-01-01', until = '2028-12-31'): Promise<readonly string[]> => {
      const period = { from: aDay(from), until: aDay(until) };
      const known = await house.within(() => house.get(Availability).of(siv, anId(), { people: [person], period }));
      return known.taken.map(({ starts, ends }) => `${starts}/${ends}`).sort();
    };

    it('take a time that comes again and days away, show them in words, and let go of them', async () => {
      await visitor.get(`${base}/hours`);
      const span = { recurringFirst: '2027-04-01', recurringLast: '2027-04-30' };
      const again = {
        recurringDays: ['1', '3'],
        recurringFrom: '09:00',
        recurringUntil: '10:30',
        recurringWeeks: '2',
        ...span,
      };
      await visitor.post(`${base}/hours/recurring`, again);
      await visitor.post(`${base}/hours/absence`, { absentFrom: '2027-07-01', absentUntil: '2027-07-14' });
      const page = await visitor.get(`${base}/hours`);

      expect(textOf(page.text)).toContain(
        'Varannan vecka måndag och onsdag 09.00–10.30, från 1 april 2027 till 30 april 2027',
      );
      expect(textOf(page.text)).toContain('Borta från 1 juli 2027 till och med 14 juli 2027');
      expect(await taken()).toEqual([
        ...['2027-04-12T09:00/2027-04-12T10:30', '2027-04-14T09:00/2027-04-14T10:30'],
        ...['2027-04-26T09:00/2027-04-26T10:30', '2027-04-28T09:00/2027-04-28T10:30'],
        '2027-07-01T00:00/2027-07-15T00:00',
      ]);

      for (const [, action] of page.text.matchAll(/action="([^"]*\/remove)"/g)) await visitor.post(action!);
      expect(await taken()).toEqual([]);
    });

    it('show what is wrong beside the form that was filled in, which stays open', async () => {
      await visitor.get(`${base}/hours`);
      const answer = await visitor.post(`${base}/hours/absence`, {
        absentFrom: '2027-07-14',
        absentUntil: '2027-07-01',
      });

      expect([
        answer.status,
        /<details class="govuk-details" open>\s*<summary[^]*?Lägg till dagar borta/.test(answer.text),
      ]).toEqual([422, true]);
      expect(answer.text).toContain('Den sista dagen kan inte vara före den första.');
    });

    it('are read from a file, for busy times only: nothing else of it is kept, logged or shown', async () => {
      const written = jest.spyOn(process.stdout, 'write');
      const answer = await upload(aCalendar(meeting('20270412'), meeting('20270413'), anEvent('DTSTART:imorgon')));
      const page = await visitor.get(`${base}/calendars`);
      const log = JSON.stringify(written.mock.calls);
      written.mockRestore();

      expect([answer.status, answer.location]).toEqual([303, `${base}/calendars`]);
      expect(await taken()).toEqual(['2027-04-12T10:00/2027-04-12T11:00', '2027-04-13T10:00/2027-04-13T11:00']);
      expect(textOf(page.text)).toContain('Läst måndag 1 mars 2027 klockan 09.00. 2 upptagna tider sparades.');
      expect(textOf(page.text)).toContain('En händelse gick inte att förstå och är inte med.');
      expect([page.text, log].filter((text) => text.includes('hjärtmottagningen'))).toEqual([]);
      if ('file' in address) {
        const { file: database } = address;
        const kept = [database, `${database}-wal`].filter((file) => existsSync(file));
        const bytes = kept.map((file) => readFileSync(file).toString('utf8')).join('');
        expect(['2027-04-12T10:00', 'hjärtmottagningen', 'b@post.example'].map((text) => bytes.includes(text))).toEqual(
          [true, false, false],
        );
      }
    });

    it('are those of the newest file alone, until it is removed', async () => {
      await upload(aCalendar(meeting('20270412')));
      await upload(aCalendar(meeting('20270512')));
      expect(await taken()).toEqual(['2027-05-12T10:00/2027-05-12T11:00']);
      expect(await taken('2027-05-13', '2027-06-01')).toEqual([]);

      await visitor.get(`${base}/calendars`);
      await visitor.post(`${base}/calendars/file/remove`);
      expect(await taken()).toEqual([]);
    });

    it('hold thousands of times, that of the hour which autumn repeats once', async () => {
      const times = Array.from(
        { length: 9_000 },
        (_, at) => `RDATE:${new Date(Date.UTC(2027, 2, 2, at)).toISOString().replace(/[-:]|\.000/g, '')}`,
      );
      const answer = await upload(aCalendar(anEvent('DTSTART:20270302T000000Z', 'DURATION:PT30M', ...times)));

      expect([answer.status, (await taken()).length]).toEqual([303, 8_999]);
    });

    it.each([
      ['no calendar', 'Hej!', 'Filen är ingen kalender'],
      [
        'a zone nobody knows',
        aCalendar(anEvent('DTSTART;TZID=Europa/<b>:20270412T080000', 'DURATION:PT1H')),
        'tidszonen ”Europa/&lt;b&gt;”',
      ],
      [
        'a million events',
        aCalendar('BEGIN:VEVENT\r\nEND:VEVENT\r\n'.repeat(150_000).trimEnd()),
        'fler än 20 000 händelser',
      ],
      ['over 5 MiB', new Blob(['x'.repeat(5 * 1024 * 1024 + 1)]), 'Filen är större än 5 megabyte'],
      ['nothing', new Blob([]), 'Filen är ingen kalender'],
    ])('are kept as they were when the file is %s, with a sentence that says so', async (_, file, sentence) => {
      await upload(aCalendar(meeting('20270412')));
      const answer = await upload(file);

      expect([answer.status, answer.text.includes(sentence)]).toEqual([422, true]);
      expect(await taken()).toEqual(['2027-04-12T10:00/2027-04-12T11:00']);
    });

    it('are asked for when no file was chosen', async () => {
      await visitor.get(`${base}/calendars`);
      const answer = await visitor.post(`${base}/calendars/file`);

      expect([answer.status, answer.text.includes('Välj en kalenderfil först.')]).toEqual([422, true]);
    });

    it('are taken only from a page of ours, from who may see the person, and on this route alone', async () => {
      const file = aCalendar(meeting('20270412'));
      expect((await upload(file, visitor, 'forged')).status).toBe(403);
      expect(await upload(file, new Visitor(house.settings.publicAddress))).toMatchObject({
        status: 303,
        location: '/sign-in',
      });
      const body = new FormData();
      body.append('_csrf', visitor.token);
      expect((await visitor.ask(`${base}/hours/busy`, { method: 'POST', headers: {}, body })).status).toBe(415);
      const unknown = base;
      base = `/people/${anId()}`;
      const form = new FormData();
      form.append('_csrf', visitor.token);
      form.append('calendarFile', new Blob([file]), 'min.ics');
      expect((await visitor.ask(`${base}/calendars/file`, { method: 'POST', headers: {}, body: form })).status).toBe(
        404,
      );
      base = unknown;
      expect(await taken()).toEqual([]);
    });

    it.each(['__proto__', '__proto__[isAdmin]', 'personId', 'a[b][c]'])(
      'are not taken from a form with a field that was not asked for: %s',
      async (name) => {
        const answer = await upload(aCalendar(meeting('20270412')), visitor, undefined, [name]);

        expect([answer.status, await taken()]).toEqual([400, []]);
      },
    );

    it('are read from an address, which is kept sealed and shown as its host', async () => {
      house.outgoing.answers.set(feed, { kind: 'fetched', body: Buffer.from(aCalendar(meeting('20270412'))) });
      await visitor.get(`${base}/calendars`);
      const answer = await visitor.post(`${base}/calendars/address`, {
        calendarAddress: feed.replace('https:', 'webcal:'),
      });
      const page = await visitor.get(`${base}/calendars`);

      expect([answer.status, house.outgoing.asked, await taken()]).toEqual([
        303,
        [feed],
        ['2027-04-12T10:00/2027-04-12T11:00'],
      ]);
      expect(textOf(page.text)).toContain(
        'Kalendern läses från kalender.example. Läst måndag 1 mars 2027 klockan 09.00.',
      );
      expect(page.text).not.toContain('hemlig-nyckel');
      const [row] = await house.within(() =>
        house.database
          .manager()
          .query<{ address: string }[]>(`SELECT address FROM calendar_of_person WHERE person_id = '${person}'`),
      );
      expect(row?.address).toMatch(/^s1:/);
    });

    it('are looked at again after six hours, keep the times when that fails, and say why', async () => {
      house.outgoing.answers.set(feed, { kind: 'fetched', body: Buffer.from(aCalendar(meeting('20270412'))) });
      await visitor.get(`${base}/calendars`);
      await visitor.post(`${base}/calendars/address`, { calendarAddress: feed });
      house.outgoing.answers.set(feed, { kind: 'failed', why: 'redirected' });
      const asked = (): number => house.outgoing.asked.filter((one) => one === feed).length;
      house.clock.pass(6 * 60);
      await house.get(CalendarVisits).visitDue();
      expect(asked()).toBe(1);
      house.clock.pass(1);
      await Promise.all([house.get(CalendarVisits).visitDue(), house.get(CalendarVisits).visitDue()]);
      visitor = await signedIn('siv.ek');
      const page = await visitor.get(`${base}/calendars`);

      expect([asked(), await taken()]).toEqual([2, ['2027-04-12T10:00/2027-04-12T11:00']]);
      expect(textOf(page.text)).toMatch(
        /Det gick inte att läsa kalendern måndag 1 mars 2027 klockan \d+.01. Adressen skickar vidare/,
      );
      house.outgoing.answers.set(feed, { kind: 'fetched', body: Buffer.from(aCalendar(meeting('20270414'))) });
      await visitor.post(`${base}/calendars/address/look`);
      expect(await taken()).toEqual(['2027-04-14T10:00/2027-04-14T11:00']);
    });

    it('do not come back when the address was removed while it was being read', async () => {
      await visitor.get(`${base}/calendars`);
      await visitor.post(`${base}/calendars/address`, { calendarAddress: feed });
      let arrive: () => void = () => undefined;
      const answer = new Promise<void>((arrived) => (arrive = arrived));
      const body = Buffer.from(aCalendar(meeting('20270412')));
      house.outgoing.answers.set(
        feed,
        answer.then(() => ({ kind: 'fetched' as const, body })),
      );
      const looking = visitor.post(`${base}/calendars/address/look`);
      await visitor.post(`${base}/calendars/address/remove`);
      arrive();
      await looking;

      expect(await taken()).toEqual([]);
      expect(textOf((await visitor.get(`${base}/calendars`)).text)).not.toContain('kalender.example');
    });

    it('leave a trail of who did it, and no word of the calendar in it', async () => {
      await upload(aCalendar(meeting('20270412')));
      const rows = await house.within(() =>
        house.database.manager().query<{ action: string }[]>(`SELECT * FROM access_log WHERE about_id = '${person}'`),
      );

      expect(rows.map(({ action }) => action)).toContain('calendars.changed');
      expect(JSON.stringify(rows)).not.toContain('hjärtmottagningen');
      expect((await house.within(() => house.get(AuditLog).verify(siv.organisationId))).kind).toBe('holds');
    });

    if (engine === 'SQLite') {
      describe('in a browser', () => {
        let browser: Browser;
        beforeAll(async () => {
          browser = await openBrowser();
        });
        afterAll(() => browser.close());

        it.each([320, 1280])('are fit for everybody at %i px', async (width) => {
          house.outgoing.answers.set(feed, { kind: 'failed', why: 'tooSlow' });
          await upload(aCalendar(meeting('20270412')));
          await visitor.post(`${base}/calendars/address`, { calendarAddress: feed });
          await visitor.post(`${base}/hours/absence`, { absentFrom: '2027-07-01', absentUntil: '2027-07-14' });
          const faulty = await visitor.post(`${base}/hours/recurring`, { recurringWeeks: '1' });
          const pages = [
            await visitor.get(`${base}/hours`),
            await visitor.get(`${base}/calendars`),
            faulty,
            await upload('x'),
          ];
          for (const { text } of pages) {
            const page = await showPage(browser, text, width);
            expect([await axeViolations(page), await overflowOf(page)]).toEqual([[], 0]);
          }
        });
      });

      it('know no addresses where the settings do not allow them', async () => {
        const { keys } = house.settings;
        const strict = await CalendarsHouse.on(house.database, { keys, calendarAddresses: false });
        strict.clock.pass(24 * 60);
        try {
          const other = new Visitor(strict.settings.publicAddress);
          await other.get('/sign-in');
          await other.post('/sign-in', { email: 'siv.ek@kommunen.example', password: goodPassword, next: '/' });
          const shown = await other.get(`${base}/calendars`);
          expect([shown.status, shown.text.includes('Kalenderfil')]).toEqual([200, true]);
          expect(shown.text).not.toContain('Kalenderadress');
          expect((await other.post(`${base}/calendars/address`, { calendarAddress: feed })).status).toBe(404);
          expect(strict.outgoing.asked).toEqual([]);
        } finally {
          await strict.close();
        }
      });
    }
  });
});
