import { AgendaEdits } from '../../src/agendas/agenda-edits.service';
import { Meetings } from '../../src/meetings/meetings.service';
import { Goals } from '../../src/progress/goals.service';
import { NotesRepository } from '../../src/notes/notes.repository';
import { ServiceUserReads } from '../../src/notes/service-user-reads.service';
import { anItemContent } from '../support/meetings-builders';
import { aDay } from '../support/groups-builders';
import { HeldMeeting, NotesRooms } from '../support/notes-house';
import type { Answered, Visitor } from '../support/visitor';

describe('a meeting, page by page', () => {
  let served: Awaited<ReturnType<typeof NotesRooms.served>>;
  let held: HeldMeeting;
  let siv: Visitor;

  beforeAll(async () => {
    served = await NotesRooms.served();
    held = await HeldMeeting.in(served.rooms);
    siv = await served.rooms.signedIn(held.viewer);
  });
  afterAll(() => served.stop());

  const presences = (olle: string) =>
    Object.fromEntries(Object.entries(held.cast).map(([name, id]) => [`here-${id}`, name === 'olle' ? olle : 'there']));
  const onceIn = ({ text }: Answered): string => /name="once" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const press = async (item: string, fields: Record<string, string | string[]>): Promise<Answered> => {
    const page = await siv.get(`${held.path}/hold/${item}`);
    return siv.post(`${held.path}/hold/${item}`, { once: onceIn(page), go: 'stay', ...fields });
  };
  const kept = () =>
    served.rooms.within(
      async () => (await served.rooms.get(NotesRepository).of(held.viewer.organisationId, [held.meetingId]))[0]!,
    );

  describe('to begin it', () => {
    it.each(['notes', 'notes/copies', 'notes/lines/new'])('is where %s leads before', async (page) => {
      expect((await siv.get(`${held.path}/${page}`)).location).toBe(`${held.path}/hold`);
    });

    it('asks who leads and who is here, the guest too', async () => {
      const { text } = await siv.get(`${held.path}/hold`);

      expect(text).toContain('Olle och Siv tillsammans');
      for (const name of ['Olle, brukare', 'Eva, medlem i nätverket', 'Hans, adjungerad']) expect(text).toContain(name);
    });

    it('says that it is no meeting without the service user', async () => {
      await siv.get(`${held.path}/hold`);
      const answer = await siv.post(`${held.path}/hold`, { chair: 'together', chairId: '', ...presences('away') });

      expect(answer.status).toBe(422);
      expect(answer.text).toContain('Ett möte hålls inte utan brukaren.');
    });

    it('asks for everybody’s presence and for who leads when it is somebody else', async () => {
      const lacking = await siv.post(`${held.path}/hold`, { chair: 'together', chairId: '' });
      const nobody = await siv.post(`${held.path}/hold`, { chair: 'somebody', chairId: '', ...presences('there') });

      expect(lacking.text).toContain('Är personen här?: välj ett av alternativen.');
      expect(nobody.text).toContain('Vem annars?: välj ett av alternativen.');
    });

    it('leads to the first item, and again to the same when the button is pressed twice', async () => {
      const form = { chair: 'together', chairId: '', ...presences('there') };
      const begun = await siv.post(`${held.path}/hold`, form);
      const again = await siv.post(`${held.path}/hold`, form);

      expect([begun.location, again.location]).toEqual(Array(2).fill(`${held.path}/hold/${held.items.first}`));
    });
  });

  describe('on the large page', () => {
    it('stands what is taken up, who leads, how long is left and how to write a decision', async () => {
      const { text } = await siv.get(`${held.path}/hold/${held.items.first}`);

      expect(text).toMatch(/Punkt 1 av \d+/);
      expect(text).toMatch(/\d+ minuter kvar/);
      expect(text).toContain('slutar 10.00');
      expect(text).toContain('Skriv som Olle själv säger det: Jag …');
    });

    it('nothing stands of an item that not everybody may see, save its neutral title', async () => {
      await press(held.items.secret, { outcome: 'Olle sover bättre.' });
      const { text } = await siv.get(`${held.path}/hold/${held.items.secret}`);

      expect(text).toContain('Nytt sedan sist');
      expect(text).not.toMatch(/Hemligheten|sover|Det nya är sagt/);
      expect(text).toContain('1 rad är skriven.');
    });

    it('what is typed is saved whatever is pressed, and once', async () => {
      const page = await siv.get(`${held.path}/hold/${held.items.hans}`);
      const form = {
        once: onceIn(page),
        outcome: 'Biblioteket kan ta emot.',
        decision: 'Jag börjar i maj.',
        go: 'next',
      };

      const first = await siv.post(`${held.path}/hold/${held.items.hans}`, form);
      const second = await siv.post(`${held.path}/hold/${held.items.hans}`, form);

      const { lines } = await kept();
      expect([first.status, second.location]).toEqual([303, first.location]);
      expect(lines.filter(({ itemId }) => itemId === held.items.hans)).toHaveLength(2);
    });

    it('what was typed after a save that came is shown beside it, in a form of its own, and nothing is lost', async () => {
      const path = `${held.path}/hold/${held.items.tasks}`;
      const once = onceIn(await siv.get(path));
      const form = { once, outcome: 'Eva ringde.', go: 'stay' };
      await siv.post(path, form);

      const more = await siv.post(path, { ...form, outcome: 'Eva ringde. Hon kommer.' });
      const fresh = { ...form, once: onceIn(more), outcome: 'Hon kommer.' };
      const rest = await siv.post(path, fresh);

      expect(more.status).toBe(422);
      expect(more.text).toContain('Det du sparade först har kommit fram.');
      expect(more.text).toContain('<span class="as-typed">Eva ringde.</span>');
      expect(more.text).toContain('>Eva ringde. Hon kommer.</textarea>');
      expect(onceIn(more)).not.toBe(once);
      expect(rest.status).toBe(303);
      const written = (await kept()).lines.filter(({ itemId }) => itemId === held.items.tasks);
      expect(written.map(({ text }) => text)).toEqual(['Eva ringde.', 'Hon kommer.']);
    });

    it('goals and what comes next are not shown while a guest is in the room', async () => {
      const { viewer, group } = held;
      const words = { words: 'Ett eget hem', by: null };
      await served.rooms.within(() => served.rooms.get(Goals).add(viewer, group.id, 'long', words));
      const { items } = await kept();
      const before = items[items.findIndex(({ itemId }) => itemId === held.items.hans) - 1]!;

      const guests = (await siv.get(`${held.path}/hold/${held.items.hans}`)).text;
      const own = (await siv.get(`${held.path}/hold/${before.itemId}`)).text;

      expect(own).toContain('Ett eget hem');
      expect(own).toContain('>: Praktik på biblioteket<');
      expect(guests).not.toMatch(/Ett eget hem|taskGoal/);
    });

    it('that a guest is invited next time already is told where the page has a place for it', async () => {
      const { viewer, nextId, cast } = held;
      const invited = anItemContent({ title: 'Mer om praktik', neutralTitle: 'Besök', guest: cast.hans });
      await served.rooms.within(() => served.rooms.get(AgendaEdits).add(viewer, nextId, invited));

      const { status, text } = await press(held.items.hans, { go: 'put-off' });

      expect(status).toBe(422);
      expect(text).toContain('href="#form"');
      expect(text).toContain('id="form"');
    });

    it('a task is taken on with who and by when, and refused in words without', async () => {
      const nobody = await press(held.items.first, { taskWhat: 'Gå på bio', taskBy: '2027-04-01', outcome: 'Kvar.' });
      const noDay = await press(held.items.first, { taskWhat: 'Gå på bio', taskWho: held.cast.eva });
      const made = await press(held.items.first, {
        ...{ taskWhat: 'Gå på bio', taskWho: held.cast.eva, taskWith: [held.cast.olle], taskBy: '2027-04-01' },
      });

      expect(nobody.status).toBe(422);
      expect(nobody.text).toContain('Välj vem som gör uppgiften.');
      expect(nobody.text).toContain('Kvar.');
      expect(noDay.text).toContain('href="#taskBy"');
      expect(made.status).toBe(303);
      expect((await siv.get(`${held.path}/notes`)).text).toContain(
        'Gå på bio. Eva gör det tillsammans med Olle, senast torsdag 1 april 2027.',
      );
    });

    it.each([
      ['a text of many pages', 'a'.repeat(100_000), 422, 'skriv högst 3000 tecken'],
      ['a megabyte', 'a'.repeat(1_000_000), 413, 'för mycket'],
    ])('%s is answered in words', async (_, outcome, status, words) => {
      const answer = await press(held.items.first, { outcome });

      expect(answer.status).toBe(status);
      expect(answer.text.toLowerCase()).toContain(words);
    });

    it('an item can be taken up next time', async () => {
      const answer = await press(held.items.secret, { go: 'put-off' });

      expect(answer.status).toBe(303);
      expect((await siv.get(`/meetings/${held.nextId}/agenda`)).text).toContain('Hemligheten om sömnen');
    });

    it('the end leads to reading together, and the meeting has been held', async () => {
      const answer = await press(held.items.first, { go: 'end', outcome: 'Sist.' });

      const meeting = await served.rooms.within(() => served.rooms.get(Meetings).get(held.viewer, held.meetingId));
      expect(answer.location).toBe(`${held.path}/notes/read`);
      expect(meeting.state).toBe('held');
    });
  });

  describe('its notes', () => {
    const lineOf = async (text: string) => (await kept()).lines.find((line) => line.text === text)!;
    const anew = (version: string, lineText: string, more: Record<string, string | string[]> = {}) => ({
      ...{ version, lineText, lineAudience: 'circle', ...more },
    });

    it('have each line with who may read it, and another can be added', async () => {
      const page = await siv.get(`${held.path}/notes/lines/new`);
      const form = {
        once: onceIn(page),
        lineItem: held.items.first,
        lineKind: 'decision',
        lineText: 'Jag ringer själv.',
      };
      await siv.post(`${held.path}/notes/lines/new`, form);
      await siv.post(`${held.path}/notes/lines/new`, form);

      const { text } = await siv.get(`${held.path}/notes`);
      expect(text.match(/Jag ringer själv\./g)).toHaveLength(3 - 1);
      expect(text).toContain('Alla i gruppen, och Hans');
      expect(text).toContain('Bara kärntrion');
    });

    it('refuse an empty line, and one with a personal number', async () => {
      const page = await siv.get(`${held.path}/notes/lines/new`);
      const form = { once: onceIn(page), lineItem: held.items.first, lineKind: 'decision' };

      expect((await siv.post(`${held.path}/notes/lines/new`, { ...form, lineText: ' ' })).status).toBe(422);
      expect((await siv.post(`${held.path}/notes/lines/new`, { ...form, lineText: '19900101-0017' })).status).toBe(422);
    });

    it('show what stands beside what was typed when two change one line, and then keep what is saved again', async () => {
      const { id } = await lineOf('Sist.');
      const path = `${held.path}/notes/lines/${id}`;
      const karin = await served.rooms.signedIn(held.viewer);
      await siv.get(path);
      await karin.get(path);

      await karin.post(path, anew('1', 'Karins ord.'));
      const stale = await siv.post(path, anew('1', 'Sivs ord.'));
      const again = await siv.post(path, anew('2', 'Sivs ord.', { lineAudience: 'named', lineNamed: [held.cast.eva] }));

      expect(stale.status).toBe(422);
      for (const words of ['Karins ord.', 'Sivs ord.', 'name="version" value="2"']) expect(stale.text).toContain(words);
      expect(again.status).toBe(303);
      expect((await siv.get(`${held.path}/notes`)).text).toContain('Bara de som leder och Eva');
    });

    it('lose no line that somebody else has changed meanwhile', async () => {
      const { id } = await lineOf('Sivs ord.');
      await siv.get(`${held.path}/notes/lines/${id}`);

      expect((await siv.post(`${held.path}/notes/lines/${id}/remove`, { version: '1' })).status).toBe(422);
      expect((await lineOf('Sivs ord.')).id).toBe(id);
    });

    it('are nobody’s before the service user has read', async () => {
      expect((await siv.get(`${held.path}/notes/for/${held.cast.eva}`)).status).toBe(404);
      expect((await siv.get(`${held.path}/notes/for/${held.cast.eva}/notes.txt`)).status).toBe(404);
      expect((await siv.get(`${held.path}/notes/copies`)).text).toContain('Ingen får några kopior än.');
    });

    it('go to everybody when the service user has read them here, without what was struck', async () => {
      const page = await siv.get(`${held.path}/notes/read`);
      const seen = /name="seen" value="([^"]+)"/.exec(page.text)![1]!;
      const struck = (await lineOf('Jag ringer själv.')).id;
      const form = { seen, readHow: 'at-meeting', struck };

      const early = await siv.post(`${held.path}/notes/read`, { ...form, readOn: '2027-02-28' });
      const ahead = await siv.post(`${held.path}/notes/read`, { ...form, readOn: '2027-03-02' });
      const released = await siv.post(`${held.path}/notes/read`, { ...form, readOn: '2027-03-01' });
      const copies = await siv.get(`${held.path}/notes/copies`);

      expect(early.text).toContain('Dagen är före mötet.');
      expect(ahead.text).toContain('Dagen har inte varit än.');
      expect(released.location).toBe(`${held.path}/notes/copies`);
      expect(copies.text).toMatch(/Eva[\s\S]+6 av 7 rader/);
      for (const path of ['copies', 'read', '', `for/${held.cast.olle}`, `for/${held.cast.eva}/notes.txt`])
        expect((await siv.get(`${held.path}/notes/${path}`)).text).not.toContain('Jag ringer själv');
    });

    it.each(['eva', 'asa', 'hans', 'olle'] as const)('%s’s copy is the same as page and as text', async (name) => {
      const page = await siv.get(`${held.path}/notes/for/${held.cast[name]}`);
      const { text, headers } = await siv.get(`${held.path}/notes/for/${held.cast[name]}/notes.txt`);
      const secrets = { eva: false, asa: true, hans: false, olle: true }[name];

      expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
      for (const copy of [page.text, text]) {
        expect(copy.includes('Olle sover bättre.')).toBe(secrets);
        expect(copy.includes('Hemligheten om sömnen')).toBe(secrets);
        expect(copy).toContain('Biblioteket kan ta emot.');
      }
    });

    it('an invited expert finds nothing in theirs of other items, of other people or of the next meeting', async () => {
      const { text } = await siv.get(`${held.path}/notes/for/${held.cast.hans}/notes.txt`);

      expect(text).toContain('Minnesanteckningar från din punkt');
      expect(text).not.toMatch(/Sivs ord|bio|Eva|Nästa möte|14 april/);
    });

    it('change no more', async () => {
      const { id } = await lineOf('Sivs ord.');
      const answer = await siv.post(`${held.path}/notes/lines/${id}`, anew('3', 'För sent.'));

      expect(answer.status).toBe(422);
      expect(answer.text).toContain('Då ändras anteckningarna inte mer.');
    });

    it('have left their order in the access log', async () => {
      const order = ['shown-to-service-user', 'struck', 'let-go', 'released', 'printed'].map((deed) => `notes.${deed}`);
      const deeds = await held.deeds();

      expect([...new Set(deeds.filter((deed) => order.includes(deed)))]).toEqual(order);
    });
  });

  it('is only a reconciliation without the service user, and says so to whoever reads of it', async () => {
    const other = await HeldMeeting.in(served.rooms, 'Kim Lind');
    const kim = await served.rooms.signedIn(other.viewer);
    await kim.get(`${other.path}/hold`);
    const form: Record<string, string> = { chair: 'coordinator', chairId: '', reconciliation: 'yes' };
    for (const id of Object.values(other.cast)) form[`here-${id}`] = id === other.cast.olle ? 'away' : 'there';
    await kim.post(`${other.path}/hold`, form);
    const page = await kim.get(`${other.path}/hold/${other.items.first}`);
    await kim.post(`${other.path}/hold/${other.items.first}`, { once: onceIn(page), go: 'end', outcome: 'Vi väntar.' });

    const { text } = await kim.get(`${other.path}/notes`);
    const meeting = await served.rooms.within(() => served.rooms.get(Meetings).get(other.viewer, other.meetingId));
    expect(text).toContain('Avstämning mellan yrkespersoner. Olle var inte med');
    expect(meeting.state).toBe('called');
  });

  it('shows what the service user says of a line to the two who chair, and not the line that was struck', async () => {
    const other = await HeldMeeting.in(served.rooms, 'Liv Ny');
    const liv = await served.rooms.signedIn(other.viewer);
    await other.begin();
    const { lines } = await other.write(other.items.first, { outcome: 'Så här var det.', decision: 'Jag vilar.' });
    await other.end();
    await liv.get(`${other.path}/notes`);
    await liv.post(`${other.path}/notes/show`);
    const { organisationId } = other.viewer;
    const place = { organisationId, meetingId: other.meetingId, personId: other.cast.olle };
    const reads = served.rooms.get(ServiceUserReads);
    await served.rooms.within(() => reads.comment(place, lines[0]!.id, 'Det var på torsdagen.'));
    await served.rooms.within(() => reads.strike(place, lines[1]!.id));

    const { text } = await liv.get(`${other.path}/notes`);
    expect(text).toContain('Kommentar från Olle till er som leder: Det var på torsdagen.');
    expect(text).toContain('1 rad är struken av Olle.');
    expect(text).not.toContain('Jag vilar.');
    expect((await liv.get(`${other.path}/notes/lines/${lines[1]!.id}`)).status).toBe(404);
    expect((await liv.get(`${other.path}/notes/for/${other.cast.olle}`)).text).not.toContain('Jag vilar.');
  });

  it('has on the screen of the next meeting what the service user let the others have, and no more', async () => {
    const other = await HeldMeeting.in(served.rooms, 'Ida Ro');
    const ida = await served.rooms.signedIn(other.viewer);
    const add = (what: string) =>
      other.write(other.items.tasks, {
        task: { what, who: other.cast.eva, withWhom: [], by: aDay('2027-04-02'), goalId: null },
      });
    await other.begin();
    await add('Gå på bio');
    await add('Ringa banken');
    await other.end();
    await ida.get(`${other.path}/notes`);
    await ida.post(`${other.path}/notes/show`);
    const next = (await other.begin({ meetingId: other.nextId })).items.find(
      ({ standing }) => standing === 'tasksSince',
    )!;
    const screen = async () => (await ida.get(`/meetings/${other.nextId}/hold/${next.itemId}`)).text;

    const before = await screen();
    const place = {
      organisationId: other.viewer.organisationId,
      meetingId: other.meetingId,
      personId: other.cast.olle,
    };
    await served.rooms.within(async () => {
      const reads = served.rooms.get(ServiceUserReads);
      const { copy, seen } = (await reads.open(place))!;
      const bank = copy.items.flatMap(({ lines }) => lines).find(({ text }) => text.startsWith('Ringa'))!;
      await reads.strike(place, bank.id);
      await reads.letGo(place, seen);
    });
    const after = await screen();

    expect(before).not.toMatch(/Gå på bio|Ringa banken/);
    expect(before).toContain('Ytterligare 2 uppgifter visas inte på skärmen.');
    expect(after).toContain('Gå på bio');
    expect(after).not.toContain('Ringa banken');
  });

  it('is as if it did not exist for another coordinator', async () => {
    const other = await served.rooms.signedIn(await served.rooms.coordinator('Bo Alm'));
    const { id } = (await kept()).lines[0]!;
    const pages = ['hold', `hold/${held.items.first}`, 'notes', 'notes/read', 'notes/copies', 'notes/lines/new'];

    for (const page of [
      ...pages,
      `notes/lines/${id}`,
      `notes/for/${held.cast.eva}`,
      `notes/for/${held.cast.eva}/notes.txt`,
    ])
      expect((await other.get(`${held.path}/${page}`)).status).toBe(404);
    for (const page of [
      'hold',
      `hold/${held.items.first}`,
      'notes/end',
      'notes/show',
      'notes/read',
      `notes/lines/${id}`,
    ])
      expect((await other.post(`${held.path}/${page}`, {})).status).toBe(404);
  });
});
