import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import type { Viewer } from '../../src/access/domain/viewer';
import { PersonalTimesNotes } from '../../src/availability/personal-times.service';
import { Things } from '../../src/availability/things.service';
import { Groups } from '../../src/groups/groups.service';
import { GroupForming } from '../../src/groups/group-forming.service';
import type { GroupId, PersonId } from '../../src/kernel/identifiers';
import { TimeOfDay } from '../../src/kernel/time-of-day';
import { Bookings } from '../../src/meetings/bookings.service';
import { Meetings } from '../../src/meetings/meetings.service';
import { axeViolations, openBrowser, overflowOf, showPage } from '../support/browser';
import { GroupHouse } from '../support/group-house';
import { aDay } from '../support/groups-builders';
import { aBooking } from '../support/meetings-builders';
import { aCoordinator, anAdministrator, goodPassword } from '../support/staff-builders';
import { Visitor } from '../support/visitor';

const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const days = '/organisation/days';
const things = '/organisation/things';

describe('an organisation’s own days, rooms and links', () => {
  let served: Awaited<ReturnType<typeof GroupHouse.served>>;
  let house: GroupHouse;
  let siv: Viewer;
  let administrator: Visitor;
  let coordinator: Visitor;
  let stranger: Visitor;
  let doctor: PersonId;
  let group: GroupId;
  let other: GroupId;

  beforeAll(async () => {
    served = await GroupHouse.served();
    ({ house } = served);
    const ada = await anAdministrator(house.app);
    siv = await aCoordinator(house.app, ada);
    await aCoordinator(house.app, await anAdministrator(house.app, 'Bo Dahl'), 'Ulla Ek');
    [administrator, coordinator, stranger] = (await Promise.all(
      [emailOf(ada), 'siv.ek', 'ulla.ek'].map((name) => signedIn(name)),
    )) as [Visitor, Visitor, Visitor];
    doctor = (await house.person(siv, 'Åsa')).id;
    [group, other] = [await groupOf('Olle'), await groupOf('Kim')];
  });
  afterAll(() => served.stop());

  const emailOf = ({ name }: Viewer): string => name.toLowerCase().replace(' ', '.');
  async function signedIn(name: string): Promise<Visitor> {
    const one = new Visitor(served.url);
    await one.get('/sign-in');
    await one.post('/sign-in', { email: `${name}@kommunen.example`, password: goodPassword, next: '/' });
    await one.get('/organisation/things');
    return one;
  }
  async function groupOf(name: string): Promise<GroupId> {
    const { id: serviceUserId } = await house.person(siv, name, { kind: 'service-user' });
    const coordinatorPersonId = (await house.person(siv, 'Siv')).id;
    const approval = { on: aDay('2027-02-01'), how: 'at-meeting' } as const;
    const made = await house.within(() =>
      house.get(GroupForming).create(siv, {
        ...{ serviceUserId, profile: 'resource-group', name: `${name}s lag`, neutralTitle: 'Möte', network: [] },
        core: { coordinatorPersonId, doctorId: doctor, approval },
        sizeReason: 'Börjar litet.',
      }),
    );
    return made.id;
  }
  const post = async (visitor: Visitor, path: string, fields: Record<string, string>, from = path) => {
    await visitor.get(from);
    return visitor.post(path, fields);
  };

  const firstMeeting = async () => (await house.within(() => house.get(Meetings).of(siv, group)))[0]!;

  const wishes = {
    ...{ start: '2027-04-14', horizonMonths: '12', intervals: '3', minutes: '60', lengthReason: '' },
    ...{ meetingForm: 'office', place: '', earliest: '13:00', latest: '14:00' },
  };

  describe('own days', () => {
    it('are added by the administrator, and named as the reason when a meeting had to move', async () => {
      const day = { ownDayName: 'Studiedag', ownDayFrom: '2027-04-14', ownDayUntil: '', ownDayKind: 'closed' };
      const answer = await post(administrator, days, day);
      const page = await administrator.get(days);
      const refused = await post(coordinator, `/groups/${group}/plan`, wishes);
      await post(coordinator, `/groups/${group}/plan`, { ...wishes, start: '2027-01-14' });
      const proposal = await coordinator.get(`/groups/${group}/plan/proposal`);

      expect([answer.status, answer.location]).toEqual([303, days]);
      expect(textOf(page.text)).toContain('onsdag 14 april 2027: Studiedag (Stängt)');
      expect(textOf(refused.text)).toContain('onsdag 14 april 2027 är stängt hos er: Studiedag.');
      expect(textOf(proposal.text)).toContain('onsdag 14 april är stängt hos er: Studiedag.');
    });

    it('are pasted as a list, of which nothing is kept while one line is faulty', async () => {
      const list = '2027-05-10;Planeringsdag;stängt\n2027-13-01;Ingen dag;lov\n2027-05-11;Konferens;kanske';
      const answer = await post(administrator, `${days}/list`, { dayList: list }, days);

      expect(answer.status).toBe(422);
      expect(textOf(answer.text)).toMatch(/Rad 2: [^.]+\. .*Rad 3: ”kanske” går inte\./);
      expect(answer.text).toContain('2027-05-11;Konferens;kanske');
      expect((await administrator.get(days)).text).not.toContain('Planeringsdag');
    });

    it('are kept once when the same list is pasted again', async () => {
      const list = { dayList: '2027-02-22;2027-02-26;Sportlov;lov\n2027-10-29;Höstdag;lugnt' };
      await post(administrator, `${days}/list`, list, days);
      await post(administrator, `${days}/list`, list, days);

      const page = textOf((await administrator.get(days)).text);
      expect(page.match(/måndag 22 februari 2027 till fredag 26 februari 2027: Sportlov \(Lov\)/g)).toHaveLength(1);
    });

    it('can be taken away, but not by another organisation', async () => {
      await post(administrator, days, {
        ...{ ownDayName: 'Borttagen', ownDayFrom: '2027-06-07', ownDayUntil: '', ownDayKind: 'quiet' },
      });
      const path = /Borttagen[^]*?action="([^"]+)"/.exec((await administrator.get(days)).text)?.[1] ?? '';
      const foreign = await signedIn('bo.dahl');
      await post(foreign, path, {}, days);
      const before = (await administrator.get(days)).text;
      await post(administrator, path, {}, days);

      expect(before).toContain('Borttagen');
      expect((await administrator.get(days)).text).not.toContain('Borttagen');
    });

    it('change the quiet weeks, or say what could not be read', async () => {
      const faulty = await post(administrator, `${days}/quiet-weeks`, { quietWeeks: 'juli' }, days);
      const answer = await post(administrator, `${days}/quiet-weeks`, { quietWeeks: '27-32, 52-1' }, days);

      expect(textOf(faulty.text)).toContain('”juli” är inga veckor.');
      expect(answer.status).toBe(303);
      expect((await administrator.get(days)).text).toContain('value="27–32, 52–1"');
    });
  });

  describe('rooms and links', () => {
    const room = {
      ...{ thingKind: 'room', thingName: 'Björken', thingPlace: 'Storgatan 4', thingIsPublic: 'yes' },
      ...{ thingOpens: '', thingCloses: '' },
    };
    const birch = async () =>
      (await house.within(() => house.get(Things).inUse(siv))).find(({ name }) => name === 'Björken')!;

    it('are added by anybody of the staff', async () => {
      const answer = await post(coordinator, things, room);
      const link = await post(administrator, things, {
        ...{ ...room, thingKind: 'link', thingName: 'Videorummet', thingPlace: 'http://video.example/7' },
      });

      expect([answer.status, link.status]).toEqual([303, 422]);
      expect(textOf(link.text)).toContain('Skriv en adress som börjar med https://');
      expect(textOf((await administrator.get(things)).text)).toContain('Björken rum, Storgatan 4');
      expect((await stranger.get(things)).text).not.toContain('Björken');
    });

    it('are wished for by a group, and planned so that no two meetings share them', async () => {
      const { id } = await birch();
      const wanted = { ...wishes, start: '2027-09-15', thing: id };
      await post(coordinator, `/groups/${group}/plan`, wanted);
      await post(coordinator, `/groups/${group}/plan/book`, {}, `/groups/${group}/plan/proposal`);
      await post(coordinator, `/groups/${other}/plan`, wanted);
      const proposal = await coordinator.get(`/groups/${other}/plan/proposal`);

      const booked = await house.within(() => house.get(Meetings).of(siv, group));
      expect(booked[0]).toMatchObject({ thingId: id, place: 'Björken, Storgatan 4', placeIsPublic: true });
      expect(booked[0]!.day.iso).toBe('2027-09-15');
      expect(textOf(proposal.text)).toContain('är upptagen en närmare dag');
      expect(textOf(proposal.text)).not.toContain('Björken har andra möten');
    });

    it('are refused for a meeting at home, and beside another place', async () => {
      const { id } = await birch();
      const atHome = await post(coordinator, `/groups/${other}/plan`, {
        ...wishes,
        start: '2027-09-15',
        meetingForm: 'home',
        thing: id,
      });
      const twice = await post(coordinator, `/groups/${other}/plan`, { ...wishes, place: 'Rum 3', thing: id });

      expect(textOf(atHome.text)).toContain('Ett möte hemma har inget rum och ingen länk.');
      expect(textOf(twice.text)).toContain('Inte båda.');
    });

    it('warn when a meeting is moved to where they are taken', async () => {
      const { id } = await birch();
      const [meeting] = await house.within(() =>
        house
          .get(Bookings)
          .book(siv, other, [
            aBooking({ day: aDay('2027-09-16'), thingId: id, place: 'Björken, Storgatan 4', placeIsPublic: true }),
          ]),
      );
      const page = `/meetings/${meeting!.id}/move`;
      const to = {
        day: '2027-09-15',
        start: '13:30',
        minutes: '60',
        lengthReason: '',
        meetingForm: 'office',
        place: '',
      };
      const warned = await post(coordinator, page, { ...to, thing: id });
      const elsewhere = await post(coordinator, page, { ...to, start: '15:00', place: 'Rum 9', thing: '' });

      expect(warned.status).toBe(422);
      expect(textOf(warned.text)).toContain('Björken är upptagen 13.00–14.00.');
      expect(elsewhere.status).toBe(303);
      const after = await house.within(() => house.get(Meetings).get(siv, meeting!.id));
      expect(after).toMatchObject({ thingId: null, place: 'Rum 9' });
    });

    it('can no longer be chosen when they are retired, and booked meetings keep them', async () => {
      const { id } = await birch();
      await post(coordinator, `${things}/${id}/retire`, {}, things);

      expect((await coordinator.get(things)).text).not.toContain('Björken');
      expect((await coordinator.get(`/groups/${other}/plan`)).text).not.toContain(id);
      const [kept] = await house.within(() => house.get(Meetings).of(siv, group));
      expect(kept!.thingId).toBe(id);
    });
  });

  describe('a deputy', () => {
    it('stands in at one meeting with the service user’s yes, shown on the meeting’s page, and can be withdrawn', async () => {
      const page = `/meetings/${(await firstMeeting()).id}`;
      const { id: deputy } = await house.person(siv, 'Bo');
      const asked = { deputyFor: doctor, deputy, approvedOn: '2027-02-01', approvedHow: 'by-phone' };
      const without = await post(coordinator, `${page}/deputy`, { ...asked, approvedOn: '' });
      const answer = await post(coordinator, `${page}/deputy`, asked);
      const shown = textOf((await coordinator.get(page)).text);
      const foreign = await stranger.get(`${page}/deputy`);
      await post(coordinator, `${page}/deputy/${doctor}/withdraw`, {}, `${page}/deputy`);

      expect([without.status, answer.status, foreign.status]).toEqual([422, 303, 404]);
      expect(shown).toContain('Bo Provsson kommer i stället för Åsa Provsson');
      expect(textOf((await coordinator.get(page)).text)).not.toContain('Bo Provsson');
    });

    it('is nobody who comes to the meeting already', async () => {
      const meeting = await firstMeeting();
      const { members } = await house.within(() => house.get(Groups).get(siv, group));
      const deputy = members.find(({ part }) => part === 'coordinator')!.personId;
      const answer = await post(coordinator, `/meetings/${meeting.id}/deputy`, {
        ...{ deputyFor: doctor, deputy, approvedOn: '2027-02-01', approvedHow: 'by-phone' },
      });

      expect(textOf(answer.text)).toContain('Den personen är redan med på gruppens möten.');
    });
  });

  describe('the time to travel', () => {
    it('is noted on its own page, and counts when a meeting at home is moved', async () => {
      const answer = await post(coordinator, `/people/${doctor}/travel`, { travelMinutes: '45' });
      const busy = { day: aDay('2027-11-17'), from: TimeOfDay.of('14:30'), until: TimeOfDay.of('15:30') };
      await house.within(() => house.get(PersonalTimesNotes).addBusy(siv, doctor, busy));
      const [meeting] = await house.within(() =>
        house
          .get(Bookings)
          .book(siv, other, [aBooking({ day: aDay('2027-11-18'), form: 'home', place: 'Ängsvägen 3' })]),
      );
      const to = { day: '2027-11-17', start: '13:00', minutes: '60', lengthReason: '', place: 'Ängsvägen 3' };
      const page = `/meetings/${meeting!.id}/move`;

      expect([answer.status, answer.location]).toEqual([303, `/people/${doctor}/hours`]);
      expect((await coordinator.get(`/people/${doctor}/travel`)).text).toContain('value="45"');
      const warned = await post(coordinator, page, { ...to, meetingForm: 'home' });
      expect(textOf(warned.text)).toContain('Åsa är upptagen 14.30–15.30.');
      expect((await post(coordinator, page, { ...to, meetingForm: 'office' })).status).toBe(303);
    });

    it('is never more than four hours', async () => {
      const answer = await post(coordinator, `/people/${doctor}/travel`, { travelMinutes: '241' });

      expect(answer.status).toBe(422);
      expect(textOf(answer.text)).toContain('Skriv ett helt tal från 0 till 240 minuter.');
    });
  });

  describe('the pages', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(() => browser.close());

    it.each([
      ['own days', () => administrator.get(days)],
      ['a faulty list', () => post(administrator, `${days}/list`, { dayList: 'x\ny;z' }, days)],
      ['rooms and links', () => coordinator.get(things)],
      ['a deputy', async () => coordinator.get(`/meetings/${(await firstMeeting()).id}/deputy`)],
      ['travel', () => coordinator.get(`/people/${doctor}/travel`)],
    ])('%s can be used by everybody', async (_, shown) => {
      const { text } = await shown();
      const html = new HtmlValidate(new FileSystemConfigLoader());
      const report = await html.validateString(text);

      expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
      for (const width of [320, 1280]) {
        const page = await showPage(browser, text, width);
        expect(await axeViolations(page)).toEqual([]);
        expect(await overflowOf(page)).toBe(0);
      }
    });
  });
});
