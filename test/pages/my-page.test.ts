import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { AuditLog } from '../../src/audit/audit-log.service';
import { Tasks } from '../../src/progress/tasks.service';
import { type Insider, MyPageHouse, type Who } from '../support/my-page-house';
import { Items } from '../support/items';
import { Visitor } from '../support/visitor';

const textOf = (html: string): string =>
  html
    .slice(html.indexOf('<main'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

const everybody: readonly Who[] = ['olle', 'asa', 'eva', 'hans'];

/** Something that is written down, and by whom it may be read on their own pages. */
interface Secret {
  readonly says: string;
  readonly to: readonly Who[];
}

const tasks: readonly Secret[] = [
  { says: 'Ringa bostadskön', to: ['olle', 'asa', 'eva'] },
  { says: 'Ta nya prover', to: ['olle', 'asa'] },
  { says: 'Gå på bio en kväll', to: ['olle', 'eva'] },
  { says: 'Boka ett studiebesök', to: ['olle', 'asa', 'eva', 'hans'] },
];

const onlyOlles: readonly Secret[] = [
  'Bo i egen lägenhet',
  'Livskvalitet',
  'Jag slutar svara i telefon',
  'Vem har läst om mig?',
  'Vem får vad?',
].map((says) => ({ says, to: ['olle'] }));

/** Olle strikes the first line; the second is only for the core trio, the third was Hans’s item. */
const notes: readonly Secret[] = [
  { says: 'Alla sa hej och Olle ledde mötet.', to: ['olle'] },
  { says: 'Olle sover bättre med nya tider.', to: ['olle', 'asa'] },
  { says: 'Olle kan börja två dagar i veckan.', to: ['olle', 'asa', 'eva', 'hans'] },
];

const papers = ['', '?lattlast', '/star', '/notes/1', '/notes/2', '/crisis-plan', '/sharing', '/readers'];

describe('Somebody’s own page', () => {
  let house: MyPageHouse;
  const insiders = new Map<Who, Insider>();

  beforeAll(async () => {
    house = await MyPageHouse.open();
    const { olle, asa, eva, hans } = house.cast;
    await house.writeProgress();
    await house.addTask({ what: 'Ringa bostadskön', who: eva });
    await house.addTask({ what: 'Ta nya prover', who: asa, readership: { audience: 'trio', named: [] } });
    await house.addTask({
      ...{ what: 'Gå på bio en kväll', who: olle, withWhom: [eva] },
      readership: { audience: 'named', named: [] },
    });
    await house.addTask({ what: 'Boka ett studiebesök', who: hans });
    for (const who of everybody) insiders.set(who, await house.inside(who));
  });
  afterAll(() => house.stop());

  const inside = (who: Who): Insider => insiders.get(who)!;
  const at = async (who: Who, path: string) => {
    const { visitor, home } = inside(who);
    return visitor.get(home + path);
  };
  const press = async (who: Who, path: string, fields: Readonly<Record<string, string>> = {}) => {
    const { visitor, home } = inside(who);
    return visitor.post(home + path, fields);
  };
  /** Everything somebody can read on their own pages, one text. */
  const allSeen = async (who: Who): Promise<string> => {
    const texts: string[] = [];
    for (const path of papers) {
      const { status, text } = await at(who, path);
      if (status === 200) texts.push(textOf(text));
    }
    return texts.join('\n');
  };
  const readersOf = async (secrets: readonly Secret[]) => {
    const seen = new Map<Who, string>();
    for (const who of everybody) seen.set(who, await allSeen(who));
    return secrets.map(({ says }) => ({ says, to: everybody.filter((who) => seen.get(who)?.includes(says)) }));
  };
  const agendaTitles = async (number: number): Promise<readonly string[]> =>
    (await new Items(house.group).agenda(number)).items.map(({ title }) => title);
  const taskCalled = async (what: string) => {
    const { viewer, id } = house.group;
    const all = await house.within(() => house.get(Tasks).ofGroup(viewer, id));
    return all.find((task) => task.what === what)!;
  };
  const logged = (): Promise<readonly { role: string; action: string; about_id: string; subjects: string }[]> => {
    const query = 'SELECT role, action, about_id, subjects FROM access_log ORDER BY number';
    return house.within(() => house.house.database.manager().query(query));
  };

  describe('is behind the code', () => {
    it.each(papers)('as is %s, and leads back to it when the code is given', async (path) => {
      const link = await house.linkOf('olle');
      const anybody = new Visitor(house.url);
      const answer = await anybody.get(`${link}/mine${path}`);

      expect([answer.status, answer.location]).toEqual([
        ...[303, `${link}/code?then=${encodeURIComponent(`mine${path}`)}`],
      ]);
    });

    it('and the code leads to it', async () => {
      const { code, home } = inside('asa');
      const link = await house.linkOf('asa');
      const again = new Visitor(house.url);
      await again.get(`${link}/code?then=mine`);
      const entered = await again.post(`${link}/code?then=mine`, { agendaCode: code });

      expect([entered.status, entered.location]).toEqual([303, home]);
      insiders.set('asa', { visitor: again, home, code });
      await again.get(home);
    });

    it('changes nothing without the token of its own session', async () => {
      const { home } = inside('olle');
      const { visitor } = inside('olle');
      const { token } = visitor;
      const statuses = [];
      for (const path of ['/proposals', '/star', '/notes/1/let-go']) {
        visitor.token = inside('eva').visitor.token;
        statuses.push((await visitor.post(home + path, { proposal: 'Hunden' })).status);
      }
      visitor.token = token;

      expect(statuses).toEqual([403, 403, 403]);
      expect(await agendaTitles(1)).not.toContain('Hunden');
    });
  });

  describe('tells each what they may read', () => {
    it('of the tasks', async () => {
      expect(await readersOf(tasks)).toEqual(tasks);
    });

    it('and only Olle of his goals, star, plan, and who has read', async () => {
      expect(await readersOf(onlyOlles)).toEqual(onlyOlles);
    });

    it.each(['asa', 'eva', 'hans'] as const)('and has none of the service user’s papers for %s', async (who) => {
      const statuses = [];
      for (const path of ['/star', '/crisis-plan', '/sharing', '/readers']) statuses.push((await at(who, path)).status);

      expect(statuses).toEqual([404, 404, 404, 404]);
    });

    it('and shows a guest neither which meeting it is nor a place to propose', async () => {
      const seen = await allSeen('hans');

      expect(seen).not.toMatch(/Möte \d|Vill du ta upp|Hemligt/);
      expect((await press('hans', '/proposals', { proposal: 'Mer praktik' })).status).toBe(404);
    });

    it('with the next meeting and the phone to a human', async () => {
      const text = textOf((await at('eva', '')).text);

      expect(text).toContain('måndag 1 mars 2027 Klockan 13.00–14.00. Plats: Rum 3.');
      expect(text).toContain('Ring Siv.');
    });

    it('with a picture of its own address for paper', async () => {
      expect((await at('olle', '')).text).toContain('aria-label="En ruta att läsa av med mobilen"');
    });
  });

  describe('takes wishes', () => {
    it('of the service user to the agenda at once, right after the welcome', async () => {
      const answer = await press('olle', '/proposals', { proposal: 'Jag vill prata om hunden' });

      expect(answer.location).toBe(`${inside('olle').home}#wishes`);
      expect((await agendaTitles(1)).slice(0, 2)).toEqual(['Välkommen, vem leder', 'Jag vill prata om hunden']);
      expect(textOf((await at('olle', '')).text)).toContain('Jag vill prata om hunden står på listan');
    });

    it('of others only when the service user or the coordinator has said yes', async () => {
      await press('eva', '/proposals', { proposal: 'Sommaren på landet' });
      await press('eva', '/proposals', { proposal: 'Köpa en cykel' });
      expect(await agendaTitles(1)).not.toContain('Sommaren på landet');
      expect(textOf((await at('eva', '')).text)).toContain('Sommaren på landet väntar på svar');

      const page = (await at('olle', '')).text;
      const answerTo = (words: string, answer: string): string => {
        const row = page.split('<li class="mine-row').find((part) => part.includes(words)) ?? '';
        return new RegExp(`action="[^"]*/mine(/[^"]*/${answer})"`).exec(row)?.[1] ?? '';
      };
      await press('olle', answerTo('Sommaren på landet', 'accept'));
      await press('olle', answerTo('Köpa en cykel', 'decline'));

      const titles = await agendaTitles(1);
      expect(titles).toContain('Sommaren på landet');
      expect(titles).not.toContain('Köpa en cykel');
      const evas = textOf((await at('eva', '')).text);
      expect(evas).toContain('Sommaren på landet står på listan');
      expect(evas).toContain('Köpa en cykel inte den här gången');

      const again = await press('olle', answerTo('Sommaren på landet', 'decline'));
      expect([again.status, textOf(again.text).includes('Förslaget är redan besvarat')]).toEqual([422, true]);
      expect((await press('eva', answerTo('Köpa en cykel', 'accept'))).status).toBe(404);
    });

    it.each([
      ['nothing', ' ', 'Fyll i det här.'],
      ['a personal number', 'Ring 19811228-9874', 'personnummer'],
      ['too much', 'a'.repeat(201), 'högst 200'],
    ])('and answers %s in words, with what was typed', async (_, proposal, words) => {
      const answer = await press('olle', '/proposals', { proposal });

      expect(answer.status).toBe(422);
      expect(answer.text.toLowerCase()).toContain(words.toLowerCase());
      expect(answer.text).toContain(proposal.trim());
    });

    it('and answers a megabyte in words', async () => {
      const answer = await press('olle', '/proposals', { proposal: 'a'.repeat(1024 * 1024) });

      expect([answer.status, textOf(answer.text).includes('för mycket')]).toEqual([413, true]);
      await at('olle', '');
    });
  });

  describe('lets people say that something is done', () => {
    it('for their own tasks, and take it back', async () => {
      const { id } = await taskCalled('Gå på bio en kväll');
      await press('eva', `/tasks/${id}/done`);
      expect((await taskCalled('Gå på bio en kväll')).state).toBe('done');
      expect(textOf((await at('eva', '')).text)).toContain('Det här har du gjort Gå på bio en kväll');

      await press('eva', `/tasks/${id}/open`);
      expect((await taskCalled('Gå på bio en kväll')).state).toBe('open');
    });

    it('and for nobody else’s, whether or not they may read it', async () => {
      const readable = await taskCalled('Ringa bostadskön');
      const secret = await taskCalled('Ta nya prover');
      const answers = [
        await press('asa', `/tasks/${readable.id}/done`),
        await press('hans', `/tasks/${secret.id}/done`),
      ];

      expect(answers.map(({ status }) => status)).toEqual([404, 404]);
      expect([(await taskCalled('Ringa bostadskön')).state, (await taskCalled('Ta nya prover')).state]).toEqual([
        'open',
        'open',
      ]);
    });
  });

  describe('lets the service user say how it is', () => {
    const rate = (fields: Readonly<Record<string, string>>) => press('olle', '/star', fields);

    it('and answers a value outside the scale, a word and nothing at all in words', async () => {
      const wrong = await rate({ 'value-satisfied': '11' });
      const word = await rate({ 'value-quality-of-life': 'bra' });
      const nothing = await rate({});

      expect([wrong.status, word.status, nothing.status]).toEqual([422, 422, 422]);
      expect(textOf(wrong.text)).toContain('Välj ett helt tal från 1 till 10.');
      expect(textOf(word.text)).toContain('Välj ett helt tal från 1 till 10.');
      expect(textOf(nothing.text)).toContain('Svara på minst en fråga.');
    });

    it('on their own axes and no others', async () => {
      expect((await rate({ 'value-symptoms': '50' })).status).toBe(400);
    });

    it('once a day', async () => {
      await rate({ 'value-satisfied': '8', 'value-quality-of-life': '6', 'value-troubles': '3' });
      const text = textOf((await at('olle', '/star')).text);

      expect(text).toContain('Nöjd med stödet: 8 av 10, mätt 1 mars 2027 av Olle.');
      expect(text).toContain('Tack! Du har svarat i dag.');
    });
  });

  describe('gives the notes to the service user first', () => {
    const linePath = async (says: string, deed: string): Promise<string> => {
      const { text } = await at('olle', '/notes/1');
      const line = text.split('<li class="mine-note').find((part) => part.includes(says))!;
      return new RegExp(`action="[^"]*(/notes/1/lines/[^"]*/${deed})"`).exec(line)?.[1] ?? '';
    };

    it('and to nobody while they are written', async () => {
      await house.holdMeeting();
      expect((await readersOf(notes)).map(({ to }) => to)).toEqual([[], [], []]);
    });

    it('and to nobody else when they are shown', async () => {
      await house.showNotes();

      expect((await readersOf(notes)).map(({ to }) => to)).toEqual([['olle'], ['olle'], ['olle']]);
      expect(textOf((await at('olle', '')).text)).toContain('Du läser först. Ingen annan har fått det.');
      for (const who of ['asa', 'eva', 'hans'] as const) {
        expect((await at(who, '/notes/1')).status).toBe(404);
        expect((await press(who, '/notes/1/let-go', { seen: '0' })).status).toBe(404);
      }
    });

    it('who strikes a line, takes it back, and strikes it again', async () => {
      const { says } = notes[0]!;
      await press('olle', await linePath(says, 'strike'));
      expect(textOf((await at('olle', '/notes/1')).text)).toContain('Struket. De andra i gruppen får inte läsa det.');
      await press('olle', await linePath(says, 'keep'));
      expect(textOf((await at('olle', '/notes/1')).text)).not.toContain('Borttaget.');
      const struck = await press('olle', await linePath(says, 'strike'));

      expect(struck.location).toMatch(/\/mine\/notes\/1#line-[0-9a-f-]{36}$/);
    });

    it('who says something to the two who chair, and is told in words when it is too long', async () => {
      const path = await linePath(notes[1]!.says, 'comment');
      const tooLong = await press('olle', path, { noteComment: 'a'.repeat(1001) });
      expect([tooLong.status, textOf(tooLong.text).includes('högst 1000')]).toEqual([422, true]);

      await press('olle', path, { noteComment: 'Jag vill inte att Eva vet.' });
      expect(textOf((await at('olle', '/notes/1')).text)).toContain(
        'Du skrev till dem som leder: Jag vill inte att Eva vet.',
      );
    });

    it('who reads once more when they have been changed meanwhile', async () => {
      const answer = await press('olle', '/notes/1/let-go', { seen: '9999' });

      expect(answer.status).toBe(422);
      expect(textOf(answer.text)).toContain('Anteckningarna ändrades medan de lästes.');
    });

    it('who passes them on, and then each reads what they may', async () => {
      const [, seen = ''] = /name="seen" value="(\d+)"/.exec((await at('olle', '/notes/1')).text) ?? [];
      await press('olle', '/notes/1/let-go', { seen });

      expect(await readersOf(notes)).toEqual(notes);
      expect(textOf((await at('eva', '/notes/1')).text)).not.toMatch(/Jag vill inte att Eva vet|Hemligt om sömnen/);
    });

    it('after which nothing is struck and nothing more is said', async () => {
      expect(await linePath(notes[1]!.says, 'strike')).toBe('');
      const order = (await logged()).map(({ action }) => action).filter((action) => action.startsWith('notes.'));
      const steps = order.filter((action) => /shown|struck|let-go|released/.test(action));

      expect(steps).toEqual([
        'notes.shown-to-service-user',
        'notes.struck',
        'notes.unstruck',
        'notes.struck',
        'notes.let-go',
        'notes.released',
      ]);
    });
  });

  describe('writes down who has read', () => {
    it('with ids alone, about Olle, and with the one who read', async () => {
      const { olle, eva } = house.cast;
      const readings = (await logged()).filter(
        ({ role, action }) => role === 'link-and-code' && action === 'my-page.read',
      );
      const evas = readings.filter(({ subjects }) => subjects.includes(eva));

      expect(evas.length).toBeGreaterThan(0);
      expect(readings.every(({ about_id: about }) => about === olle)).toBe(true);
      const held = await house.within(() => house.get(AuditLog).verify(house.group.viewer.organisationId));
      expect(held.kind).toBe('holds');
    });

    it('and tells Olle in sentences, without himself and without ids', async () => {
      const text = textOf((await at('olle', '/readers')).text);

      expect(text).toContain('måndag 1 mars 2027');
      expect(text).toMatch(/Eva Läste, senast klockan 09\.00: det som skrevs på ett möte/);
      expect(text).toMatch(/Siv, din samordnare Skrev eller ändrade, senast klockan 09\.00: det som skrevs/);
      expect(text).not.toMatch(/Olle|[0-9a-f]{8}-[0-9a-f]{4}/);
    });

    it('and tells who gets what', async () => {
      const text = textOf((await at('olle', '/sharing')).text);
      expect(text).toContain('Eva Med i ditt nätverk Har sagt ja till att vara med. Får veta om möten i mejl.');
      expect(text).toContain('Får läsa 12 av 13 saker som vi tar upp.');
      expect(text).toContain('Får läsa om sin egen sak, och inget annat.');
      expect(text).toContain('Siv Samordnare');
      expect(text).toContain('Ring Siv och säg hur du vill ha det.');
    });
  });

  it('is sound HTML on every page, for everybody', async () => {
    const validator = new HtmlValidate(new FileSystemConfigLoader());
    const faults: string[] = [];
    for (const who of everybody)
      for (const path of papers) {
        const { status, text } = await at(who, path);
        if (status !== 200) continue;
        const { results } = await validator.validateString(text);
        faults.push(...results.flatMap(({ messages }) => messages.map(({ message }) => `${who} ${path}: ${message}`)));
      }

    expect(faults).toEqual([]);
  });

  it('has an easy-read twin for the service user, with no line of more than 55 characters but people’s own', async () => {
    const { text } = await at('olle', '?lattlast');
    const easy = text.slice(text.indexOf('class="easy-read"'), text.indexOf('</main'));
    const lines = [...easy.matchAll(/<(?:p|li|h1|h2)[^>]*>(.*?)<\/(?:p|li|h1|h2)>/gs)].map(([, line]) =>
      line!.replace(/<[^>]*>/g, '').trim(),
    );

    expect(lines).toContain('Gå på bio en kväll');
    expect(lines.filter((line) => line.length > 55)).toEqual([]);
  });

  it('is gone at once when the yes to take part is taken back', async () => {
    await house.group.withdraw(house.cast.eva, 'take-part');
    const statuses = [];
    for (const path of ['', '/notes/1']) statuses.push((await at('eva', path)).status);

    expect(statuses).toEqual([404, 404]);
    expect((await press('eva', '/proposals', { proposal: 'Kvar' })).status).toBe(404);
  });
});
