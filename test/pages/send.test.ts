import { groupSchema } from '../../src/groups/store/groups.schemas';
import { Outbox } from '../../src/outbox/outbox.service';
import { byMail } from '../support/people-builders';
import { aBookedGroup, arrived, type RunningCalls, startCalls } from '../support/calls-server';
import { CalledGroup } from '../support/calls-house';
import { aCoordinator, anAdministrator } from '../support/staff-builders';
import type { Visitor } from '../support/visitor';

const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('The pages from looking to following', () => {
  let running: RunningCalls;
  let group: CalledGroup;
  let siv: Visitor;
  let base: string;

  beforeEach(async () => {
    running = await startCalls();
    group = await aBookedGroup(running.house);
    siv = await running.house.signedIn(group.email);
    base = `/groups/${group.id}`;
  });
  afterEach(() => running.stop());

  const put = () => running.house.within(() => running.house.get(Outbox).ofGroup(group.viewer, group.id));

  it('say how many are told in which way, and send nothing by being looked at', async () => {
    const page = await siv.get(`${base}/send`);

    expect(page.status).toBe(200);
    expect(textOf(page.text)).toContain('4 får mejl, 1 får brev, 1 rings, 1 får höra det av dig.');
    expect(textOf(page.text)).toContain('sammanlagt 16 mejl');
    expect(await put()).toEqual([]);
  });

  it('show each mail as text and as a readable calendar entry', async () => {
    const page = await siv.get(`${base}/send/${group.olle}/2`);

    expect(textOf(page.text)).toContain('Kallelse till möte 14 april kl. 13.00');
    expect(textOf(page.text)).toContain('onsdag 14 april 2027 klockan 13.00–14.00, vecka 15');
    expect(textOf(page.text)).toContain('olle@post.example');
  });

  it('show the mail’s HTML sealed off at an address of its own', async () => {
    const page = await siv.get(`${base}/send/${group.olle}/2/html`);

    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
    );
    expect(page.text).toMatch(/^<!DOCTYPE html>/);
  });

  it.each(['3/html', '0', '9', 'x'])('know no mail number "%s" where there is none', async (number) => {
    const kim = `${base}/send/00000000-0000-4000-8000-000000000000`;

    expect((await siv.get(`${kim}/${number}`)).status).toBe(404);
  });

  it('send from the button to mail files that people’s own calendars take', async () => {
    await siv.get(`${base}/send`);

    const answer = await siv.post(`${base}/send`);
    await running.house.dispatch();

    expect([answer.status, answer.location]).toEqual([303, `${base}/sent`]);
    const mails = await arrived(running.house);
    expect(mails).toHaveLength(16);
    const toEva = mails.filter(({ to }) => to?.[0]?.address === 'eva@post.example');
    expect(toEva).toHaveLength(4);
    expect(toEva.some(({ subject }) => subject === 'Kallelse till möte 14 april kl. 13.00')).toBe(true);
    for (const { text } of toEva) expect(text).not.toMatch(/Olle|Gun|Per Dal|Kim|resursgrupp/);
  });

  it('send nothing twice when the button is pressed twice', async () => {
    await siv.get(`${base}/send`);
    await siv.post(`${base}/send`);

    const again = await siv.post(`${base}/send`);

    expect(again.status).toBe(422);
    expect(textOf(again.text)).toContain('Alla har redan fått allt. Inget nytt är skickat.');
    expect(await put()).toHaveLength(19);
  });

  it('follow every message with its state in words, and count the year as sent only when all by hand is done', async () => {
    await siv.get(`${base}/send`);
    await siv.post(`${base}/send`);
    await running.house.dispatch();
    const before = textOf((await siv.get(`${base}/sent`)).text);
    const people = [...new Set((await put()).map(({ message }) => [message.channel, message.personId] as const))];

    expect(before).toContain('Inte klart än');
    expect(before).toContain(
      '16 av 16 mejl har gått iväg. 1 brev är inte postat. 2 personer har inte fått höra datumen.',
    );
    expect((await siv.post(`${base}/letters/posted`)).status).toBe(303);
    for (const [channel, id] of people)
      if (channel === 'phone' || channel === 'inPerson') await siv.post(`${base}/told/${id}`);

    expect(textOf((await siv.get(`${base}/sent`)).text)).toContain('Allt är skickat');
  });

  it('hand out the letters as one PDF, also after they were posted', async () => {
    await siv.get(`${base}/send`);
    await siv.post(`${base}/send`);

    const first = await siv.get(`${base}/letters.pdf`);
    await siv.get(`${base}/sent`);
    await siv.post(`${base}/letters/posted`);
    const again = await siv.get(`${base}/letters.pdf`);

    expect(first.text.slice(0, 5)).toBe('%PDF-');
    expect([again.status, again.text.slice(0, 5)]).toEqual([200, '%PDF-']);
    expect((await siv.post(`${base}/letters/posted`)).status).toBe(404);
  });

  it('refuse a neutral title that names a member, say which mail, and keep nothing', async () => {
    await running.house.within(() =>
      running.house.database.repository(groupSchema).update({ id: group.id }, { neutralTitle: 'Gun och vi' }),
    );
    const looked = await siv.get(`${base}/send`);

    const answer = await siv.post(`${base}/send`);

    expect(textOf(looked.text)).not.toContain('Är du klar?');
    expect(answer.status).toBe(422);
    expect(textOf(answer.text)).toContain('nämner någon annan: Gun. Ändra texten. Inget är skickat.');
    expect(await put()).toEqual([]);
  });

  it('refuse while somebody is not approved, and say what to do', async () => {
    await group.add({ calledName: 'Bo', fullName: 'Bo Ek', ...byMail('bo@post.example') }, { lacks: ['approval'] });

    const looked = await siv.get(`${base}/send`);
    const answer = await siv.post(`${base}/send`);

    expect(textOf(looked.text)).toContain('Brukaren har inte godkänt Bo.');
    expect([answer.status, await put()]).toEqual([422, []]);
  });

  it('tell why somebody without consent gets nothing, and call the others', async () => {
    await group.add({ calledName: 'Bo', fullName: 'Bo Ek', ...byMail('bo@post.example') }, { lacks: ['contact'] });

    const page = textOf((await siv.get(`${base}/send`)).text);

    expect(page).toContain('1 får ingenting.');
    expect(page).toContain('Samtycke till mejl saknas.');
  });

  it('say about an adjunct that they are invited to nothing yet', async () => {
    await group.add({ calledName: 'Li', fullName: 'Li Sand', ...byMail('li@region.example') }, { part: 'adjunct' });

    expect(textOf((await siv.get(`${base}/send`)).text)).toContain('Inbjuden till ingen punkt än.');
  });

  it.each(['send', 'sent', 'letters.pdf', 'own-page'])('do not exist for a colleague: /%s', async (page) => {
    const ada = await anAdministrator(running.house.app, 'Ada Norr');
    await aCoordinator(running.house.app, ada, 'Ulf Berg');
    const ulf = await running.house.signedIn('ulf.berg@kommunen.example');

    expect((await ulf.get(`${base}/${page}`)).status).toBe(404);
  });
});
