import { accessLogSchema } from '../../src/audit/store/audit.schemas';
import { Outbox } from '../../src/outbox/outbox.service';
import { personalLinkSchema } from '../../src/invitations/store/personal-link.schemas';
import { CalledGroup } from '../support/calls-house';
import { aBookedGroup, arrived, linkTo, type RunningCalls, startCalls } from '../support/calls-server';
import { Visitor } from '../support/visitor';

const readText = (content: string | ArrayBuffer | Uint8Array): string =>
  typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8');

const calendarsTold = (calendars: readonly string[]): readonly string[] =>
  calendars.map((text) => /UID:(\S+)/.exec(text)?.[1] ?? '');

const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('The pages behind a person’s own link', () => {
  let running: RunningCalls;
  let group: CalledGroup;
  let eva: string;
  let olle: string;
  let anybody: Visitor;

  beforeEach(async () => {
    running = await startCalls();
    group = await aBookedGroup(running.house);
    await group.send();
    await running.house.dispatch();
    eva = await linkTo(running.house, 'eva@post.example');
    olle = await linkTo(running.house, 'olle@post.example');
    anybody = new Visitor(running.house.url);
  });
  afterEach(() => running.stop());

  const newCode = async (): Promise<string> => {
    const siv = await running.house.signedIn(group.email);
    await siv.get(`/groups/${group.id}/own-page`);
    const page = await siv.post(`/groups/${group.id}/own-page/${group.olle}`);
    return /\d{4} \d{4}/.exec(page.text)?.[0] ?? '';
  };
  const inside = async (): Promise<Visitor> => {
    const visitor = new Visitor(running.house.url);
    const agendaCode = await newCode();
    await visitor.get(`${olle}/code`);
    await visitor.post(`${olle}/code`, { agendaCode });
    return visitor;
  };

  it('show the person’s own year and whom to phone, and nothing of anybody else', async () => {
    const page = await anybody.get(eva);
    const text = textOf(page.text);

    expect(text).toContain('Hej Eva! 3 möten är bokade med dig.');
    expect(text).toContain('onsdag 14 april 2027');
    expect(text).toContain('Ring 070-174 06 35');
    expect(text).not.toMatch(/Olle|Gun|Per Dal|Kim|Lindqvist|lag|Rum 3/);
  });

  it('are kept by no browser and named to no other site', async () => {
    const { headers } = await anybody.get(eva);

    expect([headers.get('cache-control'), headers.get('referrer-policy')]).toEqual(['no-store', 'no-referrer']);
  });

  it('give the meeting as a calendar file under the name it has in the mail', async () => {
    const mails = (await arrived(running.house)).filter(({ to }) => to?.[0]?.address === 'eva@post.example');
    const calendars = mails.flatMap(({ attachments }) => attachments.map(({ content }) => readText(content)));
    const one = await anybody.get(`${eva}/2/mote.ics`);
    const all = await anybody.get(`${eva}/moten.ics`);

    const uid = /UID:(\S+)/.exec(one.text)?.[1] ?? '';
    expect(one.headers.get('content-disposition')).toContain('mote.ics');
    expect(mails.some(({ text }) => text?.includes('Möte 2 av 3'))).toBe(true);
    expect(calendarsTold(calendars)).toContain(uid);
    expect(all.text.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(all.text).toContain(uid);
    expect((await anybody.get(`${eva}/9/mote.ics`)).status).toBe(404);
  });

  it('change nothing when they are looked at, with GET or HEAD', async () => {
    const state = () =>
      running.house.within(async () => {
        const rows = await running.house.database.repository(personalLinkSchema).find({ order: { id: 'ASC' } });
        const others = ['delivery', 'invitation', 'link_session', 'access_log', 'meeting'];
        const counts = [];
        for (const table of others)
          counts.push(await running.house.database.manager().query(`SELECT COUNT(*) AS count FROM ${table}`));
        return JSON.stringify([rows, counts]);
      });
    const before = await state();

    for (const path of [eva, `${eva}/moten.ics`, `${eva}/1/mote.ics`, olle, `${olle}/code`, `${olle}/agenda`])
      for (const method of ['GET', 'HEAD']) await anybody.ask(path, { method, headers: {} });

    expect(await state()).toBe(before);
  });

  it('end with the same calm page for a link that never was and one that is over', async () => {
    await group.withdraw(await evasId(), 'contact');

    const over = await anybody.get(eva);
    const never = await anybody.get(`/m/${'a'.repeat(32)}`);

    expect([over.status, never.status]).toEqual([404, 404]);
    expect(textOf(over.text)).toContain('Ring den som kallade dig.');
    expect(over.text.replaceAll(eva, '')).toBe(never.text.replaceAll(`/m/${'a'.repeat(32)}`, ''));
  });

  const evasId = async () => {
    const put = await running.house.within(() => running.house.get(Outbox).ofGroup(group.viewer, group.id));
    return put.find(({ message }) => message.recipient === 'eva@post.example')!.message.personId;
  };

  it('live a week past the last meeting, and no longer', async () => {
    const minutesToEnd = (Date.parse('2027-06-16T12:00:00Z') - Date.parse('2027-03-01T08:00:00Z')) / 60_000;

    running.house.clock.pass(minutesToEnd + 7 * 24 * 60 - 1);
    const alive = await anybody.get(eva);
    running.house.clock.pass(1);
    const over = await anybody.get(eva);

    expect([alive.status, over.status]).toEqual([200, 404]);
  });

  it('keep the agenda closed to the link alone', async () => {
    const answer = await anybody.get(`${olle}/agenda`);

    expect([answer.status, answer.location]).toEqual([303, `${olle}/code`]);
  });

  it('have no agenda page for anybody but the service user', async () => {
    expect((await anybody.get(`${eva}/agenda`)).status).toBe(404);
    expect((await anybody.get(`${eva}/code`)).status).toBe(404);
  });

  it('open the released agenda with the code, in full and in easy-read', async () => {
    const visitor = await inside();

    const full = textOf((await visitor.get(`${olle}/agenda`)).text);
    const easy = textOf((await visitor.get(`${olle}/agenda/2?lattlast`)).text);

    expect(full).toContain('Välkommen, vem leder');
    expect(full).toContain('Du och Siv leder.');
    expect(easy).toContain('Dagen är onsdag 12 maj 2027.');
    expect(easy).toContain('Mötet börjar klockan 13.00.');
  });

  it('come back, after the code, to the page that was wanted, and to no page of anybody else', async () => {
    const visitor = new Visitor(running.house.url);
    const agendaCode = await newCode();

    const door = await visitor.get(`${olle}/agenda/2?lattlast`);
    await visitor.get(door.location ?? '');
    const entered = await visitor.post(door.location ?? '', { agendaCode });
    const elsewhere: (string | null | undefined)[] = [];
    for (const then of ['//evil.example', 'agenda/../../x', 'https://evil.example', 'agenda?next=x', 'code'])
      elsewhere.push((await visitor.post(`${olle}/code?then=${encodeURIComponent(then)}`, { agendaCode })).location);

    expect(entered.location).toBe(`${olle}/agenda/2?lattlast`);
    expect(new Set(elsewhere)).toEqual(new Set([`${olle}/agenda`]));
  });

  it('stay open as long as they are visited, and half a day at most', async () => {
    const visitor = await inside();
    const statuses: number[] = [];
    for (let visit = 0; visit < 36; visit += 1) {
      running.house.clock.pass(20);
      statuses.push((await visitor.get(`${olle}/agenda`)).status);
    }

    expect(statuses).toEqual([...Array<number>(35).fill(200), 303]);
  });

  it('log whose agenda was read, and by whom', async () => {
    const put = await running.house.within(() => running.house.get(Outbox).ofGroup(group.viewer, group.id));
    const evaId = put.find(({ message }) => message.recipient === 'eva@post.example')?.message.personId ?? '';
    const siv = await running.house.signedIn(group.email);
    await siv.get(`/groups/${group.id}/own-page`);
    const page = await siv.post(`/groups/${group.id}/own-page/${evaId}`);
    const visitor = new Visitor(running.house.url);
    await visitor.get(`${eva}/code`);
    await visitor.post(`${eva}/code`, { agendaCode: /\d{4} \d{4}/.exec(page.text)?.[0] ?? '' });
    expect((await visitor.get(`${eva}/agenda`)).status).toBe(200);

    const log = await running.house.within(() => running.house.database.repository(accessLogSchema).find());
    const read = log.filter(({ action }) => action === 'agenda.read').at(-1);
    expect([read?.aboutId, read?.subjects.includes(evaId)]).toEqual([group.olle, true]);
  });

  it('close the agenda half an hour after the last visit', async () => {
    const visitor = await inside();

    running.house.clock.pass(29);
    const open = await visitor.get(`${olle}/agenda`);
    running.house.clock.pass(30);
    const closed = await visitor.get(`${olle}/agenda`);

    expect([open.status, closed.status]).toEqual([200, 303]);
  });

  it('put whoever came in by the old code out when a new one is made', async () => {
    const visitor = await inside();

    await newCode();

    expect((await visitor.get(`${olle}/agenda`)).status).toBe(303);
  });

  it('take no wrong code, and make whoever guesses wait', async () => {
    await newCode();
    await anybody.get(`${olle}/code`);
    const statuses: number[] = [];
    for (let guess = 0; guess < 6; guess += 1)
      statuses.push((await anybody.post(`${olle}/code`, { agendaCode: '00000000' })).status);

    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
    expect((await anybody.get(`${olle}/agenda`)).status).toBe(303);
  });

  it('tell what a code looks like without counting it as a guess', async () => {
    await anybody.get(`${olle}/code`);

    const answer = await anybody.post(`${olle}/code`, { agendaCode: '12 34' });

    expect([answer.status, textOf(answer.text).includes('Koden har åtta siffror.')]).toEqual([422, true]);
  });

  it('open nothing of one person’s with another’s session', async () => {
    const visitor = await inside();
    const other = await aBookedGroup(running.house, 'Mia Ros');
    await other.send();
    await running.house.dispatch();
    const mails = (await arrived(running.house)).filter(({ to }) => to?.[0]?.address === 'olle@post.example');
    const links = new Set(mails.map(({ text }) => /\/m\/[a-z2-7]{32}/.exec(text ?? '')?.[0] ?? ''));

    expect(links.size).toBe(2);
    for (const link of links)
      expect([link === olle, (await visitor.get(`${link}/agenda`)).status]).toEqual(
        link === olle ? [true, 200] : [false, 303],
      );
  });

  it('speak the language of the one whose link it is', async () => {
    const page = await anybody.get(eva, { 'accept-language': 'en' });

    expect(page.text).toContain('<html lang="sv"');
  });
});
