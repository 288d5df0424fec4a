import { Goals } from '../../src/progress/goals.service';
import { Stars } from '../../src/progress/stars.service';
import { Tasks } from '../../src/progress/tasks.service';
import { type OllesGroup, ProgressHouse } from '../support/progress-house';
import type { Answered, Visitor } from '../support/visitor';

describe('goals, tasks, the star and the crisis plan, page by page', () => {
  let served: Awaited<ReturnType<typeof ProgressHouse.served>>;
  let house: ProgressHouse;
  let group: OllesGroup;
  let siv: Visitor;
  let home: string;

  beforeAll(async () => {
    served = await ProgressHouse.served();
    ({ house } = served);
    group = await house.ollesGroup();
    siv = await house.signedIn(group);
    home = `/groups/${group.id}`;
  });
  afterAll(() => served.stop());

  type Fields = Record<string, string | string[]>;

  /** Opens a form and sends it, as a browser does. */
  const fill = async (form: string, fields: Fields, to = form.split('?')[0]!): Promise<Answered> => {
    await siv.get(form);
    return siv.post(to, fields);
  };
  const page = async (path: string): Promise<string> => (await siv.get(`${home}/${path}`)).text;
  const within = <Result>(work: () => Promise<Result>): Promise<Result> => house.within(work);
  const aTask = (given: Fields = {}): Fields => ({
    ...{ taskWhat: 'Gå på bio', taskWho: group.olle, taskWith: [group.eva], taskBy: '2027-02-10', taskGoal: '' },
    ...{ taskAudience: 'circle', taskNamed: [] },
    ...given,
  });

  it('shows that a coordinator of another organisation finds nothing here', async () => {
    const per = await house.signedIn(await house.ollesGroup('Per Hed'));

    for (const path of ['goals', 'tasks', 'star', 'star/measure', 'star/values', 'crisis-plan', 'crisis-plan/print'])
      expect((await per.get(`${home}/${path}`)).status).toBe(404);
    for (const path of ['goals/new', 'tasks/new', 'star/measure', 'crisis-plan/edit'])
      expect((await per.post(`${home}/${path}`, {})).status).toBe(404);
  });

  describe('goals', () => {
    it('ask a short one for its day, and keep what was typed', async () => {
      const fields = { span: 'short', goalWords: 'Gå ut varje dag', goalBy: '' };
      const answer = await fill(`${home}/goals/new?span=short`, fields);

      expect(answer.status).toBe(422);
      expect(answer.text).toContain('Ett kortsiktigt mål har en dag.');
      expect(answer.text).toContain('>Gå ut varje dag</textarea>');
    });

    it('are shown with their history, and room for two of each', async () => {
      for (const goalWords of ['Bo i egen lägenhet', 'Ha ett jobb'])
        await fill(`${home}/goals/new?span=long`, { span: 'long', goalWords });

      const shown = await page('goals');
      const third = await fill(`${home}/goals/new?span=long`, { span: 'long', goalWords: 'Ett till' });

      expect(shown).toContain('Bo i egen lägenhet');
      expect(shown).not.toContain('span=long');
      expect(shown).toContain('1 mars 2027: Siv Ek skrev det.');
      expect(third.text).toContain('Det finns redan 2 långsiktiga mål.');
    });

    it('tell whoever saves second what the first one wrote, and keep both texts', async () => {
      const [goal] = await within(() => house.get(Goals).ofGroup(group.viewer, group.id));
      const edit = `${home}/goals/${goal!.id}`;
      await fill(edit, { goalWords: 'Bo i ett eget hus', writtenFrom: '1' });

      const second = await fill(edit, { goalWords: 'Bo nära skogen', writtenFrom: '1' });
      expect(second.status).toBe(422);
      expect(second.text).toContain('Nu står det: ”Bo i ett eget hus”.');
      expect(second.text).toContain('>Bo nära skogen</textarea>');
      expect(second.text).toContain('name="writtenFrom" value="2"');

      await fill(edit, { goalWords: 'Bo nära skogen', writtenFrom: '2' });
      expect(await page('goals')).toContain('Förut stod det: ”Bo i ett eget hus”.');
    });

    it('are reached and taken up again', async () => {
      const [goal] = await within(() => house.get(Goals).ofGroup(group.viewer, group.id));
      await fill(`${home}/goals`, {}, `${home}/goals/${goal!.id}/reached`);

      expect(await page('goals')).toMatch(/Mål från förut[\s\S]*Bo nära skogen[\s\S]*Nått/);

      await fill(`${home}/goals`, {}, `${home}/goals/${goal!.id}/take-up`);
      expect(await page('goals')).not.toContain('Mål från förut');
    });

    it('answer a goal of a megabyte, and one of six hundred letters, in words', async () => {
      const huge = await fill(`${home}/goals/new?span=long`, { span: 'long', goalWords: 'x'.repeat(1_000_000) });
      const long = await fill(`${home}/goals/new?span=short`, {
        span: 'short',
        goalWords: 'x'.repeat(600),
        goalBy: '2027-06-01',
      });

      expect([huge.status, long.status]).toEqual([413, 422]);
      expect(huge.text).toContain('Korta texten och försök igen.');
      expect(long.text).toContain('Målet: skriv högst 500 tecken.');
    });
  });

  describe('tasks', () => {
    it('without a person or a day are refused in words', async () => {
      const answer = await fill(`${home}/tasks/new`, aTask({ taskWho: '', taskBy: '' }));

      expect(answer.status).toBe(422);
      expect(answer.text).toContain('Välj vem som gör uppgiften.');
      expect(answer.text).toContain('Välj en dag då uppgiften ska vara klar.');
      expect(answer.text).toContain('href="#taskWho"');
      expect(answer.text).toContain('value="Gå på bio"');
    });

    it('serve a goal, say who with whom, and are late in word and shape', async () => {
      const [goal] = await within(() => house.get(Goals).ofGroup(group.viewer, group.id));
      await fill(`${home}/tasks/new`, aTask({ taskGoal: goal!.id }));

      const shown = await page('tasks');

      expect(shown).toContain('Olle gör det tillsammans med Eva.');
      expect(shown).toContain('Hjälper målet: Bo nära skogen');
      expect(shown).toMatch(/tag--warning[\s\S]{0,400}Dagen har varit/);
      expect(await page('goals')).toContain('Gå på bio (Olle)');
    });

    it('are done, put aside and taken up again', async () => {
      const [task] = await within(() => house.get(Tasks).ofGroup(group.viewer, group.id));
      const at = `${home}/tasks/${task!.id}`;
      await fill(`${home}/tasks`, {}, `${at}/done`);
      expect(await page('tasks')).toContain('Inget är kvar att göra.');

      await fill(`${home}/tasks`, {}, `${at}/open`);
      await fill(`${home}/tasks`, {}, `${at}/put-aside`);
      expect(await page('tasks')).toContain('1 mars 2027: Siv Ek lade det åt sidan.');
      await fill(`${home}/tasks`, {}, `${at}/open`);
    });

    it('of somebody who has left say that they need somebody', async () => {
      const per = await house.friend(group.viewer, group.id, 'Per');
      await fill(`${home}/tasks/new`, aTask({ taskWhat: 'Laga cykeln', taskWho: per, taskBy: '2027-06-01' }));
      await house.leave(group, per);

      const shown = await page('tasks');

      expect(shown).toContain('Per skulle göra det, men är inte med längre.');
      expect(shown).toContain('Saknar någon');
    });
  });

  describe('the star', () => {
    const olles = (given: Fields = {}): Fields => ({
      ...{ rater: 'service-user', raterPerson: group.olle, measuredOn: '2027-02-12' },
      ...{ 'value-satisfied': '7', 'value-quality-of-life': '6', 'value-troubles': '' },
      ...given,
    });

    it('asks who answers, and shows each all of theirs and nothing filled in', async () => {
      const asked = await page('star/measure');
      const form = await page('star/measure?rater=service-user');

      expect(asked).toContain('Personalen svarar');
      expect(form.match(/<legend/g)).toHaveLength(3);
      expect(form).not.toMatch(/type="radio"[^>]*checked/);
    });

    it('answers a value outside its scale in words, at its field', async () => {
      const answer = await fill(`${home}/star/measure?rater=service-user`, olles({ 'value-satisfied': '11' }));

      expect(answer.status).toBe(422);
      expect(answer.text).toContain('Välj ett helt tal från 1 till 10.');
      expect(answer.text).toContain('href="#value-satisfied"');
    });

    it('takes no form without an answer, none for an axis it does not have, and none from a day to come', async () => {
      const empty = await fill(
        `${home}/star/measure?rater=service-user`,
        olles({ 'value-satisfied': '', 'value-quality-of-life': '' }),
      );
      const unknown = await fill(`${home}/star/measure?rater=service-user`, olles({ 'value-body': '3' }));
      const ahead = await fill(`${home}/star/measure?rater=service-user`, olles({ measuredOn: '2027-03-02' }));

      expect([empty.status, unknown.status, ahead.status]).toEqual([422, 400, 422]);
      expect(empty.text).toContain('Svara på minst en fråga.');
      expect(ahead.text).toContain('Dagen har inte varit än.');
    });

    it('shows what was measured, and what was not as not measured', async () => {
      await fill(`${home}/star/measure?rater=service-user`, olles());

      const shown = await page('star');

      expect(shown).toContain('Livskvalitet: 6 av 10, mätt 12 februari 2027 av Olle.');
      expect(shown).toContain('Upplevda besvär: inte mätt den här gången.');
      expect(shown).toContain('Upplevda besvär är omvänd: lägre är bättre.');
    });

    it('lets the staff type a number on a scale of a hundred, with who it was', async () => {
      const fields = { rater: 'staff', raterPerson: group.asa, measuredOn: '2027-02-14', 'value-everyday': '55' };
      await fill(`${home}/star/measure?rater=staff`, fields);

      expect(await page('star')).toContain('Fungera i vardagen: 55 av 100, mätt 14 februari 2027 av Åsa.');
    });

    it('keeps a value that was taken back, struck', async () => {
      const { measures } = await within(() => house.get(Stars).ofGroup(group.viewer, group.id));
      const wrong = measures.find(({ axis }) => axis === 'satisfied')!;
      await fill(`${home}/star/values`, {}, `${home}/star/values/${wrong.id}/take-back`);

      const values = await page('star/values');

      expect(values).toContain('<s>Nöjd med stödet: 7 av 10</s>');
      expect(values).toContain('Struket 1 mars 2027 av Siv Ek.');
      expect(await page('star')).toContain('Nöjd med stödet: inte mätt den här gången.');
    });

    it('measures more when the group wants it', async () => {
      const fields = { optionalAxes: ['social'], ownAxis: 'Sova gott', ownBetter: 'higher' };
      await fill(`${home}/star/axes`, fields);

      const form = await page('star/measure?rater=service-user');

      expect(form).toContain('Social situation');
      expect(form).toContain('Sova gott');
      expect((await fill(`${home}/star/axes`, { ...fields, optionalAxes: ['no-such'] })).status).toBe(404);
    });
  });

  describe('the crisis plan', () => {
    const aPlan = (given: Fields = {}): Fields => ({
      ...{ crisisSigns: 'Jag sover dåligt\r\nJag äter inte', crisisMyself: 'Jag går ut', crisisOthers: 'Ring mig' },
      ...{ callName1: 'Eva', callPhone1: '070-174 06 05', callName2: 'Larm', callPhone2: '112' },
      ...{ reviewBy: '2028-02-01', writtenFrom: '0' },
      ...given,
    });

    it('without an own sign, with half of somebody to call, or with a review too far away is refused in words', async () => {
      const noSign = await fill(`${home}/crisis-plan/edit`, aPlan({ crisisSigns: ' ' }));
      const half = await fill(`${home}/crisis-plan/edit`, aPlan({ callPhone2: '' }));
      const late = await fill(`${home}/crisis-plan/edit`, aPlan({ reviewBy: '2029-01-01' }));

      expect([noSign.status, half.status, late.status]).toEqual([422, 422, 422]);
      expect(noSign.text).toContain('Skriv minst ett eget tecken.');
      expect(half.text).toContain('Telefon: fyll i det här.');
      expect(half.text).toContain('href="#callPhone2"');
      expect(late.text).toContain('Välj en dag inom ett år.');
    });

    it('is shown, printed on a sheet of its own, and offered', async () => {
      await fill(`${home}/crisis-plan/edit`, aPlan());
      expect(await page('crisis-plan')).toContain('Har inte erbjudits på papper');

      await fill(`${home}/crisis-plan`, { offeredOn: '2027-02-28' }, `${home}/crisis-plan/offered`);

      expect(await page('crisis-plan')).toContain('Erbjöds på papper 28 februari 2027');
      const sheet = await page('crisis-plan/print');
      expect(sheet).toContain('Olle: min krisplan');
      expect(sheet).toContain('<li>Jag äter inte</li>');
      expect(sheet).toContain('href="tel:0701740605"');
    });

    it('keeps the version before, and tells of one written meanwhile', async () => {
      await fill(`${home}/crisis-plan/edit`, aPlan({ crisisMyself: 'Jag ringer Eva', writtenFrom: '1' }));
      const late = await fill(`${home}/crisis-plan/edit`, aPlan({ writtenFrom: '1' }));

      expect(late.text).toContain('Någon annan har ändrat planen.');
      expect(await page('crisis-plan/versions/1')).toContain('Jag går ut');
      expect(await page('crisis-plan')).toContain('Plan 1, 1 mars 2027, skriven av Siv Ek');
    });
  });
});
