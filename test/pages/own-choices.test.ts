import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { allSchemas } from '../../src/app.schemas';
import { calendarFeedSchema } from '../../src/invitations/store/own-choices.schemas';
import { PersonalLinks } from '../../src/invitations/personal-links.service';
import type { PersonId } from '../../src/kernel/identifiers';
import { Meetings } from '../../src/meetings/meetings.service';
import { Rescheduling } from '../../src/meetings/rescheduling.service';
import { People } from '../../src/people/people.service';
import { readByIcalJs } from '../support/calendar-readers';
import { CalledGroup } from '../support/calls-house';
import { aBookedGroup, linkTo, type RunningCalls, startCalls } from '../support/calls-server';
import { aDay } from '../support/groups-builders';
import { byMail, details } from '../support/people-builders';
import { Visitor } from '../support/visitor';

const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

const valuesOf = (calendar: string, name: string): readonly string[] =>
  [...calendar.replaceAll('\r\n ', '').matchAll(new RegExp(`^${name}:(.*)\r$`, 'gm'))].map(([, value = '']) => value);

describe('What people choose on their own page', () => {
  let running: RunningCalls;
  let group: CalledGroup;
  let eva: string;
  let gun: string;
  let anybody: Visitor;

  beforeEach(async () => {
    running = await startCalls();
    group = await aBookedGroup(running.house);
    await group.send();
    await running.house.dispatch();
    eva = await linkTo(running.house, 'eva@post.example');
    gun = await linkOf('Gun');
    anybody = new Visitor(running.house.url);
  });
  afterEach(() => running.stop());

  const within = <Result>(work: () => Promise<Result>) => running.house.within(work);
  const personNamed = async (name: string): Promise<PersonId> => {
    const all = await within(() => running.house.get(People).list(group.viewer));
    return all.find(({ person }) => person.calledName === name)!.person.id;
  };
  const linkOf = async (name: string): Promise<string> => {
    const links = running.house.get(PersonalLinks);
    const { organisationId } = group.viewer;
    const place = { organisationId, groupId: group.id, personId: await personNamed(name) };
    return new URL(links.addressOf((await within(() => links.living(place)))!)).pathname;
  };
  const post = async (link: string, what: string, fields: Record<string, string | string[]> = {}) => {
    await anybody.get(`${link}/choices`);
    return anybody.post(`${link}/choices/${what}`, fields);
  };
  const addressIn = (html: string): string => /\/k\/[a-z2-7]{32}\.ics/.exec(html)?.[0] ?? 'none';
  const newFeed = async (link = gun): Promise<string> => addressIn((await post(link, 'calendar')).text);
  const statusOf = async (path: string): Promise<number> => (await new Visitor(running.house.url).get(path)).status;
  const everyRow = (): Promise<string> =>
    within(async () => {
      const rows: string[] = [];
      for (const schema of allSchemas)
        rows.push(...(await running.house.database.repository(schema).find()).map((row) => JSON.stringify(row)).sort());
      return rows.join('\n');
    });
  const first = async () => (await within(() => running.house.get(Meetings).of(group.viewer, group.id)))[0]!;
  const moveTheFirst = async () => {
    const meeting = await first();
    const change = Object.assign({}, meeting, { day: aDay('2027-04-21') });
    await within(() => running.house.get(Rescheduling).move(group.viewer, meeting.id, change));
  };

  it('is found at the end of the person’s own page', async () => {
    expect((await anybody.get(eva)).text).toContain(`href="${eva}/choices">Påminnelser och kalender</a>`);
    expect((await anybody.get(gun)).text).toContain(`href="${gun}/choices">Möten i din kalender</a>`);
  });

  it('is sound HTML, with a feed and without', async () => {
    const validator = new HtmlValidate(new FileSystemConfigLoader());
    const pages = [await anybody.get(`${eva}/choices`), await anybody.get(`${gun}/choices`)];
    pages.push(await post(gun, 'calendar'), await anybody.get(`${gun}/choices?saved`));

    for (const { text } of pages) {
      const { results } = await validator.validateString(text);
      expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    }
  });

  describe('about reminders', () => {
    const ticked = (html: string): readonly string[] =>
      [...html.matchAll(/type="checkbox" value="(\w+)" checked/g)].map(([, value = '']) => value);

    it('is both of them from the beginning', async () => {
      const page = await anybody.get(`${eva}/choices`);

      expect(ticked(page.text)).toEqual(['week', 'day']);
      expect(textOf(page.text)).toContain('Nu får du ett mejl en vecka före. Du får också ett dagen före.');
    });

    it('is kept, and the page says what holds now', async () => {
      const sentences = {
        week: 'Nu får du ett mejl en vecka före varje möte.',
        day: 'Nu får du ett mejl dagen före varje möte.',
        none: 'Nu får du inga påminnelser.',
        'week day': 'Nu får du ett mejl en vecka före. Du får också ett dagen före.',
      };
      for (const [names, sentence] of Object.entries(sentences)) {
        const reminders = names.split(' ').filter((name) => name !== 'none');
        const saved = await post(eva, 'reminders', { reminders });
        const page = await anybody.get(saved.location ?? '');

        expect([saved.status, saved.location]).toEqual([303, `${eva}/choices?saved`]);
        expect(ticked(page.text)).toEqual(reminders);
        expect(textOf(page.text)).toContain('Tack! Ditt val är sparat.');
        expect(textOf(page.text)).toContain(sentence);
      }
    });

    it('is asked of nobody who gets no mail, and a form made by hand is refused', async () => {
      const page = textOf((await anybody.get(`${gun}/choices`)).text);
      const answer = await post(gun, 'reminders', { reminders: ['day'] });

      expect(page).not.toContain('Påminnelser');
      expect([answer.status, textOf(answer.text)]).toEqual([
        422,
        expect.stringContaining('Du får inga mejl från oss.'),
      ]);
    });

    it('is nothing else than the two', async () => {
      expect((await post(eva, 'reminders', { reminders: 'month' })).status).toBe(400);
      expect((await post(eva, 'reminders', { other: 'day' })).status).toBe(400);
    });
  });

  describe('about a calendar that fills up by itself', () => {
    it('is offered to nobody who gets the meetings by mail, and a form made by hand is refused', async () => {
      const page = textOf((await anybody.get(`${eva}/choices`)).text);
      const answer = await post(eva, 'calendar');

      expect(page).toContain('Mötena kommer till din kalender med mejlen.');
      expect(page).not.toContain('Skapa');
      expect([answer.status, textOf(answer.text)]).toEqual([422, expect.stringContaining('Du behöver ingen adress.')]);
      expect(await within(() => running.house.database.repository(calendarFeedSchema).find())).toEqual([]);
    });

    it('shows the address once, for the calendar and to be copied', async () => {
      const made = await post(gun, 'calendar');
      const address = addressIn(made.text);
      const later = await anybody.get(`${gun}/choices`);

      expect(made.text).toContain(`href="${running.house.url.replace('http', 'webcal')}${address}"`);
      expect(textOf(made.text)).toContain(` ${running.house.url}${address} `);
      expect(textOf(made.text)).toContain('Google-kalendern hämtar nytt en eller två gånger om dagen.');
      expect(textOf(later.text)).toContain('Du har en adress till dina möten. Vi visar den inte igen.');
      expect(later.text).not.toContain('/k/');
    });

    it('hands out the meetings, and names nobody and no place that is not public', async () => {
      const feed = await anybody.get(await newFeed());

      expect(readByIcalJs(feed.text)).toMatchObject({
        events: 3,
        attendees: [],
        organizer: 'null',
        method: 'null',
        summary: 'Möte',
        location: 'enligt överenskommelse',
        start: '2027-04-14T11:00:00Z',
        description: expect.stringMatching(/^Möte 1 av 3\n.*Ring Siv\. 070-174 06 35$/) as string,
      });
      expect(feed.text).not.toMatch(/Gun|Olle|Eva|Lindqvist|lag|Rum 3|@/);
    });

    it('is a file that no cache keeps and that gives no cookie', async () => {
      const stranger = new Visitor(running.house.url);
      const { headers } = await stranger.get(await newFeed());

      expect(Object.fromEntries(headers)).toMatchObject({
        'content-type': 'text/calendar; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      });
      expect(headers.getSetCookie()).toEqual([]);
    });

    it('has other names for the meetings than any mail or file', async () => {
      const invited = valuesOf((await anybody.get(`${gun}/moten.ics`)).text, 'UID');
      const fed = valuesOf((await anybody.get(await newFeed())).text, 'UID');
      const again = valuesOf((await anybody.get(await newFeed())).text, 'UID');

      expect([invited.length, fed.length]).toEqual([3, 3]);
      expect(new Set([...invited, ...fed, ...again]).size).toBe(9);
    });

    it('tells of a move once it has been told, and of what is cancelled', async () => {
      const feed = await newFeed();
      const meeting = await first();
      await moveTheFirst();
      const untold = await anybody.get(feed);
      await group.send();
      const told = await anybody.get(feed);
      await within(() => running.house.get(Rescheduling).cancel(group.viewer, meeting.id));
      const off = await anybody.get(feed);

      expect(valuesOf(untold.text, 'DTSTART')[0]).toBe('20270414T110000Z');
      expect(valuesOf(told.text, 'DTSTART')[0]).toBe('20270421T110000Z');
      expect(valuesOf(told.text, 'UID')).toEqual(valuesOf(untold.text, 'UID'));
      expect(valuesOf(off.text, 'STATUS')).toEqual(['CANCELLED', 'CONFIRMED', 'CONFIRMED']);
      expect(valuesOf(off.text, 'SUMMARY')[0]).toBe('Inställt möte');
    });

    it('is not sent again to whoever has it as it stands', async () => {
      const feed = await newFeed();
      const version = (await anybody.get(feed)).headers.get('etag') ?? '';
      running.house.clock.pass(240);
      // Without the second header fetch itself asks for a fresh copy.
      const asking = { 'if-none-match': version, 'cache-control': 'max-age=0' };
      const same = await anybody.get(feed, asking);
      const meeting = await first();
      await within(() => running.house.get(Rescheduling).cancel(group.viewer, meeting.id));
      const other = await anybody.get(feed, asking);

      expect([same.status, same.text, other.status]).toEqual([304, '', 200]);
    });

    it('is dead at once when the person ends it', async () => {
      const feed = await newFeed();
      const before = await statusOf(feed);
      const ended = await post(gun, 'calendar/end');

      expect([before, ended.status, ended.location, await statusOf(feed)]).toEqual([
        200,
        303,
        `${gun}/choices?saved`,
        404,
      ]);
      expect(textOf((await anybody.get(`${gun}/choices`)).text)).toContain('Skapa min adress');
    });

    it('dies when a new one is made', async () => {
      const [one, another] = [await newFeed(), await newFeed()];

      expect([await statusOf(one), await statusOf(another)]).toEqual([404, 200]);
    });

    it('dies when the person takes back a yes, and stays dead when they give it again', async () => {
      const feed = await newFeed();
      const personId = await personNamed('Gun');

      await group.withdraw(personId, 'take-part');
      const withdrawn = await statusOf(feed);
      await group.consents(personId);
      await moveTheFirst();
      await group.send();

      expect([withdrawn, await statusOf(feed), await statusOf(await linkOf('Gun'))]).toEqual([404, 404, 200]);
      expect(await within(() => running.house.database.repository(calendarFeedSchema).find())).toEqual([]);
    });

    it('dies when the person leaves the group', async () => {
      const feed = await newFeed();
      const siv = await running.house.signedIn(group.email);
      const path = `/groups/${group.id}/members/${await personNamed('Gun')}/leave`;
      await siv.get(path);
      await siv.post(path, {});

      expect(await statusOf(feed)).toBe(404);
    });

    it('is closed while the meetings come by mail instead', async () => {
      const feed = await newFeed();
      const personId = await personNamed('Gun');
      const given = details({ calledName: 'Gun', fullName: 'Gun Åkesson', ...byMail('gun@post.example') });
      await within(() => running.house.get(People).change(group.viewer, personId, given));
      await group.send();

      expect(await statusOf(feed)).toBe(404);
    });

    it('lives a week past the last meeting, and no longer', async () => {
      const feed = await newFeed();
      const minutesToEnd = (Date.parse('2027-06-16T12:00:00Z') - Date.parse('2027-03-01T08:00:00Z')) / 60_000;

      running.house.clock.pass(minutesToEnd + 7 * 24 * 60 - 1);
      const alive = await statusOf(feed);
      running.house.clock.pass(1);

      expect([alive, await statusOf(feed)]).toEqual([200, 404]);
    });

    it('ends with the same calm page for an address that never was and for one that is over', async () => {
      const feed = await newFeed();
      await post(gun, 'calendar/end');
      const asLink = feed.replace('/k/', '/m/').replace('.ics', '');
      const paths = [feed, `/k/${'a'.repeat(32)}.ics`, `/k/${gun.slice(3)}.ics`, '/k/x.ics', asLink];
      const answers = await Promise.all(paths.map((path) => anybody.get(path)));

      expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 404));
      expect(new Set(answers.map(({ text }, index) => text.replaceAll(paths[index]!, ''))).size).toBe(1);
      expect(textOf(answers[0]!.text)).toContain('Ring den som kallade dig.');
    });

    it('is made for nobody without the token of the page', async () => {
      await newFeed();
      const answer = await new Visitor(running.house.url).post(`${gun}/choices/calendar/end`, { _csrf: 'x' });

      expect(answer.status).toBe(403);
    });
  });

  it('is kept with what is written down of it, and without the address', async () => {
    await post(eva, 'reminders', { reminders: ['day'] });
    const token = /[a-z2-7]{32}/.exec(await newFeed())?.[0] ?? 'none';
    await post(gun, 'calendar/end');
    const rows = await everyRow();

    for (const action of ['reminders.chosen', 'calendar-feed.made', 'calendar-feed.ended'])
      expect(rows).toContain(`"action":"${action}"`);
    expect(rows).not.toContain(token);
  });

  it('is changed by no GET or HEAD', async () => {
    const feed = await newFeed();
    const before = await everyRow();
    const answers = [];
    for (const path of [feed, `${gun}/choices`, `${gun}/choices?saved`, `${eva}/choices`])
      for (const method of ['GET', 'HEAD']) answers.push(await anybody.ask(path, { method, headers: {} }));

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await everyRow()).toBe(before);
  });
});
