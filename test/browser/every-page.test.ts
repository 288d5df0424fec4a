import { join } from 'node:path';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import { languages } from '../../src/kernel/in-words';
import { type Route, Routes } from '../../src/platform/web/routes.service';
import { Words } from '../../src/platform/web/words';
import { home } from '../support/app';
import { axeViolations, openBrowser, overflowOf, refusalsOn, showPage } from '../support/browser';
import { FullHouse, type Ids, type State } from '../support/full-house';
import { PageShapes } from '../support/page-shapes';
import type { Answered } from '../support/visitor';

const words = new Words(join(home, 'data', 'words'));
const widths = [320, 1280] as const;

/** Answers that are files, or somebody's mail with a look of its own; whatever else a GET answers with is a page. */
const files = [
  '/groups/:id/letters.pdf',
  '/groups/:id/pattern/:personId/:n/html',
  '/groups/:id/send/:personId/:n/html',
  '/k/:token.ics',
  '/live',
  '/m/:token/moten.ics',
  '/m/:token/:n/mote.ics',
  '/meetings/:id/notes/for/:person/notes.txt',
  '/practice/mail/:id/file',
  '/practice/mail/:id/html',
  '/ready',
];

/** What may be asked of a page that makes another page of it. */
const questions: Readonly<Record<string, readonly string[]>> = {
  '/groups/:id/goals/new': ['span=short', 'span=long'],
  '/groups/:id/star': ['earlier=1'],
  '/groups/:id/star/measure': ['rater=service-user', 'rater=staff', 'rater=relative'],
  '/m/:token/agenda': ['lattlast'],
  '/m/:token/agenda/:n': ['lattlast'],
  '/m/:token/mine': ['lattlast'],
  '/people/new': ['kind=service-user', 'kind=professional'],
};

const stateNames = [
  'full',
  'long names',
  'let out',
  'with the service user',
  'under way',
  'long notes',
  'empty',
  'administrator',
  'nothing yet',
  'stranger',
  'stranger with an old address',
  'by link',
  'by link and code',
  'by another’s link and code',
  'by no link',
] as const;

/** Something wrong that somebody may send, and the sentence that answers it. */
interface Slip {
  readonly name: string;
  readonly in?: (typeof stateNames)[number];
  readonly path: string;
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly sentence: readonly [key: string, values?: Readonly<Record<string, string | number>>];
}

const person = {
  ...{ personKind: 'private', afterwards: '', calledName: 'Eva', fullName: 'Eva Berg', workTitle: '', workplace: '' },
  ...{ personLanguage: 'sv', reachedBy: 'email', emailAddress: 'b@x.example', postalAddress: '', phoneNumber: '' },
};
const wishes = {
  ...{ start: '2027-01-18', horizonMonths: '12', intervals: ['1', '2'], minutes: '60', lengthReason: '' },
  ...{ meetingForm: 'office', place: '', earliest: '08:00', latest: '17:00' },
};

const slips: readonly Slip[] = [
  {
    name: 'two addresses in one',
    path: '/people/new',
    fields: { ...person, emailAddress: 'b@x.se,evil@e.se' },
    sentence: ['error.moreThanOneAddress'],
  },
  {
    name: 'a name with a line break',
    path: '/people/new',
    fields: { ...person, fullName: 'Eva Berg\r\nBcc: evil@e.example' },
    sentence: ['error.fieldWithHiddenCharacters', { field: 'field.fullName' }],
  },
  {
    name: 'a name with braces',
    path: '/people/new',
    fields: { ...person, calledName: '{{eva}}' },
    sentence: ['error.fieldWithBraces', { field: 'field.calledName' }],
  },
  {
    name: 'an interval of no months',
    path: '/groups/:id/plan',
    fields: { ...wishes, intervals: ['0'] },
    sentence: ['error.intervalOutOfRange', { given: 0, min: 1, max: 36 }],
  },
  {
    name: 'an interval of 400 months',
    path: '/groups/:id/plan',
    fields: { ...wishes, intervals: ['1', '400'] },
    sentence: ['error.intervalOutOfRange', { given: 400, min: 1, max: 36 }],
  },
  {
    name: 'a start on a red day',
    path: '/groups/:id/plan',
    fields: { ...wishes, start: '2027-01-06' },
    sentence: ['error.startOnHoliday'],
  },
  {
    name: 'a start on a Sunday',
    path: '/groups/:id/plan',
    fields: { ...wishes, start: '2027-01-17' },
    sentence: ['error.startOnClosedDay'],
  },
  {
    name: 'a size without a reason',
    path: '/groups/:id/size',
    fields: { sizeReason: '' },
    sentence: ['error.fieldMissing', { field: 'field.sizeReason' }],
  },
];

/** The address with ids in it; null when this state has none for one of its places. */
function addressOf(path: string, { draft = '', ...ids }: Ids): string | null {
  const own = path.startsWith('/groups/:id/new') ? { ...ids, groups: draft } : ids;
  const named = path.replace(/([\w-]+)\/:id/, '$1/:$1');
  const address = named.replace(/:([\w-]+)/g, (_, name: string) => own[name] ?? '?');
  return /\?|\/\/|\/$/.test(address.slice(1)) ? null : address;
}

/** The address plain, and with each question that makes another page of it. */
function addressesOf(path: string, ids: Ids): readonly string[] {
  const address = addressOf(path, ids);
  if (address === null) return [];
  return [address, ...(questions[path] ?? []).map((question) => `${address}?${question}`)];
}

/** The forms on a page that hold something to fill in, and the fields that they hold without being asked. */
function formsOn(html: string, address: string): { action: string; kept: Record<string, string> }[] {
  const main = html.slice(html.indexOf('<main'));
  return [...main.matchAll(/<form method="post"(?: action="([^"]*)")?[^>]*>(.*?)<\/form>/gs)]
    .map(([, action = address, content = '']) => ({ action, content }))
    .filter(({ content }) => /<(?:select|textarea)|<input(?![^>]*type="hidden")/.test(content))
    .map(({ action, content }) => ({ action, kept: Object.fromEntries(keptIn(content)) }));
}

const keptIn = (content: string): [string, string][] =>
  [...content.matchAll(/<input type="hidden" name="(?!_csrf)([^"]*)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value],
  );

describe('every page', () => {
  const validator = new HtmlValidate(new FileSystemConfigLoader());
  const shapes = new PageShapes();
  const shown = new Set<string>();
  let house: FullHouse;
  let browser: Browser;
  beforeAll(async () => {
    house = await FullHouse.open();
    browser = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  const pages = (): readonly Route[] =>
    house.app
      .get(Routes, { strict: false })
      .all()
      .filter(({ method, path }) => method === 'GET' && !files.includes(path));

  async function faultsOf(address: string, { text }: Answered): Promise<string[]> {
    const { results } = await validator.validateString(text);
    const found = results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
    const page = await showPage(browser, text, widths[0]);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const about = (fault: string): string => `${fault} at ${String(width)}`;
      if ((await overflowOf(page)) > 0) found.push(about('wider than the window'));
      if (await shapes.isNew(page)) found.push(...(await axeViolations(page)).map(about));
    }
    found.push(...(await refusalsOn(page)));
    return found.map((fault) => `${address}: ${fault}`);
  }

  /** The pages somebody may see, by their addresses. */
  async function seenBy({ visitor, policies, ids }: State): Promise<ReadonlyMap<string, Answered>> {
    const seen = new Map<string, Answered>();
    for (const { path } of pages().filter(({ policy }) => policies.includes(policy))) {
      for (const address of addressesOf(path, ids)) {
        const answer = await visitor.get(address);
        if (answer.status === 303) continue;
        if (answer.status === 200) shown.add(path);
        seen.set(address, answer);
      }
    }
    return seen;
  }

  describe.each(languages)('in %s', (language) => {
    it.each(stateNames)(
      'is sound HTML, keeps within the window and shuts nobody out: %s',
      async (name) => {
        const state = house.state(name);
        await state.visitor.get('/sign-in');
        await state.visitor.post(`/language/${language}`, { back: '/' });
        const seen = await seenBy(state);
        const faults: string[] = [];
        for (const [address, answer] of seen) faults.push(...(await faultsOf(address, answer)));

        expect(seen.size).toBeGreaterThan(0);
        expect(faults).toEqual([]);
      },
      300_000,
    );

    it.each(slips)(
      'answers $name with a clear sentence, and keeps nothing',
      async ({ path, fields, sentence: [key, values = {}], ...slip }) => {
        const { visitor, ids } = house.state(slip.in ?? 'full');
        await visitor.post(`/language/${language}`, { back: '/' });
        const say = words.in(language);
        const named = typeof values.field === 'string' ? { ...values, field: say(values.field) } : values;
        const before = await house.contents();
        const answer = await visitor.post(addressOf(path, ids) ?? '', fields);

        expect(answer.status).toBe(422);
        for (const part of say(key, named).split(/\{\w+\}/)) expect(textOf(answer.text)).toContain(part);
        expect(await house.contents()).toBe(before);
        expect(await faultsOf(path, answer)).toEqual([]);
      },
      60_000,
    );
  });

  const forming = (name: string): string => addressOf('/groups/:id/new/finish', house.state(name).ids) ?? '';

  it.each([
    ['long names', 3],
    ['full', 12],
  ] as const)('asks why when a group is to be formed: %s, %i people', async (name, count) => {
    const { visitor } = house.state(name);
    await visitor.post('/language/sv', { back: '/' });
    const before = await house.contents();
    const answer = await visitor.post(forming(name));
    const asked = await visitor.get(answer.location ?? '');

    expect([answer.status, answer.location]).toEqual([303, forming(name).replace('/new/finish', '/size')]);
    expect(textOf(asked.text)).toContain(`Gruppen är ${String(count)} personer. Det brukar vara 6 till 8.`);
    expect(await house.contents()).toBe(before);
  });

  it('says whose hours keep a meeting from being placed, and books nothing then', async () => {
    const { visitor, ids } = house.state('long names');
    await visitor.post('/language/sv', { back: '/' });
    const plan = `/groups/${ids.groups ?? ''}/plan`;
    await visitor.post(plan, { ...wishes, earliest: '17:00', latest: '19:00' });
    const proposal = await visitor.get(`${plan}/proposal`);
    const before = await house.contents();
    const refused = await visitor.post(`${plan}/book`);

    expect(textOf(proposal.text)).toMatch(/Möte 1 fick ingen tid nära .*Amira/);
    expect(refused.status).toBe(422);
    expect(textOf(refused.text)).toContain(words.in('sv')('error.planWithGaps'));
    expect(await house.contents()).toBe(before);
    expect([...(await faultsOf(plan, proposal)), ...(await faultsOf(plan, refused))]).toEqual([]);
  });

  it.each(languages.flatMap((language) => stateNames.map((name) => [name, language] as const)))(
    'tells what is missing when its forms are sent empty: %s, in %s',
    async (name, language) => {
      const state = house.state(name);
      await state.visitor.post(`/language/${language}`, { back: '/' });
      const faults: string[] = [];
      for (const [address, { text }] of await seenBy(state)) {
        for (const { action, kept } of formsOn(text, address)) {
          const answer = await state.visitor.post(action, kept);
          expect([200, 303, 422, 429]).toContain(answer.status);
          if (answer.status !== 422) continue;
          expect(textOf(answer.text)).toContain(words.in(language)('shell.faults'));
          faults.push(...(await faultsOf(`${action} sent from ${address}`, answer)));
        }
      }

      expect(faults).toEqual([]);
    },
    300_000,
  );

  it('is one of these, or a file', () => {
    expect(
      pages()
        .map(({ path }) => path)
        .filter((path) => !shown.has(path)),
    ).toEqual([]);
  });
});

const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');
