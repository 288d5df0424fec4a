import { Viewer } from '../../src/access/domain/viewer';
import { AgendaEdits } from '../../src/agendas/agenda-edits.service';
import { AgendaLife } from '../../src/agendas/agenda-life.service';
import { AgendaReleases } from '../../src/agendas/agenda-releases.service';
import { Agendas } from '../../src/agendas/agendas.service';
import { AgendasInTransit } from '../../src/agendas/agendas-in-transit.service';
import { Agenda } from '../../src/agendas/domain/agenda';
import { linesOf } from '../../src/agendas/domain/released-agenda';
import { KeptAgendas } from '../../src/agendas/kept-agendas.service';
import { ProposalAnswers } from '../../src/agendas/proposal-answers.service';
import { Proposals } from '../../src/agendas/proposals.service';
import { agendaItemSchema, proposalSchema, releaseSchema } from '../../src/agendas/store/agendas.schemas';
import type { MeetingId, PersonId } from '../../src/kernel/identifiers';
import { Bookings } from '../../src/meetings/bookings.service';
import { Meetings } from '../../src/meetings/meetings.service';
import { accessLogSchema } from '../../src/audit/store/audit.schemas';
import type { Database } from '../../src/platform/database/database';
import { AgendaGroup } from '../support/agenda-group';
import { onEachDatabase } from '../support/databases';
import { GroupHouse, groupTables } from '../support/group-house';
import { aDay, anId, someMoment } from '../support/groups-builders';
import { aBooking, anItem, anItemContent } from '../support/meetings-builders';
import { aCoordinator, anAdministrator } from '../support/staff-builders';

onEachDatabase((_, open) => {
  let database: Database;
  let house: GroupHouse;
  let siv: Viewer;
  let group: AgendaGroup;
  let doctor: PersonId;
  let olle: PersonId;

  beforeAll(async () => {
    ({ database } = await open(groupTables));
    house = await GroupHouse.on(database);
    siv = await aCoordinator(house.app, await anAdministrator(house.app));
  });
  afterAll(() => house.close());

  beforeEach(async () => {
    group = await AgendaGroup.in(house, siv);
    ({ ek: doctor, olle } = group.people);
  });

  const meeting = (number: number): MeetingId => group.meeting(number);
  const kept = (number: number) => group.kept(number);
  const titles = (number: number) => group.titles(number);
  const edit = <Result>(work: (edits: AgendaEdits) => Promise<Result>) =>
    house.within(() => work(house.get(AgendaEdits)));
  const add = (number: number, title: string) => group.add({ title }, number);
  const release = (number: number) => house.within(() => house.get(AgendaReleases).release(siv, meeting(number)));
  const booked = () => house.get(Meetings).of(siv, group.id);
  const life = <Result>(work: (life: AgendaLife) => Promise<Result>) => house.within(() => work(house.get(AgendaLife)));
  const propose = (personId: PersonId, words: string, number = 1) => group.propose(personId, words, number);
  const proposals = (number: number) => group.proposals(number);
  const accept = (id: Parameters<ProposalAnswers['accept']>[2], title: string) =>
    house.within(() =>
      house.get(ProposalAnswers).accept(siv, meeting(1), id, { content: anItemContent({ title }), place: 'usual' }),
    );

  it('come with the standing items’ keys, for the whole circle', async () => {
    const { agenda } = await kept(2);

    expect(agenda.items.map(({ standing }) => standing).slice(0, 4)).toEqual([
      'welcome',
      'today',
      'tasksSince',
      'star',
    ]);
    expect(new Set(agenda.items.map(({ readership }) => readership.audience))).toEqual(new Set(['circle']));
    expect(agenda.items.every(({ version, guest, proposedBy }) => version === 1 && !guest && !proposedBy)).toBe(true);
  });

  it('keep who may see an item and who is invited to it', async () => {
    const expert = group.people.bo;
    const readership = { audience: 'named', named: [doctor] } as const;

    await edit((edits) => edits.add(siv, meeting(1), anItemContent({ title: 'Boende', readership, guest: expert })));

    const found = (await kept(1)).agenda.items.find(({ title }) => title === 'Boende');
    expect(found).toMatchObject({ readership, guest: expert });
  });

  describe('a release', () => {
    it('stays as it was through later changes, and each new one is numbered', async () => {
      await release(1);
      const first = (await kept(1)).released!;
      await add(1, 'Nytt');
      await release(1);

      const { agenda, released } = await kept(1);
      expect([first.number, released?.number]).toEqual([1, 2]);
      expect(first.lines.map(({ title }) => title)).not.toContain('Nytt');
      expect(released?.lines).toEqual(linesOf(agenda));
    });

    it('of an agenda from before copies were kept is its items, and stays so when they change', async () => {
      const { agenda } = await kept(1);
      const { id, organisationId, meetingId, items } = agenda;
      const old = new Agenda({ id, organisationId, meetingId, items, state: 'open', releasedAt: someMoment });
      await house.within(async () => {
        await house.get(KeptAgendas).remove(siv.organisationId, [meeting(1)]);
        await house.get(KeptAgendas).add([old]);
      });
      const before = (await kept(1)).released;

      await edit((edits) => edits.remove(siv, meeting(1), old.items[0]!));

      expect(before).toEqual({ meetingId: meeting(1), number: 1, releasedAt: someMoment, lines: linesOf(old) });
      expect((await kept(1)).released).toEqual(before);
      await release(1);
      expect((await kept(1)).released?.number).toBe(2);
    });

    it('by itself takes what was never released and what was changed since, and nothing else', async () => {
      await release(1);
      await release(2);
      await add(2, 'Nytt');
      await release(3);
      await life((of) => of.begin(siv, meeting(3)));
      const byItself = () => house.within(async () => house.get(AgendaReleases).releaseByItself(await booked()));

      const first = await byItself();

      expect(first.map(({ meetingId }) => meetingId)).toEqual([meeting(2)]);
      expect((await kept(2)).released?.number).toBe(2);
      expect(await byItself()).toEqual([]);
    });

    it('by itself leaves an empty agenda alone', async () => {
      const empty = (await kept(1)).agenda.withItems([]);
      await house.within(async () => {
        const [before] = await house.get(KeptAgendas).forChange(siv.organisationId, [meeting(1)]);
        await house.get(KeptAgendas).save(siv.organisationId, [{ before: before!, after: empty }]);
      });

      const first = async () => house.get(AgendaReleases).releaseByItself((await booked()).slice(0, 1));
      const released = await house.within(first);

      expect(released).toEqual([]);
    });

    it('is carried to another Kretsen unless it was changed since, and then it is a draft there', async () => {
      await release(1);
      await release(2);
      await add(2, 'Nytt');

      const carried = await house.within(async () => house.get(AgendasInTransit).takeOut(await booked()));

      const of = (number: number) => carried.find(({ meetingId }) => meetingId === meeting(number));
      expect([1, 2, 3].map((number) => of(number)?.state)).toEqual(['open', 'draft', 'draft']);
      expect([1, 2, 3].map((number) => of(number)?.isReleased)).toEqual([true, false, false]);
      expect(of(2)?.items.map(({ title }) => title)).toContain('Nytt');
    });

    it('is sealed, and so is what people propose', async () => {
      await add(1, 'Zebran');
      await release(1);
      const { id } = await propose(doctor, 'Giraffen');
      await house.within(() => house.get(ProposalAnswers).decline(siv, meeting(1), id, 'Elefanten'));

      const rows = await house.within(async () => [
        await database.repository(releaseSchema).find(),
        await database.repository(proposalSchema).find(),
        await database.repository(agendaItemSchema).find(),
      ]);

      expect(JSON.stringify(rows)).not.toMatch(/Zebran|Giraffen|Elefanten/);
      expect(await proposals(1)).toMatchObject([{ words: 'Giraffen', answer: 'Elefanten', state: 'declined' }]);
    });

    it('goes with its meeting, and so do the proposals for it', async () => {
      await release(3);
      await propose(doctor, 'Hunden', 3);
      const count = () =>
        house.within(async () => [
          await database.repository(releaseSchema).countBy({ meetingId: meeting(3) }),
          await database.repository(proposalSchema).countBy({ meetingId: meeting(3) }),
        ]);
      expect(await count()).toEqual([1, 1]);

      const fewer = ['2027-04-14', '2027-05-12'].map((day, index) => aBooking({ number: index + 1, day: aDay(day) }));
      await house.within(() => house.get(Bookings).book(siv, group.id, fewer));

      expect(await count()).toEqual([0, 0]);
    });
  });

  describe('two people at once', () => {
    /** The first holds what it took until the second has had time to ask for the same. */
    const overlapping = async (one: () => Promise<unknown>, other: () => Promise<unknown>) => {
      let begun = (): void => undefined;
      const hasBegun = new Promise<void>((resolve) => (begun = resolve));
      const first = house.within(async () => {
        await one();
        begun();
        await new Promise((resolve) => setTimeout(resolve, 150));
      });
      await hasBegun;
      return Promise.allSettled([first, house.within(other)]);
    };
    const change = async (decide: (agenda: Agenda) => Agenda) => {
      const [before] = await house.get(KeptAgendas).forChange(siv.organisationId, [meeting(1)]);
      await house.get(KeptAgendas).save(siv.organisationId, [{ before: before!, after: decide(before!.agenda) }]);
    };
    const itemOf = (agenda: Agenda, title: string) =>
      anItem(title, { ...anItemContent({ title }), ...{ organisationId: siv.organisationId, agendaId: agenda.id } });

    it('lose neither item when both add one, though the log does not keep them apart', async () => {
      const before = await titles(1);

      const outcomes = await overlapping(
        () => change((agenda) => agenda.add(itemOf(agenda, 'Ena'), 'first')),
        () => change((agenda) => agenda.add(itemOf(agenda, 'Andra'), 'first')),
      );

      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
      expect(await titles(1)).toEqual(['Andra', 'Ena', ...before]);
    });

    it('lose nothing when they add, move, write, propose and accept in the same moment', async () => {
      const { id } = await propose(doctor, 'Hunden');
      const { items } = (await kept(1)).agenda;
      const [a, b, c] = items;

      const outcomes = await Promise.allSettled([
        ...['Ett', 'Två', 'Tre', 'Fyra'].map((title) => add(1, title)),
        edit((edits) => edits.move(siv, meeting(1), a!.id, { direction: 'down', steps: 5 })),
        edit((edits) => edits.change(siv, meeting(1), b!, anItemContent({ title: 'Skriven' }))),
        edit((edits) => edits.remove(siv, meeting(1), c!)),
        accept(id, 'Hunden'),
        propose(olle, 'Resan'),
      ]);

      const { agenda } = await kept(1);
      const added = ['Ett', 'Två', 'Tre', 'Fyra', 'Hunden', 'Resan', 'Skriven'];
      const untouched = items.filter((item) => item !== b && item !== c).map(({ title }) => title);
      expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
      expect(agenda.items.map(({ title }) => title).toSorted()).toEqual([...added, ...untouched].toSorted());
      expect(agenda.items.map(({ position }) => position)).toEqual(agenda.items.map((_item, index) => index + 1));
    });

    it('do not write over each other: the later of two is told that the item was changed', async () => {
      const [item] = (await kept(1)).agenda.items;
      const write = (title: string) => () =>
        house.get(AgendaEdits).change(siv, meeting(1), item!, anItemContent({ title }));

      const [first, second] = await overlapping(write('Ena'), write('Andra'));

      expect(first.status).toBe('fulfilled');
      expect(second).toMatchObject({ status: 'rejected', reason: { code: 'itemChangedMeanwhile' } });
      expect((await titles(1))[0]).toBe('Ena');
    });

    it('do not take away what the other has just written', async () => {
      const [item] = (await kept(1)).agenda.items;

      const [, second] = await overlapping(
        () => house.get(AgendaEdits).change(siv, meeting(1), item!, anItemContent({ title: 'Ny text' })),
        () => house.get(AgendaEdits).remove(siv, meeting(1), item!),
      );

      expect(second).toMatchObject({ status: 'rejected', reason: { code: 'itemChangedBefore' } });
      expect((await titles(1))[0]).toBe('Ny text');
    });

    it('answer a proposal once', async () => {
      const { id } = await propose(doctor, 'Hunden');

      const outcomes = await Promise.allSettled([accept(id, 'Hunden'), accept(id, 'Hunden')]);

      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect((await titles(1)).filter((title) => title === 'Hunden')).toHaveLength(1);
    });

    it('carry items both ways between agendas without waiting for each other for ever', async () => {
      await add(1, 'Ett');
      await add(2, 'Två');
      const idOfTitle = async (number: number, title: string) =>
        (await kept(number)).agenda.items.find((item) => item.title === title)!.id;
      const [one, two] = [await idOfTitle(1, 'Ett'), await idOfTitle(2, 'Två')];

      const outcomes = await Promise.allSettled([
        life((of) => of.carryOver(siv, meeting(1), one, 'move')),
        life((of) => of.carryOver(siv, meeting(2), two, 'move')),
        add(2, 'Tre'),
        add(1, 'Fyra'),
      ]);

      expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
      expect(await titles(2)).toEqual(expect.arrayContaining(['Ett', 'Tre']));
      expect(await titles(3)).toContain('Två');
      expect(await titles(1)).toContain('Fyra');
    });
  });

  describe('proposals', () => {
    it('of the service user are on the agenda at once, after the welcome, in their own words', async () => {
      const proposal = await propose(olle, 'Får jag ha hunden med?');

      const { agenda } = await kept(1);
      expect(agenda.items.slice(0, 2).map(({ standing }) => standing)).toEqual(['welcome', '']);
      expect(agenda.items[1]).toMatchObject({
        ...{ id: proposal.itemId, title: 'Får jag ha hunden med?', neutralTitle: 'Eget ämne', minutes: 5 },
        ...{ leader: 'service-user', proposedBy: olle },
      });
      expect(proposal.state).toBe('accepted');
    });

    it('of others wait until they are accepted, and then lead back to whoever made them', async () => {
      const proposal = await propose(doctor, 'Nya tider');
      expect([proposal.state, (await titles(1)).includes('Nya tider')]).toEqual(['waiting', false]);

      await accept(proposal.id, 'Nya tider på mottagningen');

      const [answered] = await proposals(1);
      const item = (await kept(1)).agenda.items.find(({ id }) => id === answered?.itemId);
      expect([answered?.state, item?.title, item?.proposedBy]).toEqual([
        ...['accepted', 'Nya tider på mottagningen', doctor],
      ]);
    });

    it('for a meeting that has begun are for the next one', async () => {
      await release(1);
      await life((of) => of.begin(siv, meeting(1)));

      const wish = await propose(olle, 'Hunden');
      const other = await propose(doctor, 'Tiderna');

      expect([wish.meetingId, other.meetingId]).toEqual([meeting(2), meeting(2)]);
      expect(await titles(2)).toContain('Hunden');
      expect(await titles(1)).not.toContain('Hunden');
    });

    it('that nobody answered before the meeting was over wait for the next one', async () => {
      const { id } = await propose(doctor, 'Tiderna');
      await release(1);
      await life((of) => of.begin(siv, meeting(1)));
      await life((of) => of.close(siv, meeting(1)));

      expect(await proposals(1)).toEqual([]);
      expect(await proposals(2)).toMatchObject([{ id, state: 'waiting' }]);
    });

    it('are refused when no meeting is left to take them up', async () => {
      await release(3);
      await life((of) => of.begin(siv, meeting(3)));

      await expect(propose(doctor, 'Tiderna', 3)).rejects.toThrow('noMeetingToPropose');
    });

    it('of the service user wait when the agenda is full, and are not lost', async () => {
      const { length } = await titles(1);
      for (let count = length; count < 40; count += 1) await add(1, `Punkt ${String(count)}`);

      const proposal = await propose(olle, 'Hunden');

      expect(proposal.state).toBe('waiting');
      expect(await proposals(1)).toHaveLength(1);
    });

    it('are taken from nobody outside the group, and no more than ten from one person', async () => {
      const stranger = (await house.person(siv, 'Kim')).id;
      await expect(propose(stranger, 'Hej')).rejects.toThrow('notFound');

      for (let count = 0; count < 10; count += 1) await propose(doctor, `Förslag ${String(count)}`);

      await expect(propose(doctor, 'Ett till')).rejects.toThrow('proposalsTooMany');
      expect(await proposals(1)).toHaveLength(10);
    });

    it('are of the meeting they are asked for, and of no other organisation’s', async () => {
      const { id } = await propose(doctor, 'Hunden');
      const answers = house.get(ProposalAnswers);

      await expect(house.within(() => answers.decline(siv, meeting(2), id, ''))).rejects.toThrow('notFound');
      expect(await house.within(() => house.get(Proposals).ofMeeting(anId(), meeting(1)))).toEqual([]);
    });
  });

  describe('the log', () => {
    it('tells each thing done with an agenda, by ids', async () => {
      const { id } = await propose(doctor, 'Hunden');
      await accept(id, 'Hunden');
      await add(1, 'Nytt');
      await release(1);
      const [item] = (await kept(1)).agenda.items;
      await life((of) => of.carryOver(siv, meeting(1), item!.id, 'copy')).catch(() => undefined);
      await life((of) => of.begin(siv, meeting(1)));
      await life((of) => of.close(siv, meeting(1)));

      const entries = await house.within(() => database.repository(accessLogSchema).find({ order: { number: 'ASC' } }));
      const own = entries.filter(({ aboutId, action }) => aboutId === olle && action.startsWith('agenda.'));
      expect(own.map(({ action }) => action)).toEqual([
        ...['agenda.proposed', 'agenda.proposal-accepted', 'agenda.item-added', 'agenda.released'],
        ...['agenda.begun', 'agenda.closed'],
      ]);
      expect(own.every(({ subjects }) => subjects.join() === [group.id, meeting(1)].join())).toBe(true);
    });
  });

  it('are not there for a colleague who is not assigned to the group', async () => {
    const { organisationId, role, name, language } = siv;
    const colleague = new Viewer({ organisationId, role, name, language, userId: anId() });
    const [item] = (await kept(1)).agenda.items;

    await expect(house.within(() => house.get(AgendaEdits).remove(colleague, meeting(1), item!))).rejects.toThrow(
      'notFound',
    );
    await expect(
      house.within(() => house.get(AgendaLife).carryOver(colleague, meeting(1), item!.id, 'move')),
    ).rejects.toThrow('notFound');
  });

  it('come in the order of their meetings', async () => {
    const all = await house.within(booked);

    const agendas = await house.within(() => house.get(Agendas).ofMeetings(all.toReversed()));

    expect(agendas.map(({ meeting: { number } }) => number)).toEqual([3, 2, 1]);
  });
});
