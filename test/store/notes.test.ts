import { setTimeout } from 'node:timers/promises';
import { allSchemas } from '../../src/app.schemas';
import { idOf, type PersonId } from '../../src/kernel/identifiers';
import { Meetings } from '../../src/meetings/meetings.service';
import { Agendas } from '../../src/agendas/agendas.service';
import { Consents } from '../../src/groups/consents.service';
import type { Part } from '../../src/groups/domain/part';
import { Leaving } from '../../src/groups/leaving.service';
import { Holding } from '../../src/notes/holding.service';
import { HeldBackTasks } from '../../src/notes/held-back-tasks.service';
import { MeetingTasks, markOf } from '../../src/notes/meeting-tasks.service';
import { NoteCopies } from '../../src/notes/note-copies.service';
import { NoteReleases } from '../../src/notes/note-releases.service';
import { NoteWriting } from '../../src/notes/note-writing.service';
import { NotesRepository } from '../../src/notes/notes.repository';
import { NotesReading } from '../../src/notes/notes-reading.service';
import { NotesToRead } from '../../src/notes/notes-to-read.service';
import { ServiceUserReads } from '../../src/notes/service-user-reads.service';
import { Tasks } from '../../src/progress/tasks.service';
import { onEachDatabase } from '../support/databases';
import { aDay, anId } from '../support/groups-builders';
import { HeldMeeting, NotesRooms } from '../support/notes-house';

/** Something to wait for, and what tells that it has come. */
function aSignal(): [Promise<void>, () => void] {
  let tell = (): void => undefined;
  const told = new Promise<void>((resolve) => (tell = resolve));
  return [told, tell];
}

const circle = { audience: 'circle', named: [] } as const;

onEachDatabase((_, open) => {
  let rooms: NotesRooms;
  let held: HeldMeeting;
  let stories = 0;

  beforeAll(async () => {
    const { database } = await open(allSchemas);
    rooms = await NotesRooms.on(database);
  });
  beforeEach(async () => {
    stories += 1;
    held = await HeldMeeting.in(rooms, `Siv Ek${String(stories)}`);
  });
  afterAll(() => rooms.app.close());

  const within = <Result>(work: () => Promise<Result>): Promise<Result> => rooms.within(work);
  const viewer = () => held.viewer;
  const kept = () =>
    within(async () => {
      const repository = rooms.get(NotesRepository);
      return (await repository.of(viewer().organisationId, [held.meetingId]))[0]!;
    });
  const begun = () => within(() => rooms.get(MeetingTasks).begun(viewer(), held.meetingId));
  const show = async () => {
    const shown = await begun();
    return within(() => rooms.get(NoteReleases).show(viewer(), shown));
  };
  const place = () => ({
    organisationId: viewer().organisationId,
    meetingId: held.meetingId,
    personId: held.cast.olle,
  });
  const own = () => within(() => rooms.get(ServiceUserReads).open(place()));
  const letGo = async () => {
    const { seen } = (await own())!;
    return within(() => rooms.get(ServiceUserReads).letGo(place(), seen));
  };
  const partOf = (personId: PersonId): Part =>
    personId === held.cast.hans ? 'adjunct' : personId === held.cast.asa ? 'doctor' : 'network';
  const textsFor = (personId: PersonId, part: Part = partOf(personId)) =>
    within(async () => {
      const read = await rooms.get(NotesToRead).of(viewer().organisationId, [held.meetingId], { personId, part });
      return read.flatMap(({ copy }) => copy.items.flatMap(({ lines }) => lines.map(({ text }) => text)));
    });

  describe('a meeting that begins', () => {
    it('has its agenda under way and the first item on the screen', async () => {
      const notes = await held.begin();

      const { agenda } = await within(() => rooms.get(Agendas).get(viewer(), held.meetingId));
      expect(agenda.state).toBe('in-progress');
      expect(notes.takenUp).toBe(notes.items[0]!.itemId);
      expect(await kept()).toEqual(notes);
    });

    it('is held when it has ended and the service user was there', async () => {
      await held.begin();
      await held.end();

      const meeting = await within(() => rooms.get(Meetings).get(viewer(), held.meetingId));
      expect(meeting.state).toBe('held');
    });

    it('is never held without the service user, only noted as a reconciliation', async () => {
      await held.begin({ olle: 'away' });
      const ended = await held.end();

      const meeting = await within(() => rooms.get(Meetings).get(viewer(), held.meetingId));
      expect([ended.isHeld, meeting.state]).toEqual([false, 'called']);
    });

    it('puts an item off to the next meeting, and keeps what was written about it', async () => {
      await held.begin();
      await held.write(held.items.secret, { outcome: 'Vi hann inte.' });

      const putOff = () => within(() => rooms.get(Holding).putOff(viewer(), held.meetingId, held.items.secret));
      await putOff();
      const notes = await putOff();

      const { agenda } = await within(() => rooms.get(Agendas).get(viewer(), held.nextId));
      expect(agenda.items.filter(({ title }) => title === 'Hemligheten om sömnen')).toHaveLength(1);
      expect(notes.item(held.items.secret).isPutOff).toBe(true);
      expect(notes.lines.map(({ text }) => text)).toEqual(['Vi hann inte.']);
    });
  });

  describe('what is written', () => {
    it('is sealed where it is kept', async () => {
      await held.begin();
      await held.write(held.items.first, { outcome: 'Olle sover bättre.', decision: 'Jag går på bio.' });

      const rows = await within(async () => {
        const manager = rooms.database.manager();
        return JSON.stringify([
          await manager.query('SELECT * FROM note_line'),
          await manager.query('SELECT * FROM meeting_notes'),
        ]);
      });
      expect((await kept()).lines.map(({ text }) => text)).toEqual(['Olle sover bättre.', 'Jag går på bio.']);
      expect(rows).not.toMatch(/sover|går på bio|Hemligheten/);
    });

    it('is written once however often its form comes, the task too', async () => {
      await held.begin();
      const task = { what: 'Gå på bio', who: held.cast.eva, withWhom: [], by: aDay('2027-04-01'), goalId: null };
      const form = anId<'form'>();
      const once = () => held.write(held.items.first, { form, outcome: 'En gång.', task });

      await once();
      await Promise.all([once(), once()]);

      const tasks = await within(() => rooms.get(Tasks).ofGroup(viewer(), held.group.id));
      expect((await kept()).lines).toHaveLength(1);
      expect(tasks).toHaveLength(1);
    });

    it('is never taken for what came with the same form before', async () => {
      await held.begin();
      const form = anId<'form'>();
      await held.write(held.items.first, { form, outcome: 'Eva ringde.' });

      await expect(held.write(held.items.first, { form, outcome: 'Eva ringde. Hon kommer.' })).rejects.toThrow(
        'formSaysMore',
      );
      expect((await kept()).lines.map(({ text }) => text)).toEqual(['Eva ringde.']);
    });

    it('leaves no digest to guess it from', async () => {
      await held.begin();
      const form = anId<'form'>();
      await held.write(held.items.first, { form, outcome: 'Nej.' });

      const query = `SELECT digest FROM note_form WHERE id = '${form}'`;
      const [row] = await within(() => rooms.database.manager().query<{ digest: string }[]>(query));
      expect(row?.digest).toMatch(/^s1:/);
    });

    it('by many at the same time is all there', async () => {
      await held.begin();
      const texts = Array.from({ length: 8 }, (_, place) => `Rad ${String(place)}.`);

      await Promise.all(texts.map((outcome) => held.write(held.items.first, { outcome })));

      const { lines } = await kept();
      expect(lines.map(({ text }) => text).toSorted()).toEqual(texts);
      expect(new Set(lines.map(({ position }) => position)).size).toBe(8);
    });

    it('by two about one line: the second is told what stands, and nothing is lost', async () => {
      await held.begin();
      const [line] = (await held.write(held.items.first, { outcome: 'Först.' })).lines;
      const change = (text: string) =>
        within(() =>
          rooms.get(NoteWriting).change(viewer(), held.meetingId, line!.id, {
            ...{ text, version: 1, readership: circle, guest: null },
          }),
        );

      const outcomes = await Promise.all([change('Sivs ord.'), change('Karins ord.')]);

      const { text, version } = (await kept()).line(line!.id);
      const stale = outcomes.find(({ kind }) => kind === 'stale');
      expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'stale']);
      expect(stale).toMatchObject({ stands: { text, version: 2 } });
      expect(version).toBe(2);
    });
  });

  describe('the way out', () => {
    const lines = async (): Promise<void> => {
      await held.begin();
      await held.write(held.items.first, { outcome: 'För alla.', decision: 'Det här stryker Olle.' });
      await held.write(held.items.secret, { outcome: 'Bara för kärntrion.' });
      await held.write(held.items.hans, { outcome: 'Hans punkt.' });
      await held.write(held.items.tasks, {
        task: { what: 'Gå på bio', who: held.cast.hans, withWhom: [], by: aDay('2027-04-01'), goalId: null },
      });
      await held.end();
    };

    it('is in an order that the access log proves', async () => {
      await lines();
      await show();
      const { copy } = (await own())!;
      const struck = copy.items.flatMap((item) => item.lines).find(({ text }) => text.includes('stryker'))!;
      await within(() => rooms.get(ServiceUserReads).strike(place(), struck.id));
      await letGo();
      await within(() => rooms.get(NoteCopies).print(viewer(), held.meetingId));

      const order = ['shown-to-service-user', 'struck', 'let-go', 'released', 'printed'].map((deed) => `notes.${deed}`);
      const deeds = await held.deeds();
      expect(deeds.filter((deed) => order.includes(deed))).toEqual(order);
    });

    it('lets nobody but the service user read before they have let go', async () => {
      await lines();
      expect(await own()).toBeNull();
      await show();

      expect((await own())?.copy.items.length).toBeGreaterThan(0);
      for (const personId of [held.cast.eva, held.cast.asa, held.cast.hans])
        expect(await textsFor(personId)).toEqual([]);
    });

    it('gives each what they may read, and nobody what was struck', async () => {
      await lines();
      await show();
      const { copy } = (await own())!;
      const struck = copy.items.flatMap((item) => item.lines).find(({ text }) => text.includes('stryker'))!;
      await within(() => rooms.get(ServiceUserReads).comment(place(), struck.id, 'Det är mitt.'));
      await within(() => rooms.get(ServiceUserReads).strike(place(), struck.id));
      await letGo();

      const bio = 'Gå på bio. Hans gör det, senast torsdag 1 april 2027.';
      expect(await textsFor(held.cast.eva)).toEqual(['För alla.', bio, 'Hans punkt.']);
      expect(await textsFor(held.cast.asa)).toEqual(['För alla.', bio, 'Bara för kärntrion.', 'Hans punkt.']);
      expect(await textsFor(held.cast.hans)).toEqual([bio, 'Hans punkt.']);
    });

    it('takes back a strike as long as nothing has been let go', async () => {
      await lines();
      await show();
      const [first] = (await own())!.copy.items[0]!.lines;
      await within(() => rooms.get(ServiceUserReads).strike(place(), first!.id));
      await within(() => rooms.get(ServiceUserReads).unstrike(place(), first!.id));
      await letGo();

      expect(await textsFor(held.cast.eva)).toContain('För alla.');
      await expect(within(() => rooms.get(ServiceUserReads).strike(place(), first!.id))).rejects.toThrow('notesFixed');
    });

    it.each(['strikes', 'does their task'])('goes on while the coordinator writes and somebody %s', async (deed) => {
      await lines();
      const [task] = await within(() => rooms.get(Tasks).ofGroup(viewer(), held.group.id));
      await show();
      const [first] = (await own())!.copy.items[0]!.lines;
      const hans = { ...place(), groupId: held.group.id, personId: held.cast.hans };
      const theirs = () =>
        within<unknown>(() =>
          deed === 'strikes'
            ? rooms.get(ServiceUserReads).strike(place(), first!.id)
            : rooms.get(Tasks).becomeOwn(hans, task!.id, 'done'),
        );
      const written = {
        ...{ form: anId<'form'>(), outcome: 'Sent.', decision: '' },
        task: { what: 'Ringa', who: held.cast.eva, withWhom: [], by: aDay('2027-04-01'), goalId: null },
      };
      const [hasRead, tellRead] = aSignal();

      const coordinators = within(async () => {
        await rooms.get(NotesReading).of(viewer(), held.meetingId);
        tellRead();
        await setTimeout(300);
        return rooms.get(NoteWriting).write(viewer(), held.meetingId, held.items.first, written);
      });
      await hasRead;

      await expect(Promise.all([coordinators, theirs()])).resolves.toHaveLength(2);
    });

    it('leaves out a task that was put aside again', async () => {
      await lines();
      const [task] = await within(() => rooms.get(Tasks).ofGroup(viewer(), held.group.id));
      const before = await begun();
      await within(() => rooms.get(Tasks).putAside(viewer(), { groupId: held.group.id, taskId: task!.id }));

      const after = await begun();
      const { lines: shown } = await show();

      expect(markOf(after.notes, after.tasks)).not.toBe(markOf(before.notes, before.tasks));
      expect(shown.map(({ kind }) => kind)).not.toContain('task');
    });

    it('holds a task back until it is released, and for ever when it was struck', async () => {
      await lines();
      const add = (what: string) =>
        held.write(held.items.tasks, {
          task: { what, who: held.cast.eva, withWhom: [], by: aDay('2027-04-02'), goalId: null },
        });
      await add('Ringa banken');
      const tasks = await within(() => rooms.get(Tasks).ofGroup(viewer(), held.group.id));
      const heldBack = () => within(() => rooms.get(HeldBackTasks).among(viewer().organisationId, tasks));
      const [struck, released] = tasks;

      const writing = await heldBack();
      await show();
      await within(() => rooms.get(ServiceUserReads).strike(place(), idOf<'note line'>(struck!.id)));
      await letGo();

      expect(writing).toEqual(new Set([struck!.id, released!.id]));
      expect(await heldBack()).toEqual(new Set([struck!.id]));
    });

    it('is the same when the coordinator writes down what the service user said on paper', async () => {
      await lines();
      const shown = await begun();
      const struck = [shown.notes.lines.find(({ text }) => text.includes('stryker'))!.id];
      const given = {
        how: 'on-paper',
        on: aDay('2027-03-01'),
        struck,
        seen: markOf(shown.notes, shown.tasks),
      } as const;

      await within(() => rooms.get(NoteReleases).readForThem(viewer(), shown, given));

      const deeds = await held.deeds();
      expect(deeds.slice(-4)).toEqual(
        ['shown-to-service-user', 'struck', 'let-go', 'released'].map((deed) => `notes.${deed}`),
      );
      expect(await textsFor(held.cast.eva)).not.toContain('Det här stryker Olle.');
    });

    it('does not go on when a task was taken on after the reading', async () => {
      await lines();
      const shown = await begun();
      const given = {
        how: 'on-paper',
        on: aDay('2027-03-01'),
        struck: [],
        seen: markOf(shown.notes, shown.tasks),
      } as const;
      await held.write(held.items.tasks, {
        task: { what: 'Köpa biljett', who: held.cast.eva, withWhom: [], by: aDay('2027-04-01'), goalId: null },
      });

      await expect(within(() => rooms.get(NoteReleases).readForThem(viewer(), shown, given))).rejects.toThrow(
        'notesChangedMeanwhile',
      );
    });

    it('is not for somebody else with a link', async () => {
      await lines();
      await show();
      const evas = { ...place(), personId: held.cast.eva };

      expect(await within(() => rooms.get(ServiceUserReads).open(evas))).toBeNull();
      await expect(within(() => rooms.get(ServiceUserReads).letGo(evas, 1))).rejects.toThrow('notFound');
    });

    it('gives nothing to who has taken back their yes, nor later when they give it anew', async () => {
      await lines();
      await show();
      await within(() =>
        rooms.get(Consents).withdraw(viewer(), held.group.id, { personId: held.cast.eva, kind: 'take-part' }),
      );
      await letGo();

      expect(await textsFor(held.cast.eva)).toEqual([]);
      const { copies } = (await within(() => rooms.get(NoteCopies).print(viewer(), held.meetingId)))!;
      expect(copies.map(({ reader }) => reader.personId)).not.toContain(held.cast.eva);
    });

    it('prints nothing for who has left since, and nothing of what was struck for anybody', async () => {
      await lines();
      await show();
      const [first] = (await own())!.copy.items[0]!.lines;
      await within(() => rooms.get(ServiceUserReads).strike(place(), first!.id));
      await letGo();
      await within(() => rooms.get(Leaving).leave(viewer(), held.group.id, held.cast.eva));

      const { copies } = (await within(() => rooms.get(NoteCopies).print(viewer(), held.meetingId)))!;
      expect(copies.map(({ reader }) => reader.personId)).not.toContain(held.cast.eva);
      expect(JSON.stringify(copies)).not.toContain('För alla.');
    });
  });
});
