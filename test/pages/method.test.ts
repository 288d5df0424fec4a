import { MethodHouse } from '../support/method-house';
import type { Answered, Visitor } from '../support/visitor';

describe('the method check, page by page', () => {
  let house: MethodHouse;
  let siv: Visitor;
  let home: string;

  beforeAll(async () => {
    house = await MethodHouse.open();
    siv = await house.signedIn();
    home = `/groups/${house.groupId}/method`;
  });
  afterAll(() => house.stop());

  /** Opens a form and sends it, as a browser does. */
  const fill = async (line: string, fields: Record<string, string>): Promise<Answered> => {
    await siv.get(`${home}/${line}`);
    return siv.post(`${home}/${line}`, fields);
  };
  const shown = async (): Promise<string> => (await siv.get(home)).text;

  /** What one line says, from its heading to the next. */
  const line = async (key: string): Promise<string> => {
    const [, from = ''] = (await shown()).split(`id="${key}"`);
    return from.split('<article')[0] ?? '';
  };

  it('does not exist for a coordinator who is not in the group', async () => {
    const per = await house.another('Per Hed');
    const answers = [
      await per.get(home),
      await per.get(`${home}/bothKinds/otherwise`),
      await per.post(`${home}/bothKinds/otherwise`, { statedWords: 'Nej.', statedOn: '2026-11-01' }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  it('is found from the group’s page', async () => {
    expect((await siv.get(`/groups/${house.groupId}`)).text).toContain(`href="${home}"`);
  });

  it('shows each line with its answer, its source and where it is done', async () => {
    const core = await line('coreTrio');

    expect(core).toContain('Ja');
    expect(core).toContain('Kärntrion: Olle, Siv, Åsa.');
    expect(core).toContain('Källa: beskrivningen av resursgruppen från 2008');
    expect(core).toContain(`href="/groups/${house.groupId}"`);
    expect(await line('goals')).toContain('Långsiktiga mål som saknas: 2.');
    expect(await line('doctor')).toContain('Inte aktuellt än');
  });

  it('takes the reason for the size, which is kept, for a choice', async () => {
    expect(await line('size')).toMatch(/Valt annorlunda[\s\S]*Skälet som är skrivet: Olle vill börja litet\./);
  });

  it('shows no score, no percentage, and no sum of lines', async () => {
    expect(await shown()).not.toMatch(/\d+ av \d+|\d ?%|poäng/);
  });

  it('writes down what was chosen otherwise, by whom and when, and lets it be taken back', async () => {
    const answer = await fill('bothKinds/otherwise', { statedWords: 'Olle vill vänta.', statedOn: '2026-11-02' });
    const chosen = await line('bothKinds');

    expect([answer.status, answer.location]).toEqual([303, `${home}#bothKinds`]);
    expect(chosen).toMatch(/Valt annorlunda[\s\S]*Olle vill vänta\./);
    expect(chosen).toContain('Valt 2 november 2026. Skrivet av Siv Ek.');
    expect(chosen).not.toContain('bothKinds/otherwise');

    const [, action = ''] = /action="([^"]*take-back)"/.exec(chosen) ?? [];
    expect((await siv.post(action)).status).toBe(303);
    expect(await line('bothKinds')).not.toContain('Olle vill vänta.');
  });

  it('writes down what only people know, and answers yes by it', async () => {
    await fill('relatives/noted', { statedWords: 'Eva frågade dem. Olle sa det.', statedOn: '2026-11-02' });

    expect(await line('relatives')).toMatch(/Ja[\s\S]*Ingen från familj[\s\S]*Antecknat som gjort[\s\S]*Olle sa det\./);
  });

  it('keeps what was typed, and says what is wrong with it', async () => {
    const empty = await fill('bothKinds/otherwise', { statedWords: ' ', statedOn: '' });
    const ahead = await fill('bothKinds/otherwise', { statedWords: 'Snart.', statedOn: '2099-01-01' });
    const long = await fill('bothKinds/otherwise', { statedWords: 'x'.repeat(501), statedOn: '2026-11-02' });
    const huge = await fill('bothKinds/otherwise', { statedWords: 'x'.repeat(1_000_000), statedOn: '2026-11-02' });

    expect([empty.status, ahead.status, long.status, huge.status]).toEqual([422, 422, 422, 413]);
    expect(empty.text).toContain('href="#statedWords"');
    expect(ahead.text).toContain('href="#statedOn"');
    expect(ahead.text).toContain('>Snart.</textarea>');
    expect(long.text).toContain('skriv högst 500 tecken');
  });

  it.each(['approved', 'held', 'neutral', 'consent'])('never lets “%s” be chosen otherwise', async (key) => {
    const ask = await siv.get(`${home}/${key}/otherwise`);
    const write = await siv.post(`${home}/${key}/otherwise`, { statedWords: 'Nej.', statedOn: '2026-11-02' });
    const required = await line(key);

    expect([ask.status, write.status]).toEqual([422, 422]);
    expect(write.text).toContain('Den här raden är ett krav.');
    expect(required).toContain('(krav)');
    expect(required).not.toContain('/otherwise');
    expect(await shown()).not.toContain('Nej.');
  });

  it('takes no note on what the house keeps, no line that there is none of, and no third kind', async () => {
    const note = await siv.get(`${home}/goals/noted`);
    const unknown = await siv.get(`${home}/points/otherwise`);
    const third = await siv.get(`${home}/goals/forgotten`);

    expect([note.status, unknown.status, third.status]).toEqual([422, 404, 404]);
  });

  it('is written down in the log: each reading, and each thing written and taken back', async () => {
    const actions = (await house.logged()).filter((action) => action.startsWith('method.'));

    expect(actions.filter((action) => action !== 'method.read')).toEqual([
      'method.otherwise',
      'method.taken-back',
      'method.noted',
    ]);
    expect(actions).toContain('method.read');
  });
});
