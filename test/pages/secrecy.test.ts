import PostalMime from 'postal-mime';
import { Groups } from '../../src/groups/groups.service';
import type { Audience } from '../../src/groups/domain/readership';
import { OwnPageKeys } from '../../src/invitations/own-page-keys.service';
import { keptLetter } from '../../src/invitations/letters/kept-letter';
import type { PersonId } from '../../src/kernel/identifiers';
import { deliverySchema } from '../../src/outbox/store/outbox.schemas';
import { Outbox } from '../../src/outbox/outbox.service';
import { ProtectedMail } from '../../src/people/protected-mail.service';
import { CalledGroup } from '../support/calls-house';
import { type RunningCalls, startCalls } from '../support/calls-server';
import { anItemsContent, Items } from '../support/items';
import { byMail } from '../support/people-builders';
import { Visitor } from '../support/visitor';

/** Of each item a title that stands nowhere else, and another for open mail. */
const kinds = ['circle', 'trio', 'namedEva', 'namedPer', 'guestKarin', 'guestKarl'] as const;
type Kind = (typeof kinds)[number];
const titleOf = (kind: Kind): string => `Titel-${kind}-sluten`;
const neutralOf = (kind: Kind): string => `Rubrik-${kind}-neutral`;

type Route = 'open' | 'protected' | 'letter';

/** Who may see which items, written out by hand; the two who chair see all of them. */
const table: readonly { readonly who: string; readonly route: Route; readonly sees: readonly Kind[] }[] = [
  { who: 'olle@post.example', route: 'open', sees: kinds },
  { who: 'asa@region.example', route: 'protected', sees: ['circle', 'trio', 'guestKarin', 'guestKarl'] },
  { who: 'eva@post.example', route: 'open', sees: ['circle', 'namedEva', 'guestKarin', 'guestKarl'] },
  { who: 'per@region.example', route: 'protected', sees: ['circle', 'namedPer', 'guestKarin', 'guestKarl'] },
  { who: 'karin@post.example', route: 'open', sees: ['guestKarin'] },
  { who: 'karl@region.example', route: 'protected', sees: ['guestKarl'] },
  { who: 'Gun Åkesson', route: 'letter', sees: ['circle', 'guestKarin', 'guestKarl'] },
];

describe('What is seen of each item, by whom and on which route', () => {
  let running: RunningCalls;
  let group: CalledGroup;
  const people = new Map<string, PersonId>();

  beforeAll(async () => {
    running = await startCalls();
    const { house } = running;
    group = await CalledGroup.in(house);
    await protect(running, group, 'region.example');
    const add = async (name: string, address: string, part: 'network' | 'adjunct' = 'network') => {
      const given = { calledName: name, fullName: `${name} Dal`, ...byMail(address) };
      const kind = part === 'adjunct' ? 'professional' : 'private';
      people.set(address, await group.add(given, { part, kind }));
    };
    await add('Eva', 'eva@post.example');
    await add('Per', 'per@region.example');
    await add('Karin', 'karin@post.example', 'adjunct');
    await add('Karl', 'karl@region.example', 'adjunct');
    people.set('Gun Åkesson', await group.add({ calledName: 'Gun', fullName: 'Gun Åkesson' }));
    people.set('olle@post.example', group.olle);
    await group.book(['2027-04-14'], { minutes: 60 });
    await writeItems(new Items(group), people);
    await group.send();
    await house.dispatch();
  });
  afterAll(() => running.stop());

  const saidTo = async (address: string): Promise<string> => {
    const all = await Promise.all(running.house.mails().map((raw) => PostalMime.parse(raw)));
    const texts = all
      .filter(({ to }) => to?.[0]?.address === address)
      .flatMap(({ subject, text, html, attachments }) => [
        ...[subject, text, html],
        ...attachments.map(({ content }) => unfolded(content)),
      ]);
    return texts.join('\n');
  };
  const seenIn = (text: string) => ({
    titles: kinds.filter((kind) => text.includes(titleOf(kind))),
    neutral: kinds.filter((kind) => text.includes(neutralOf(kind))),
  });
  const pageOf = async (address: string): Promise<string> => /\/m\/[a-z2-7]{32}/.exec(await saidTo(address))?.[0] ?? '';

  const mailed = table.filter(({ route }) => route !== 'letter');

  it.each(mailed)('mails $who on a route that is $route no more than $sees', async ({ who, route, sees }) => {
    const text = await saidTo(who);

    expect(text).toContain('BEGIN:VEVENT');
    expect(seenIn(text)).toEqual(route === 'open' ? { titles: [], neutral: sees } : { titles: sees, neutral: [] });
  });

  it.each(mailed)('shows $who no item behind the link alone', async ({ who }) => {
    const link = await pageOf(who);
    const anybody = new Visitor(running.house.url);
    const pages = [link, `${link}/choices`, `${link}/answers`, `${link}/moten.ics`, `${link}/1/mote.ics`];

    const texts = await Promise.all(pages.map((page) => anybody.get(page)));

    expect(texts.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(seenIn(texts.map(({ text }) => text).join())).toEqual({ titles: [], neutral: [] });
  });

  it.each(mailed)('keeps the agenda from $who until they have a code', async ({ who }) => {
    const answer = await new Visitor(running.house.url).get(`${await pageOf(who)}/agenda`);

    expect([303, 404]).toContain(answer.status);
    expect(seenIn(answer.text)).toEqual({ titles: [], neutral: [] });
  });

  it.each(mailed)('shows $who their own copy and no more behind link and code', async ({ who, sees }) => {
    const personId = people.get(who) ?? (await doctorOf(running, group));
    const { code } = await running.house.within(() =>
      running.house.get(OwnPageKeys).makeCode(group.viewer, group.id, personId),
    );
    const link = await pageOf(who);
    const visitor = new Visitor(running.house.url);
    await visitor.get(`${link}/code`);
    await visitor.post(`${link}/code`, { agendaCode: code });

    const pages = [await visitor.get(`${link}/agenda`), await visitor.get(`${link}/agenda/1?lattlast`)];

    for (const { status, text } of pages) {
      expect(status).toBe(200);
      expect(seenIn(text)).toEqual({ titles: sees, neutral: [] });
    }
  });

  it('tells no item in a letter, which lies open on a kitchen table', async () => {
    const personId = people.get('Gun Åkesson')!;
    const kept = await running.house.within(() =>
      running.house.database.repository(deliverySchema).findBy({ personId, channel: 'letter' }),
    );
    const [letter] = await Promise.all(
      kept.map(({ id }) => running.house.within(() => running.house.get(Outbox).bytes(group.viewer, id))),
    );

    expect(keptLetter(letter!).rows).toHaveLength(1);
    expect(seenIn(JSON.stringify(keptLetter(letter!)))).toEqual({ titles: [], neutral: [] });
  });

  it('shows the guests their own time alone', async () => {
    for (const who of ['karin@post.example', 'karl@region.example']) {
      const { text } = await new Visitor(running.house.url).get(await pageOf(who));
      expect(text).toContain('20 minuter');
      expect(text).not.toMatch(/Möte \d|1 timme/);
    }
  });

  it('shows nothing more once a yes is taken back', async () => {
    const link = await pageOf('karin@post.example');
    await group.withdraw(people.get('karin@post.example')!, 'take-part');

    const pages = await Promise.all(
      [link, `${link}/agenda`, `${link}/code`].map((page) => new Visitor(running.house.url).get(page)),
    );

    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});

function unfolded(content: ArrayBuffer | Uint8Array | string): string {
  const text = typeof content === 'string' ? content : Buffer.from(new Uint8Array(content)).toString('utf8');
  return text.replaceAll(/\r?\n /g, '');
}

async function writeItems(items: Items, people: ReadonlyMap<string, PersonId>): Promise<void> {
  const readerships: Readonly<Record<Kind, { audience: Audience; named: readonly PersonId[] }>> = {
    circle: { audience: 'circle', named: [] },
    trio: { audience: 'trio', named: [] },
    namedEva: { audience: 'named', named: [people.get('eva@post.example')!] },
    namedPer: { audience: 'named', named: [people.get('per@region.example')!] },
    guestKarin: { audience: 'circle', named: [] },
    guestKarl: { audience: 'circle', named: [] },
  };
  for (const kind of kinds) {
    const guest =
      { guestKarin: people.get('karin@post.example')!, guestKarl: people.get('karl@region.example')! }[
        kind as string
      ] ?? null;
    const said = { title: titleOf(kind), neutralTitle: neutralOf(kind), readership: readerships[kind], guest };
    await items.add(1, anItemsContent(said));
  }
}

/** The organisation has decided so before anybody is called. */
const protect = ({ house }: RunningCalls, { viewer }: CalledGroup, domain: string): Promise<void> =>
  house.within(() => house.get(ProtectedMail).decide(viewer, { domain, agreement: 'Avtal 1' }));

async function doctorOf({ house }: RunningCalls, { viewer, id }: CalledGroup): Promise<PersonId> {
  const group = await house.within(() => house.get(Groups).get(viewer, id));
  return group.inPart('doctor')!.personId;
}
