import { HtmlValidate, FileSystemConfigLoader } from 'html-validate';
import type { PersonId } from '../../src/kernel/identifiers';
import type { CalledGroup } from '../support/calls-house';
import { aBookedGroup, linkTo, type RunningCalls, startCalls } from '../support/calls-server';
import { Items } from '../support/items';
import { byMail } from '../support/people-builders';
import { Visitor } from '../support/visitor';

const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#x3D;', '=')
    .replace(/\s+/g, ' ');

describe('A guest of one item', () => {
  let running: RunningCalls;
  let group: CalledGroup;
  let items: Items;
  let karin: PersonId;
  let link: string;
  let siv: Visitor;

  beforeEach(async () => {
    running = await startCalls();
    group = await aBookedGroup(running.house);
    items = new Items(group);
    karin = await group.add(
      { calledName: 'Karin', fullName: 'Karin Holm', ...byMail('karin@myndigheten.example') },
      { part: 'adjunct', kind: 'professional' },
    );
    await items.invite(2, karin);
    await group.send();
    await running.house.dispatch();
    link = await linkTo(running.house, 'karin@myndigheten.example');
    siv = await running.house.signedIn(group.email);
  });
  afterEach(() => running.stop());

  const answersPage = async (): Promise<string> => textOf((await siv.get(`/groups/${group.id}/answers`)).text);
  const note = async (fields: Record<string, string>) => {
    const path = `/groups/${group.id}/answers/${await items.meeting(2)}/${karin}`;
    const form = await siv.get(path);
    const revision = /name="revision" value="(\d+)"/.exec(form.text)?.[1] ?? '';
    return { form, saved: await siv.post(path, { answerComment: '', takeUp: '', revision, ...fields }) };
  };

  it('finds their own time on their page, and neither numbers nor other meetings', async () => {
    const page = textOf((await new Visitor(running.house.url).get(link)).text);

    expect(page).toContain('Hej Karin! Ett möte är bokat med dig. Tiden är din del av mötet.');
    expect(page).toContain('20 minuter');
    expect(page).toContain('onsdag 12 maj 2027');
    expect(page).not.toMatch(/Möte \d|14 april|16 juni/);
  });

  it('can answer there, and the coordinator sees it beside the time that it is about', async () => {
    const visitor = new Visitor(running.house.url);
    const form = await visitor.get(link);
    const revision = /name="revision-2" value="(\d+)"/.exec(form.text)?.[1] ?? '';

    const { status } = await visitor.post(`${link}/answers`, { 'revision-2': revision, 'answer-2': 'yes' });

    expect(status).toBe(303);
    expect(await answersPage()).toMatch(/Karin, bara \d+\.\d\d–\d+\.\d\d Kommer/);
  });

  it('is not asked there what to take up, and cannot say it', async () => {
    const visitor = new Visitor(running.house.url);
    const form = await visitor.get(link);
    const revision = /name="revision-2" value="(\d+)"/.exec(form.text)?.[1] ?? '';

    const said = await visitor.post(`${link}/answers`, { 'revision-2': revision, 'takeUp-2': 'Ett nytt stöd' });

    expect([form.text.includes('name="need-2"'), form.text.includes('name="takeUp-2"')]).toEqual([true, false]);
    expect(said.status).toBe(400);
  });

  it('is asked again there once the item has moved', async () => {
    const visitor = new Visitor(running.house.url);
    const before = await visitor.get(link);
    const revision = /name="revision-2" value="(\d+)"/.exec(before.text)?.[1] ?? '';
    await visitor.post(`${link}/answers`, { 'revision-2': revision, 'answer-2': 'yes' });
    await items.moveUp(2, (await items.agenda(2)).items.find(({ guest }) => guest === karin)!.id, 3);
    await items.release(2);
    await group.send();

    const page = textOf((await visitor.get(link)).text);
    const late = await visitor.post(`${link}/answers`, { 'revision-2': revision, 'answer-2': 'no' });

    expect(page).toContain('Tiden har ändrats sedan du svarade. Kan du komma den nya tiden?');
    expect(late.status).toBe(303);
    expect(textOf((await visitor.get(link)).text)).toContain('Tiden har ändrats sedan du svarade.');
    expect(await answersPage()).toMatch(/Karin, bara \d+\.\d\d–\d+\.\d\d Inte svarat Svarade om den förra tiden/);
  });

  it('may answer by phone about their own part, and say what they want taken up', async () => {
    const { form, saved } = await note({ answer: 'no', takeUp: 'Ett nytt stöd' });

    expect(textOf(form.text)).toMatch(/onsdag 12 maj 2027 \d+\.\d\d–/);
    expect(saved.status).toBe(303);
    const page = await answersPage();
    expect(page).toMatch(/Karin, bara \d+\.\d\d–\d+\.\d\d Kan inte/);
    expect(page).toContain('Ett nytt stöd');
  });

  it('has a code of their own, like everybody who is called', async () => {
    const list = await siv.get(`/groups/${group.id}/own-page`);
    const made = await siv.post(`/groups/${group.id}/own-page/${karin}`);

    expect(textOf(list.text)).toMatch(/Olle Ängström .*Karin Holm adjungerad/);
    expect(textOf(list.text)).toContain('Gör en ny kod till Karin Holm');
    expect(textOf(made.text)).toMatch(/Kod till Karin Holm .*\d{4} \d{4}/);
    expect(textOf(made.text)).not.toContain('/m/');
    expect(textOf((await siv.get(`/groups/${group.id}/own-page`)).text)).toMatch(
      /Karin Holm adjungerad ?\. Har en kod/,
    );
  });

  it('gets a code from nobody but the coordinator of the group, and nobody else gets one through it', async () => {
    const stranger = await aBookedGroup(running.house, 'Bo Ask');
    const bo = await running.house.signedIn(stranger.email);
    await bo.get(`/groups/${stranger.id}/own-page`);

    expect((await bo.post(`/groups/${group.id}/own-page/${karin}`)).status).toBe(404);
    expect((await bo.post(`/groups/${stranger.id}/own-page/${karin}`)).status).toBe(404);
  });

  it('is met by sound HTML', async () => {
    const validator = new HtmlValidate(new FileSystemConfigLoader());
    const visitor = new Visitor(running.house.url);
    const pages = [await visitor.get(link), await siv.get(`/groups/${group.id}/own-page`)];
    pages.push(await siv.post(`/groups/${group.id}/own-page/${karin}`), (await note({ answer: '' })).saved);

    for (const { text } of pages) {
      const { results } = await validator.validateString(text);
      expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    }
  });
});
