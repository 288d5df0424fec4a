import type { INestApplicationContext } from '@nestjs/common';
import type { Viewer } from '../../src/access/domain/viewer';
import { accessLogSchema } from '../../src/audit/store/audit.schemas';
import { CalendarDate } from '../../src/kernel/calendar-date';
import type { PersonId } from '../../src/kernel/identifiers';
import type { Person } from '../../src/people/domain/person';
import { People } from '../../src/people/people.service';
import type { Database } from '../../src/platform/database/database';
import type { NominationState } from '../../src/sociogram/domain/nomination';
import type { FigureId, PlacementDetails } from '../../src/sociogram/domain/placement';
import { Nominations } from '../../src/sociogram/nominations.service';
import { Sociograms } from '../../src/sociogram/sociograms.service';
import { placementSchema } from '../../src/sociogram/store/sociogram.schemas';
import { onEachDatabase } from '../support/databases';
import { anId, aViewer, details } from '../support/people-builders';
import { peopleOn, peopleTables } from '../support/people-house';

onEachDatabase((_, open) => {
  let database: Database;
  let house: INestApplicationContext;
  let people: People;
  let sociograms: Sociograms;
  let nominations: Nominations;
  beforeAll(async () => {
    ({ database } = await open(peopleTables));
    house = await peopleOn(database);
    people = house.get(People, { strict: false });
    sociograms = house.get(Sociograms, { strict: false });
    nominations = house.get(Nominations, { strict: false });
  });
  afterAll(() => house.close());

  const within = <Result>(work: () => Promise<Result>): Promise<Result> => database.transaction(work);
  const somebody = (viewer: Viewer, kind: Person['kind'], name: string): Promise<Person> =>
    within(() => people.add(viewer, kind, details({ fullName: name, calledName: name })));
  const told = (given: Partial<PlacementDetails> = {}): PlacementDetails => ({
    name: 'Mamma',
    sector: 'family',
    ring: 1,
    tie: 'supportive',
    meaning: 'ringer varje dag',
    ...given,
  });
  const day = CalendarDate.of('2027-02-15');
  const openMap = (viewer: Viewer, { id }: Person) => within(() => sociograms.open(viewer, id));

  async function aMap(): Promise<{ sara: Viewer; olle: Person; mamma: FigureId }> {
    const sara = aViewer();
    const olle = await somebody(sara, 'service-user', 'Olle');
    const mamma = await within(() => sociograms.place(sara, olle.id, told()));
    return { sara, olle, mamma };
  }

  async function stepsOf(viewer: Viewer, olle: Person, figure: FigureId, ...states: NominationState[]): Promise<void> {
    for (const became of states)
      await within(() => nominations.step(viewer, olle.id, figure, { became, how: 'at-meeting', day }));
  }

  const ask = (viewer: Viewer, olle: Person, figure: FigureId, personId: PersonId) =>
    within(() => nominations.ask(viewer, olle.id, figure, { personId, how: 'by-phone', day }));

  describe('a sociogram', () => {
    it('comes back as it was drawn', async () => {
      const { sara, olle, mamma } = await aMap();
      await within(() => sociograms.move(sara, olle.id, mamma, (one) => one.further().toldAnew({ tie: 'strained' })));
      await within(() => sociograms.markImportant(sara, olle.id, new Set([mamma])));

      const map = await openMap(sara, olle);

      expect(map.placements).toHaveLength(1);
      expect(map.placementOf(mamma)).toMatchObject({ ...told({ ring: 2, tie: 'strained' }), importantFunction: true });
    });

    it('keeps names and meanings sealed', async () => {
      const { sara, olle, mamma } = await aMap();
      const { id } = (await openMap(sara, olle)).placementOf(mamma);

      const row = await within(() => database.repository(placementSchema).findOneByOrFail({ id }));

      expect(`${row.name} ${row.meaning}`).not.toMatch(/Mamma|ringer/);
      expect([row.name, row.meaning].map((text) => text.slice(0, 3))).toEqual(['s1:', 's1:']);
    });

    it('goes on from a kept version, which stays as it was', async () => {
      const { sara, olle, mamma } = await aMap();
      await within(() => sociograms.closeVersion(sara, olle.id));
      const vän = await within(() => sociograms.place(sara, olle.id, told({ name: 'Kalle', sector: 'friends' })));
      await within(() => sociograms.move(sara, olle.id, mamma, (one) => one.further()));

      const { earlier, later, comparison } = await within(() => sociograms.compare(sara, olle.id, 1));

      expect([earlier.version, earlier.closed, later.version, later.closed]).toEqual([1, true, 2, false]);
      expect(earlier.placementOf(mamma).ring).toBe(1);
      expect(comparison.new.map((one) => one.figureId)).toEqual([vän]);
      expect(comparison.further.map((one) => one.figureId)).toEqual([mamma]);
    });

    it('of somebody the viewer is not assigned to does not exist', async () => {
      const { sara, olle, mamma } = await aMap();
      const colleague = aViewer({ organisationId: sara.organisationId });

      for (const viewer of [colleague, aViewer()]) {
        await expect(within(() => sociograms.read(viewer, olle.id))).rejects.toThrow('notFound');
        await expect(within(() => sociograms.place(viewer, olle.id, told()))).rejects.toThrow('notFound');
        await expect(within(() => sociograms.compare(viewer, olle.id, 1))).rejects.toThrow('notFound');
        await expect(within(() => nominations.list(viewer, olle.id))).rejects.toThrow('notFound');
        await expect(stepsOf(viewer, olle, mamma, 'may-be-asked')).rejects.toThrow('notFound');
      }
    });

    it('is a service user’s only', async () => {
      const sara = aViewer();
      const doctor = await somebody(sara, 'professional', 'Dr Ek');

      await expect(openMap(sara, doctor)).rejects.toThrow('notFound');
    });

    it('is not reached through another service user’s map', async () => {
      const { sara, olle } = await aMap();
      const eva = await somebody(sara, 'service-user', 'Eva');
      const bo = await within(() => sociograms.place(sara, eva.id, told({ name: 'Bo' })));

      await expect(within(() => sociograms.remove(sara, olle.id, bo))).rejects.toThrow('notFound');
      await expect(stepsOf(sara, olle, bo, 'may-be-asked')).rejects.toThrow('notFound');
    });

    it('is logged when it is read, without a name', async () => {
      const { sara, olle } = await aMap();
      await within(() => sociograms.read(sara, olle.id));

      const { organisationId } = sara;
      const last = await within(() =>
        database.repository(accessLogSchema).find({ where: { organisationId }, order: { number: 'DESC' }, take: 1 }),
      );

      expect(last).toMatchObject([{ action: 'sociogram.read', aboutId: olle.id, userId: sara.userId }]);
    });
  });

  describe('a nomination', () => {
    it('keeps each step with who recorded it and whose decision it was', async () => {
      const { sara, olle, mamma } = await aMap();
      await stepsOf(sara, olle, mamma, 'proposed-by-me', 'may-be-asked');

      const { nomination } = await within(() => nominations.of(sara, olle.id, mamma));

      expect(nomination.state).toBe('may-be-asked');
      expect(nomination.approval).toMatchObject({
        decidedBy: 'service-user',
        how: 'at-meeting',
        recordedBy: sara.userId,
      });
      expect(nomination.approval?.day.equals(day)).toBe(true);
    });

    it('tells other rooms of those who were asked, and nothing the map calls them', async () => {
      const { sara, olle, mamma } = await aMap();
      const eva = await somebody(sara, 'private', 'Eva Berg');
      await within(() => sociograms.place(sara, olle.id, told({ name: 'Kalle' })));
      await stepsOf(sara, olle, mamma, 'may-be-asked');
      await ask(sara, olle, mamma, eva.id);
      await stepsOf(sara, olle, mamma, 'talked-with', 'yes');

      const nominated = await within(() => nominations.nominatedPersons(sara, olle.id));

      expect(nominated).toEqual([
        {
          personId: eva.id,
          state: 'yes',
          sector: 'family',
          importantFunction: false,
          approvedOn: day,
          approvedHow: 'at-meeting',
          talkedOn: day,
        },
      ]);
    });

    it('brings into the group only those who said yes', async () => {
      const { sara, olle, mamma } = await aMap();
      const [eva, bo] = [await somebody(sara, 'private', 'Eva'), await somebody(sara, 'private', 'Bo')];
      const kalle = await within(() => sociograms.place(sara, olle.id, told({ name: 'Kalle' })));
      await stepsOf(sara, olle, mamma, 'may-be-asked');
      await stepsOf(sara, olle, kalle, 'may-be-asked');
      await ask(sara, olle, mamma, eva.id);
      await ask(sara, olle, kalle, bo.id);
      await stepsOf(sara, olle, mamma, 'talked-with', 'yes');

      expect(await within(() => nominations.joined(sara, olle.id, [eva.id, bo.id]))).toEqual(new Set([eva.id]));
      expect(await within(() => nominations.joined(sara, olle.id, [eva.id]))).toEqual(new Set());
      expect(await within(() => nominations.left(sara, olle.id, [eva.id, bo.id]))).toEqual(new Set([eva.id]));
    });

    it('asks one person once, and never the service user or somebody the viewer does not see', async () => {
      const { sara, olle, mamma } = await aMap();
      const eva = await somebody(sara, 'private', 'Eva');
      const hidden = await somebody(aViewer({ organisationId: sara.organisationId }), 'private', 'Bo');
      const kalle = await within(() => sociograms.place(sara, olle.id, told({ name: 'Kalle' })));
      await stepsOf(sara, olle, mamma, 'may-be-asked');
      await stepsOf(sara, olle, kalle, 'may-be-asked');
      await ask(sara, olle, mamma, eva.id);

      await expect(ask(sara, olle, kalle, eva.id)).rejects.toThrow('personTaken');
      await expect(ask(sara, olle, kalle, olle.id)).rejects.toThrow('personTaken');
      await expect(ask(sara, olle, kalle, hidden.id)).rejects.toThrow('notFound');
      await expect(ask(sara, olle, kalle, anId<'person'>())).rejects.toThrow('notFound');
    });

    it('is not recorded before it has happened', async () => {
      const { sara, olle, mamma } = await aMap();
      const tomorrow = { became: 'may-be-asked', how: 'at-meeting', day: CalendarDate.of('2027-03-02') } as const;

      await expect(within(() => nominations.step(sara, olle.id, mamma, tomorrow))).rejects.toThrow('stepAhead');
    });

    it('lets nobody be taken off the map who is being asked, and ends with whoever is', async () => {
      const { sara, olle, mamma } = await aMap();
      const eva = await somebody(sara, 'private', 'Eva');
      await stepsOf(sara, olle, mamma, 'may-be-asked');
      await ask(sara, olle, mamma, eva.id);

      await expect(within(() => nominations.removeFromMap(sara, olle.id, mamma))).rejects.toThrow('figureBeingAsked');
      await stepsOf(sara, olle, mamma, 'no');
      await within(() => nominations.removeFromMap(sara, olle.id, mamma));

      expect((await openMap(sara, olle)).placements).toEqual([]);
      expect(await within(() => nominations.nominatedPersons(sara, olle.id))).toEqual([]);
    });
  });
});
