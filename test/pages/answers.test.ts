import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { allSchemas } from '../../src/app.schemas';
import { Answers } from '../../src/answers/answers.service';
import { Outbox } from '../../src/outbox/outbox.service';
import type { PersonId } from '../../src/kernel/identifiers';
import { Meetings } from '../../src/meetings/meetings.service';
import { Rescheduling } from '../../src/meetings/rescheduling.service';
import { CalledGroup } from '../support/calls-house';
import { aBookedGroup, linkTo, type RunningCalls, startCalls } from '../support/calls-server';
import { aDay } from '../support/groups-builders';
import { Visitor } from '../support/visitor';

const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/(?:href|action)="(\/[^"]*)"/g)].map(([, path = '']) => path.replaceAll('&#x3D;', '='));

const fieldsIn = (html: string, shape: RegExp): Record<string, string> =>
  Object.fromEntries([...html.matchAll(shape)].map(([, name = '', value = '']) => [name, value]));

describe('Answers', () => {
  let running: RunningCalls;
  let group: CalledGroup;
  let eva: string;
  let anybody: Visitor;
  let siv: Visitor;

  beforeEach(async () => {
    running = await startCalls();
    group = await aBookedGroup(running.house);
    await group.send();
    await running.house.dispatch();
    eva = await linkTo(running.house, 'eva@post.example');
    anybody = new Visitor(running.house.url);
    siv = await running.house.signedIn(group.email);
  });
  afterEach(() => running.stop());

  const within = <Result>(work: () => Promise<Result>) => running.house.within(work);
  const acts = () => within(() => running.house.get(Answers).ofGroup(group.viewer.organisationId, group.id));
  const wishes = () => within(() => running.house.get(Answers).wishesOfGroup(group.viewer.organisationId, group.id));
  const personOf = async (address: string): Promise<PersonId> => {
    const put = await within(() => running.house.get(Outbox).ofGroup(group.viewer, group.id));
    return put.find(({ message }) => message.recipient === address)!.message.personId;
  };

  /** What a browser sends when nothing is touched. */
  const untouched = (html: string): Record<string, string> => ({
    ...fieldsIn(html, /type="hidden" name="(revision-\d+)" value="(\d+)"/g),
    ...fieldsIn(html, /name="(answer-\d+)" type="radio" value="(\w+)" checked/g),
    ...fieldsIn(html, /<textarea[^>]*name="([\w-]+)"/g),
  });
  const answer = async (given: Record<string, string>) => {
    const page = await anybody.get(eva);
    return anybody.post(`${eva}/answers`, { ...untouched(page.text), ...given });
  };
  const meetings = () => within(() => running.house.get(Meetings).of(group.viewer, group.id));
  const move = async (number: number, day: string) => {
    const meeting = (await meetings()).find((one) => one.number === number)!;
    const change = Object.assign({}, meeting, { day: aDay(day) });
    await within(() => running.house.get(Rescheduling).move(group.viewer, meeting.id, change));
  };

  describe('on the person’s own page', () => {
    it('are saved all at once, and repeated in words', async () => {
      const saved = await answer({ 'answer-1': 'yes', 'answer-2': 'no' });
      const page = textOf((await anybody.get(saved.location ?? '')).text);

      expect([saved.status, saved.location]).toEqual([303, `${eva}/answers`]);
      expect(page).toContain('Du har svarat att du kommer onsdag 14 april 2027 klockan 13.00.');
      expect(page).toContain('Du har svarat att du inte kan onsdag 12 maj 2027 klockan 13.00.');
      expect(page).toContain('Du svarade här på sidan 1 mars.');
      expect(page).toContain('Du har inte svarat om 1 möte.');
      expect(page).toContain('Du kan ändra ditt svar tills mötet börjar.');
    });

    it('become acts only where something was changed, however often the form is sent', async () => {
      await answer({ 'answer-1': 'yes', 'answer-2': 'no' });
      await answer({});
      await answer({ 'answer-2': 'maybe' });

      expect((await acts()).map(({ choice, way, revision }) => [choice, way, revision]).toSorted()).toEqual([
        ['maybe', 'link', 1],
        ['no', 'link', 1],
        ['yes', 'link', 1],
      ]);
    });

    it('write to nobody', async () => {
      const before = running.house.mails().length;

      await answer({ 'answer-1': 'no', 'answerComment-1': 'Jag är bortrest.', 'otherTime-1': 'Torsdag' });
      await running.house.dispatch();

      expect(running.house.mails()).toHaveLength(before);
    });

    it('never come from looking: GET and HEAD of all links to depth two change no row', async () => {
      await answer({ 'answer-1': 'yes' });
      const before = await everyRow();
      const seen = new Set([eva, `${eva}/answers`]);
      for (let depth = 0; depth < 2; depth += 1)
        for (const path of [...seen])
          for (const method of ['GET', 'HEAD'])
            linksIn((await anybody.ask(path, { method, headers: {} })).text).forEach((link) => seen.add(link));
      for (const path of seen) for (const method of ['GET', 'HEAD']) await anybody.ask(path, { method, headers: {} });

      expect(seen.size).toBeGreaterThan(8);
      expect(await everyRow()).toBe(before);
    });

    it('are taken from nobody without the token of the page', async () => {
      await anybody.get(eva);
      const stranger = new Visitor(running.house.url);

      const answered = await stranger.post(`${eva}/answers`, { 'revision-1': '1', 'answer-1': 'no', _csrf: 'x' });

      expect([answered.status, await acts()]).toEqual([403, []]);
    });

    it('about the time before are kept as that, and the page asks about the new one', async () => {
      const opened = await anybody.get(eva);
      await move(1, '2027-04-21');
      await group.send();

      const saved = await anybody.post(`${eva}/answers`, {
        ...untouched(opened.text),
        'answer-1': 'yes',
        'answer-2': 'yes',
      });

      const page = textOf((await anybody.get(saved.location ?? '')).text);
      expect(page).toContain('onsdag 21 april 2027, 13.00–14.00 Tiden har ändrats sedan du svarade.');
      expect(page).toContain('Du har svarat att du kommer onsdag 12 maj');
      expect(page).not.toContain('att du kommer onsdag 21 april');
      expect((await acts()).map(({ revision }) => revision)).toEqual([1, 1]);
      await answer({ 'answer-1': 'yes' });
      expect(textOf((await anybody.get(`${eva}/answers`)).text)).toContain('att du kommer onsdag 21 april');
    });

    it('are asked about the time that was told, until another one is sent', async () => {
      await move(1, '2027-04-21');
      await answer({ 'answer-1': 'yes' });
      const before = textOf((await anybody.get(`${eva}/answers`)).text);
      const atTheDesk = textOf((await siv.get(`/groups/${group.id}/answers`)).text);
      await group.send();

      expect(before).toContain('Du har svarat att du kommer onsdag 14 april 2027');
      expect(atTheDesk).toContain('Mötet har ändrats, men ingen har fått veta det än.');
      expect(atTheDesk).toContain('Eva Inte svarat Svarade om den förra tiden');
      expect(textOf((await anybody.get(`${eva}/answers`)).text)).toContain('Tiden har ändrats sedan du svarade.');
    });

    it('come too late once the meeting has begun, and nothing else is lost', async () => {
      const opened = await anybody.get(eva);
      const minutesToStart = (Date.parse('2027-04-14T11:00:00Z') - Date.parse('2027-03-01T08:00:00Z')) / 60_000;
      running.house.clock.pass(minutesToStart);

      const saved = await anybody.post(`${eva}/answers`, {
        ...untouched(opened.text),
        'answer-1': 'no',
        'answer-3': 'yes',
        'need-3': 'Skjuts',
      });

      const page = textOf((await anybody.get(saved.location ?? '')).text);
      expect(page).toContain('Möte 1 hade redan börjat. Svaret om det sparades inte.');
      expect(page).toContain('Du har svarat att du kommer onsdag 16 juni');
      expect((await acts()).map(({ choice }) => choice)).toEqual(['yes']);
      expect(await wishes()).toHaveLength(1);
    });

    it('are not told to be too late by an address that somebody made up', async () => {
      const page = await anybody.get(`${eva}/answers?late=1,2,x,99`);

      expect(textOf(page.text)).not.toContain('sparades inte');
    });

    it('with a faulty text are shown again with all that was typed', async () => {
      const faulty = [
        ['answerComment-1', 'a\u0000b', 'dolda tecken'],
        ['takeUp-2', 'a'.repeat(1001), '1000'],
        ['need-3', 'Mitt nummer är 811218-9876', 'personnummer'],
      ] as const;
      for (const [name, typed, sentence] of faulty) {
        const shown = await answer({ 'answer-1': 'maybe', [name]: typed });

        expect([shown.status, textOf(shown.text)]).toEqual([422, expect.stringContaining(sentence)]);
        expect(shown.text).toMatch(/name="answer-1" type="radio" value="maybe" checked/);
      }
      expect(await acts()).toEqual([]);
    });

    it('take line breaks for line breaks and nothing more', async () => {
      await answer({ 'answer-1': 'yes', 'answerComment-1': 'Hej\r\nBcc: alla@post.example', 'need-1': '1\r2\n3' });

      expect((await acts()).map(({ comment }) => comment)).toEqual(['Hej\nBcc: alla@post.example']);
      expect((await wishes()).map(({ text }) => text)).toEqual(['1\n2\n3']);
    });

    it('are refused outright with fields that are not the form’s', async () => {
      const statuses = [];
      for (const extra of [
        { 'answer-9': 'yes' },
        { 'personId-1': 'x' },
        { state: 'x' },
        { 'answer-1': ['yes', 'no'] },
      ]) {
        const page = await anybody.get(eva);
        statuses.push((await anybody.post(`${eva}/answers`, { ...untouched(page.text), ...extra })).status);
      }

      expect(statuses).toEqual([400, 400, 400, 400]);
    });

    it('say nothing that was written, to whoever else comes by the link', async () => {
      await answer({ 'answer-1': 'yes', 'answerComment-1': 'Gun ringer om medicinen', 'otherTime-2': 'Torsdag' });

      const pages = [await anybody.get(eva), await anybody.get(`${eva}/answers`)].map(({ text }) => textOf(text));

      for (const page of pages) expect(page).not.toMatch(/Gun|medicinen|Torsdag|Olle|Per Dal|Kim|lag\b|Rum 3/);
      expect(pages[1]).toContain('Det du skrev har kommit fram.');
    });
  });

  describe('on the coordinator’s page', () => {
    const page = async () => siv.get(`/groups/${group.id}/answers`);
    const noteAt = async (address: string, number = 1): Promise<string> => {
      const meeting = (await meetings()).find((one) => one.number === number)!;
      return `/groups/${group.id}/answers/${meeting.id}/${await personOf(address)}`;
    };

    it('stand for each meeting with how they came, after those to phone', async () => {
      await answer({ 'answer-1': 'yes', 'answer-2': 'no', 'answer-3': 'maybe', 'answerComment-1': 'Kommer med buss' });

      const text = textOf((await page()).text);

      expect(text).toMatch(/6 har inte svarat – ring .* Per 070-174 06 05/);
      expect(text).toContain('1 av 7 har svarat.');
      expect(text).toContain('Eva Kommer På sin egen sida 1 mars klockan 09.00 Kommer med buss');
      expect(text).toContain('Eva Kan inte');
      expect(text).toContain('Eva Vet inte än');
    });

    it('can be written down after a call, and the person sees that they were', async () => {
      const path = await noteAt('eva@post.example');
      const form = await siv.get(path);
      const noted = await siv.post(path, {
        ...untouched(form.text),
        answer: 'no',
        answerComment: 'Bortrest',
        revision: '1',
      });

      expect([noted.status, noted.location]).toEqual([303, `/groups/${group.id}/answers#meeting-1`]);
      expect(textOf((await page()).text)).toContain(
        'Eva Kan inte Uppskrivet efter samtal 1 mars klockan 09.00 Bortrest',
      );
      expect(textOf((await anybody.get(`${eva}/answers`)).text)).toContain('Vi skrev upp svaret när vi hördes 1 mars.');
      expect((await acts()).map(({ way, by }) => [way, by])).toEqual([['phone', group.viewer.userId]]);
    });

    it('are the newest whichever way they came', async () => {
      await answer({ 'answer-1': 'yes' });
      running.house.clock.pass(5);
      const path = await noteAt('eva@post.example');
      await siv.get(path);
      await siv.post(path, { answer: 'no', answerComment: '', revision: '1' });
      running.house.clock.pass(5);
      await answer({ 'answer-1': 'maybe' });

      expect(textOf((await page()).text)).toContain('Eva Vet inte än');
    });

    it('are not written down with faults', async () => {
      const path = await noteAt('eva@post.example');
      const right = { answer: 'yes', answerComment: '', revision: '1' };
      const wrong = [
        { answer: '' },
        { answerComment: 'a\u202eb' },
        { revision: '7' },
        { revision: 'x' },
        { way: 'link' },
      ];
      await siv.get(path);
      const statuses = [];
      for (const one of wrong) statuses.push((await siv.post(path, { ...right, ...one })).status);

      expect([statuses, await acts()]).toEqual([[422, 422, 422, 422, 400], []]);
    });

    it('are not written down once the meeting has begun', async () => {
      const path = await noteAt('eva@post.example');
      running.house.clock.pass((Date.parse('2027-04-14T11:00:00Z') - Date.parse('2027-03-01T08:00:00Z')) / 60_000);
      siv = await running.house.signedIn(group.email);
      await siv.get(path);

      const noted = await siv.post(path, { answer: 'yes', answerComment: '', revision: '1' });

      expect(noted.status).toBe(422);
      expect(textOf(noted.text)).toContain('Mötet har börjat.');
    });

    it('show what people wrote as text, never as part of the page', async () => {
      const attack = '<script>alert(1)</script><img src=x onerror=alert(2)>';
      await answer({ 'answer-1': 'yes', 'answerComment-1': attack, 'takeUp-1': attack });

      const { text } = await page();

      expect(text).not.toMatch(/<script>alert|<img src=x/);
      expect(text.match(/&lt;script&gt;alert/g)).toHaveLength(2);
    });

    it('come with wishes, until they have been read', async () => {
      await answer({ 'otherTime-1': 'Torsdag passar bättre' });
      const shown = await page();
      const [seen = ''] = linksIn(shown.text).filter((path) => path.endsWith('/seen'));

      expect(textOf(shown.text)).toContain('Eva, annan tid än 14 april: 1 mars klockan 09.00 Torsdag passar bättre');
      await siv.post(seen);

      const after = await page();
      expect(linksIn(after.text).filter((path) => path.endsWith('/seen'))).toEqual([]);
      expect(textOf(after.text)).toContain('Torsdag passar bättre');
    });

    it('ask for other times when the service user cannot come', async () => {
      const olle = await linkTo(running.house, 'olle@post.example');
      const opened = await anybody.get(olle);
      await anybody.post(`${olle}/answers`, { ...untouched(opened.text), 'answer-1': 'no' });

      const { text } = await page();

      expect(textOf(text)).toContain('Olle kan inte komma 14 april och behövs på mötet.');
      expect(linksIn(text)).toContain(`/meetings/${(await meetings())[0]!.id}/move`);
    });

    it('warn of the doctor only when no meeting of a year has one', async () => {
      const asa = await linkTo(running.house, 'asa@region.example');
      const say = async (given: Record<string, string>) => {
        const opened = await anybody.get(asa);
        await anybody.post(`${asa}/answers`, { ...untouched(opened.text), ...given });
        return textOf((await page()).text).includes('Då är läkaren inte med');
      };

      expect([await say({ 'answer-1': 'no' }), await say({ 'answer-2': 'no', 'answer-3': 'no' })]).toEqual([
        false,
        true,
      ]);
    });

    it('are logged when they are read and written', async () => {
      await page();
      await answer({ 'answer-1': 'yes' });
      const rows = await within(() =>
        running.house.database.manager().query<{ action: string }[]>('SELECT action FROM access_log'),
      );

      const actions = rows.map(({ action }) => action);
      expect(actions).toEqual(expect.arrayContaining(['answers.read', 'answer.given']));
    });

    it('are there for no coordinator of another group', async () => {
      const other = await aBookedGroup(running.house, 'Mia Ros');
      const mia = await running.house.signedIn(other.email);
      const path = await noteAt('eva@post.example');
      const statuses = [];
      for (const one of [`/groups/${group.id}/answers`, path, path.replace(group.id, other.id)])
        statuses.push((await mia.get(one)).status);

      expect(statuses).toEqual([404, 404, 404]);
    });
  });

  it('stand on pages of sound HTML', async () => {
    await answer({ 'answer-1': 'yes', 'answer-2': 'no', 'need-1': 'Tolk' });
    await move(2, '2027-05-19');
    await group.send();
    const faulty = await answer({ 'answerComment-3': 'Kanske' });
    const [meeting] = await meetings();
    const evasId = await personOf('eva@post.example');
    const pages = [
      await anybody.get(eva),
      faulty,
      await anybody.get(`${eva}/answers?late=1`),
      await siv.get(`/groups/${group.id}/answers`),
      await siv.get(`/groups/${group.id}/answers/${meeting!.id}/${evasId}`),
    ];
    const html = new HtmlValidate(new FileSystemConfigLoader());
    const faults = [];
    for (const { text } of pages)
      faults.push(...(await html.validateString(text)).results.flatMap((one) => one.messages));

    expect(faults.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });

  const everyRow = (): Promise<string> =>
    within(async () => {
      const rows: string[] = [];
      for (const schema of allSchemas)
        rows.push(...(await running.house.database.repository(schema).find()).map((row) => JSON.stringify(row)).sort());
      return rows.join('\n');
    });
});
