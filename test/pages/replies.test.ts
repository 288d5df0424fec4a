import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { Answers } from '../../src/answers/answers.service';
import { AuditLog } from '../../src/audit/audit-log.service';
import { accessLogSchema } from '../../src/audit/store/audit.schemas';
import type { Database } from '../../src/platform/database/database';
import { openDatabase } from '../../src/platform/database/open-database';
import { freshSettings } from '../support/app';
import { CalledGroup, callTables } from '../support/calls-house';
import { housesMailbox, RepliesHouse } from '../support/replies-house';
import { text } from '../support/reply-mails';
import type { Visitor } from '../support/visitor';

const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('Mail that only a coordinator can tell whose it is', () => {
  let database: Database;
  let house: RepliesHouse;
  let siv: Visitor;
  let page: string;

  beforeEach(async () => {
    const settings = await freshSettings(housesMailbox());
    database = await openDatabase({ address: settings.database, schemas: callTables });
    house = await RepliesHouse.on(database, settings);
    siv = await house.calls.signedIn(house.group.email);
    page = `/groups/${house.group.id}/replies`;
  });
  afterEach(async () => {
    await house.close();
    await database.close();
  });

  const within = <Result>(work: () => Promise<Result>) => house.calls.within(work);
  const acts = () => within(() => house.calls.get(Answers).ofGroup(house.group.viewer.organisationId, house.group.id));
  const wishes = () =>
    within(() => house.calls.get(Answers).wishesOfGroup(house.group.viewer.organisationId, house.group.id));
  const actionsIn = (html: string, end: string): readonly string[] =>
    [...html.matchAll(/action="([^"]*)"/g)].map(([, path = '']) => path).filter((path) => path.endsWith(end));
  const fromWork = { from: 'eva@work.example' };

  it('is shown in plain words: where it came from, and what it says', async () => {
    await house.take(house.reply({ more: ['COMMENT:Jag tar bussen'] }, fromWork));

    const shown = await siv.get(page);

    expect(textOf(shown.text)).toContain('Ett svar för Eva');
    expect(textOf(shown.text)).toContain('Det kom från en annan adress än den vi skrev till: eva@work.example.');
    expect(textOf(shown.text)).toContain('Det säger: Jag kommer, onsdag 14 april 2027.');
    expect(textOf(shown.text)).toContain('Jag tar bussen Stämmer det?');
    expect(await acts()).toEqual([]);
  });

  it('counts when the coordinator confirms it, from when it was given, and is then gone from the page', async () => {
    await house.take(house.reply({ status: 'DECLINED' }, fromWork));
    const [confirm = ''] = actionsIn((await siv.get(page)).text, '/confirm');

    const confirmed = await siv.post(confirm, {});

    expect([confirmed.status, confirmed.location]).toEqual([303, page]);
    expect(await acts()).toMatchObject([
      { choice: 'no', way: 'calendar', personId: house.eva, actedAt: { iso: '2027-03-01T08:00:00.000Z' } },
    ]);
    expect(textOf((await siv.get(page)).text)).toContain('Det finns inget att bekräfta.');
  });

  it('is confirmed once only', async () => {
    await house.take(house.reply({}, fromWork));
    const [confirm = ''] = actionsIn((await siv.get(page)).text, '/confirm');
    await siv.post(confirm, {});

    const again = await siv.post(confirm, {});

    expect(again.status).toBe(422);
    expect(textOf(again.text)).toContain('Det svaret är redan bekräftat eller undanlagt.');
    expect(await acts()).toHaveLength(1);
  });

  it('changes nothing when it is laid aside', async () => {
    await house.take(house.reply({}, fromWork));
    const [aside = ''] = actionsIn((await siv.get(page)).text, '/set-aside');

    await siv.post(aside, {});

    expect(await acts()).toEqual([]);
    expect(textOf((await siv.get(page)).text)).toContain('Det finns inget att bekräfta.');
  });

  it('becomes a suggestion of another time when it suggests one', async () => {
    const thursday = { start: 'DTSTART:20270415T110000Z', end: 'DTEND:20270415T120000Z' };
    await house.take(house.reply(thursday, { ...fromWork, method: 'COUNTER' }));
    const shown = await siv.get(page);
    const [confirm = ''] = actionsIn(shown.text, '/confirm');

    await siv.post(confirm, {});

    expect(textOf(shown.text)).toContain('Det föreslår 15 april klockan 13.00 i stället för onsdag 14 april 2027.');
    expect(await wishes()).toMatchObject([{ kind: 'otherTime', proposedMinutes: 60 }]);
  });

  it('is shown as it was written when somebody wrote instead of answering, with nothing to confirm', async () => {
    await house.take(house.mail([text('Hej Siv!\r\n\r\nJag kan inte den 14.')]));

    const shown = await siv.get(page);

    expect(textOf(shown.text)).toContain('Mejlet säger att det är från eva@post.example.');
    expect(textOf(shown.text)).toContain('Hej Siv! Jag kan inte den 14.');
    expect(actionsIn(shown.text, '/confirm')).toEqual([]);
  });

  it('is never anything but text on the page, whatever stands in COMMENT, CN and the addresses', async () => {
    const more = ['COMMENT:<script>alert(1)</script>\\n<img src=x onerror=alert(2)>'];
    const attendee = 'mailto:"><script>alert(3)</script>@evil.example';
    await house.take(house.reply({ more, attendee }, { from: '"<b>x</b>"@evil.example' }));
    await house.take(house.mail([text('<script>alert(4)</script>{{t "x"}}')], { messageId: '<2@post.example>' }));

    const shown = await siv.get(page);

    expect(shown.status).toBe(200);
    expect(shown.text).not.toMatch(/<script>alert|<img src=x|<b>x/);
    expect(textOf(shown.text)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('is written down in the log when it is read, confirmed and laid aside', async () => {
    await house.take(house.reply({}, fromWork));
    await house.take(house.mail([text('Hej')]));
    const shown = await siv.get(page);
    await siv.post(actionsIn(shown.text, '/confirm')[0] ?? '', {});
    await siv.post(actionsIn((await siv.get(page)).text, '/set-aside')[0] ?? '', {});

    const log = await within(() => database.repository(accessLogSchema).find());

    expect(log.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['replies.read', 'reply.confirmed', 'reply.setAside']),
    );
    const { organisationId } = house.group.viewer;
    expect(await within(() => house.calls.get(AuditLog).verify(organisationId))).toMatchObject({ kind: 'holds' });
  });

  it('does not exist for another coordinator, nor under another group', async () => {
    await house.take(house.reply({}, fromWork));
    const [confirm = ''] = actionsIn((await siv.get(page)).text, '/confirm');
    const other = await CalledGroup.in(house.calls, 'Mia Ros');
    const mia = await house.calls.signedIn(other.email);

    const answers = [await mia.get(page), await mia.post(confirm, {}), await siv.get(page)];
    const elsewhere = await mia.post(confirm.replace(house.group.id, other.id), {});

    expect([...answers, elsewhere].map(({ status }) => status)).toEqual([404, 404, 200, 404]);
    expect(await acts()).toEqual([]);
  });

  it('stands on a page that is sound HTML', async () => {
    await house.take(house.reply({ more: ['COMMENT:Hej'] }, fromWork));
    await house.take(house.mail([text('Hej')]));

    const report = await new HtmlValidate(new FileSystemConfigLoader()).validateString((await siv.get(page)).text);

    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  });
});
