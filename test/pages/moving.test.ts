import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import type { Viewer } from '../../src/access/domain/viewer';
import { GroupForming } from '../../src/groups/group-forming.service';
import type { GroupId, MeetingId, PersonId } from '../../src/kernel/identifiers';
import { TimeOfDay } from '../../src/kernel/time-of-day';
import { Bookings } from '../../src/meetings/bookings.service';
import type { Meeting } from '../../src/meetings/domain/meeting';
import { Meetings } from '../../src/meetings/meetings.service';
import { Membership } from '../../src/groups/membership.service';
import { PersonalTimesNotes } from '../../src/availability/personal-times.service';
import { axeViolations, openBrowser, overflowOf, showPage } from '../support/browser';
import { GroupHouse } from '../support/group-house';
import { aDay } from '../support/groups-builders';
import { aBooking } from '../support/meetings-builders';
import { withProtectedIdentity } from '../support/people-builders';
import { aCoordinator, anAdministrator, goodPassword } from '../support/staff-builders';
import { type Answered, Visitor } from '../support/visitor';

const approval = { on: aDay('2027-02-01'), how: 'at-meeting' } as const;
const hrefsIn = (html: string): string[] =>
  [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&'));
const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the pages on which booked meetings are changed', () => {
  let served: Awaited<ReturnType<typeof GroupHouse.served>>;
  let house: GroupHouse;
  let siv: Viewer;
  let visitor: Visitor;
  let stranger: Visitor;
  let group: GroupId;
  let doctor: PersonId;
  let first: MeetingId;
  let base: string;

  beforeAll(async () => {
    served = await GroupHouse.served();
    ({ house } = served);
    siv = await aCoordinator(house.app, await anAdministrator(house.app));
    await aCoordinator(house.app, await anAdministrator(house.app, 'Bo Dahl'), 'Ulla Ek');
    visitor = await signedIn('siv.ek');
    stranger = await signedIn('ulla.ek');
  });
  afterAll(() => served.stop());

  beforeEach(async () => {
    const { id: serviceUserId } = await house.person(siv, 'Olle', { kind: 'service-user' });
    const coordinatorPersonId = (await house.person(siv, 'Siv')).id;
    doctor = (await house.person(siv, 'Åsa')).id;
    const made = await house.within(() =>
      house.get(GroupForming).create(siv, {
        ...{ serviceUserId, profile: 'resource-group', name: 'Olles lag', neutralTitle: 'Möte', network: [] },
        core: { coordinatorPersonId, doctorId: doctor, approval },
        sizeReason: 'Olle vill börja litet.',
      }),
    );
    group = made.id;
    const days = ['2027-04-14', '2027-05-12', '2027-06-09'].map(aDay);
    const booked = await house.within(() =>
      house.get(Bookings).book(
        siv,
        group,
        days.map((day, at) => aBooking({ number: at + 1, day, target: day })),
      ),
    );
    first = booked[0]!.id;
    base = `/meetings/${first}`;
    await house.within(() => house.get(Bookings).called(siv, group, [first]));
  });

  async function signedIn(name: string): Promise<Visitor> {
    const one = new Visitor(served.url);
    await one.get('/sign-in');
    await one.post('/sign-in', { email: `${name}@kommunen.example`, password: goodPassword, next: '/groups' });
    await one.get('/groups');
    return one;
  }
  const now = (id = first): Promise<Meeting> => house.within(() => house.get(Meetings).get(siv, id));
  const asItIs = { day: '2027-04-14', start: '13:00', minutes: '60', meetingForm: 'office', place: 'Rum 3' };
  const move = async (fields: Record<string, string>): Promise<Answered> => {
    await visitor.get(`${base}/move`);
    return visitor.post(`${base}/move`, { ...asItIs, ...fields });
  };
  const busyDoctor = (from: string, until: string) => {
    const times = { from: TimeOfDay.of(from), until: TimeOfDay.of(until) };
    return house.within(() =>
      house.get(PersonalTimesNotes).addBusy(siv, doctor, { day: aDay('2027-04-15'), ...times }),
    );
  };

  describe('moving', () => {
    it('says when the meeting is now, and proposes three other times that fill the form', async () => {
      const page = await visitor.get(`${base}/move`);
      const [link, ...others] = hrefsIn(page.text).filter((href) => href.startsWith(`${base}/move?`));

      expect(page.status).toBe(200);
      expect(textOf(page.text)).toContain('Nu: onsdag 14 april 2027 klockan 13.00–14.00');
      expect(others).toHaveLength(2);
      const { searchParams } = new URL(link!, served.url);
      const [day, start] = [searchParams.get('day'), searchParams.get('start')];
      const filled = await visitor.get(link!.replace('#day', ''));
      expect(filled.text).toContain(`value="${day!}"`);
      expect(filled.text).toContain(`value="${start!}"`);
      expect((await now()).day.iso).toBe('2027-04-14');
    });

    it('leads on to Send, and has told nobody', async () => {
      const answer = await move({ day: '2027-04-15', start: '10.30', minutes: '75', place: 'Rum 7' });

      expect([answer.status, answer.location]).toEqual([303, `/groups/${group}/send`]);
      const { day, start, minutes, place, state, sequence, since } = await now();
      expect([day.iso, String(start), minutes, place]).toEqual(['2027-04-15', '10:30', 75, 'Rum 7']);
      expect([state, sequence, since]).toEqual(['moved', 1, 2]);
      expect(textOf((await visitor.get(base)).text)).toContain('De som är kallade har inte fått veta det än.');
    });

    it.each<[string, Record<string, string>, string, string]>([
      ['nine hours', { minutes: '540', lengthReason: 'Heldag.' }, 'minutes', 'Mötet kan vara högst 240 minuter.'],
      ['five minutes', { minutes: '5' }, 'minutes', 'Ett möte på 5 minuter är för kort.'],
      ['two hours without a reason', { minutes: '120' }, 'lengthReason', 'Skriv varför det är rätt ändå.'],
      ['25 o’clock', { start: '25:00' }, 'start', 'Skriv ett klockslag'],
      ['no day', { day: '2027-02-30' }, 'day', 'Skriv en dag som finns'],
      ['a day that has been', { day: '2027-02-26' }, 'day', 'Tiden har redan varit.'],
      ['the hour that spring skips', { day: '2027-03-28', start: '02:30' }, 'start', 'Klockan ställs om just då'],
      ['past midnight', { start: '23:30' }, 'start', 'Mötet slutar efter midnatt.'],
      ['no form', { meetingForm: 'fax' }, 'meetingForm', 'välj ett av alternativen'],
      [
        'a home that is public',
        { meetingForm: 'home', placeIsPublic: 'yes' },
        'place',
        'Ett hem är ingen offentlig plats.',
      ],
    ])('says at the field what is wrong: %s', async (_what, fields, field, sentence) => {
      const answer = await move(fields);

      expect(answer.status).toBe(422);
      expect(answer.text).toContain(`href="#${field}"`);
      expect(textOf(answer.text)).toContain(sentence);
      expect((await now()).revision).toBe(1);
    });

    it('is never to a home when somebody in the group has a protected identity', async () => {
      const { id: personId } = await house.person(siv, 'Kim', withProtectedIdentity);
      const newcomer = { personId, part: 'network', functionInGroup: '', approval } as const;
      await house.within(() => house.get(Membership).addMember(siv, group, newcomer));

      const answer = await move({ meetingForm: 'home', place: '' });

      expect(answer.status).toBe(422);
      expect(answer.text).toContain('href="#meetingForm"');
      expect(textOf(answer.text)).toContain('Någon i gruppen har skyddade personuppgifter.');
    });

    it('shows a hostile place as the text it is', async () => {
      await move({ place: '<script>alert(1)</script>' });

      for (const path of [base, `${base}/move`, `/groups/${group}/meetings`]) {
        const { text } = await visitor.get(path);
        expect(text).toContain('&lt;script&gt;');
        expect(text).not.toContain('<script>alert');
      }
      expect((await visitor.get(`${base}/move?day=%22%3E%3Cscript%3E`)).text).not.toContain('"><script>');
    });

    it('refuses a field nobody asked for', async () => {
      expect((await move({ state: 'held' })).status).toBe(400);
    });

    it('warns once of a red day, and books it when that is wanted all the same', async () => {
      const redDay = { day: '2027-05-06' };
      const warned = await move(redDay);
      const tick = /name="despite"[^>]*value="([^"]+)"/.exec(warned.text)?.[1] ?? '';

      expect(warned.status).toBe(422);
      expect(textOf(warned.text)).toContain('Röd dag: torsdag 6 maj 2027 (Kristi himmelsfärdsdag).');
      expect((await now()).revision).toBe(1);
      expect((await move({ ...redDay, despite: tick })).status).toBe(303);
      expect((await now()).day.iso).toBe('2027-05-06');
    });

    it('warns again when another time was ticked than the one that is asked for', async () => {
      const tick = /name="despite"[^>]*value="([^"]+)"/.exec((await move({ day: '2027-05-06' })).text)?.[1] ?? '';

      const answer = await move({ day: '2027-05-01', despite: tick });

      expect(answer.status).toBe(422);
      expect(textOf(answer.text)).toContain('lördag 1 maj 2027');
    });

    it('warns of somebody who is taken, and when', async () => {
      await busyDoctor('13:00', '14:30');

      const answer = await move({ day: '2027-04-15', start: '14:00' });

      expect(answer.status).toBe(422);
      expect(textOf(answer.text)).toContain('Åsa är upptagen 13.00–14.30.');
      expect((await move({ day: '2027-04-15', start: '14:30' })).status).toBe(303);
    });

    it('warns of another of the group’s meetings at that time', async () => {
      const answer = await move({ day: '2027-05-12', start: '13:30' });

      expect(textOf(answer.text)).toContain('Gruppen har redan möte 2 då.');
    });

    it('does not warn again when only the place is changed', async () => {
      await busyDoctor('13:00', '14:30');
      const late = { day: '2027-04-15', start: '14:00' };
      await move({ ...late, despite: '2027-04-15T14:00/60' });

      expect((await move({ ...late, place: 'Rum 8' })).status).toBe(303);
      expect((await now()).place).toBe('Rum 8');
    });
  });

  describe('cancelling', () => {
    it('says what will happen, and then leads on to Send', async () => {
      const page = await visitor.get(`${base}/cancel`);
      const answer = await visitor.post(`${base}/cancel`);

      expect(textOf(page.text)).toContain(
        'Alla som är kallade får ett kort besked, och mötet tas bort ur deras kalendrar. Inget skickas förrän du tryckt på Skicka.',
      );
      expect([answer.status, answer.location]).toEqual([303, `/groups/${group}/send`]);
      expect(await now()).toMatchObject({ state: 'cancelled', sequence: 1, revision: 2 });
    });

    it('happens once, and leaves nothing to change', async () => {
      await visitor.get(`${base}/cancel`);
      await visitor.post(`${base}/cancel`);

      const again = await visitor.post(`${base}/cancel`);

      expect([again.status, textOf(again.text).includes('Möte 1 är redan inställt.')]).toEqual([422, true]);
      expect((await visitor.get(`${base}/cancel`)).location).toBe(base);
      expect((await visitor.get(`${base}/move`)).location).toBe(base);
      expect((await move({ place: 'Rum 9' })).status).toBe(422);
      expect((await visitor.get(base)).text).not.toContain(`${base}/move`);
    });

    it('of the rest takes every meeting ahead', async () => {
      const list = await visitor.get(`/groups/${group}/meetings`);
      const page = await visitor.get(`/groups/${group}/meetings/cancel`);
      const answer = await visitor.post(`/groups/${group}/meetings/cancel`);

      expect(list.text).toContain(`/groups/${group}/meetings/cancel`);
      expect(textOf(page.text)).toContain('Ställ in 3 möten');
      expect([answer.status, answer.location]).toEqual([303, `/groups/${group}/send`]);
      const all = await house.within(() => house.get(Meetings).of(siv, group));
      expect(all.map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled']);
      expect((await visitor.get(`/groups/${group}/meetings/cancel`)).location).toBe(`/groups/${group}/meetings`);
    });

    it('tells nobody when nobody has been called', async () => {
      const all = await house.within(() => house.get(Meetings).of(siv, group));

      const page = await visitor.get(`/meetings/${all[1]!.id}/cancel`);

      expect(textOf(page.text)).toContain('Ingen är kallad än, så ingen får något besked.');
    });
  });

  it('are not there for another organisation', async () => {
    const paths = () => [`${base}/move`, `${base}/cancel`, `/groups/${group}/meetings/cancel`];
    for (const path of paths()) {
      expect((await stranger.get(path)).status).toBe(404);
      expect((await stranger.post(path, path.endsWith('move') ? { ...asItIs, place: 'Rum 9' } : {})).status).toBe(404);
    }
    expect((await now()).revision).toBe(1);
  });

  describe('to everybody’s eyes', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(() => browser.close());

    const looks: Record<string, () => Promise<Answered>> = {
      'move, with faults': () => move({ start: '25:00', minutes: '' }),
      'move, with a warning': () => move({ day: '2027-05-06' }),
      'a moved meeting': async () => {
        await move({ place: 'Rum 7' });
        return visitor.get(base);
      },
      'cancel the rest': () => visitor.get(`/groups/${group}/meetings/cancel`),
      'the meetings': () => visitor.get(`/groups/${group}/meetings`),
    };
    const names = Object.keys(looks);

    it.each(names)('%s is valid HTML', async (name) => {
      const { text } = await looks[name]!();
      const report = await new HtmlValidate(new FileSystemConfigLoader()).validateString(text);

      expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))).toEqual([]);
    });

    it.each(names.flatMap((name) => [320, 1280].map((width): [string, number] => [name, width])))(
      '%s can be used by everybody at %i pixels',
      async (name, width) => {
        const page = await showPage(browser, (await looks[name]!()).text, width);

        expect(await axeViolations(page)).toEqual([]);
        expect(await overflowOf(page)).toBe(0);
        const folder = process.env.SCREENSHOTS;
        if (folder !== undefined)
          await page.screenshot({ path: `${folder}/${name}-${String(width)}.png`, fullPage: true });
      },
    );
  });
});
