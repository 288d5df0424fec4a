import { randomUUID } from 'node:crypto';
import { AgendaReading } from '../../src/agendas/agenda-reading.service';
import { ProposalAnswers } from '../../src/agendas/proposal-answers.service';
import { Proposals } from '../../src/agendas/proposals.service';
import { ServiceUserAnswers } from '../../src/agendas/service-user-answers.service';
import { AccessTrail } from '../../src/audit/access-trail.service';
import { AuditLog } from '../../src/audit/audit-log.service';
import { callTables } from '../support/calls-house';
import { onEachDatabase } from '../support/databases';
import { Items } from '../support/items';
import { anItemContent } from '../support/meetings-builders';
import { MyPageHouse } from '../support/my-page-house';

onEachDatabase((_engine, open) => {
  let house: MyPageHouse;
  beforeAll(async () => {
    const { database } = await open(callTables);
    house = await MyPageHouse.on(database);
  });
  afterAll(() => house.stop());

  it('tells of one person in one organisation, newest first, a page at a time', async () => {
    const [organisationId, elsewhere, about, another] = Array.from({ length: 4 }, () => randomUUID());
    const who = { userId: randomUUID(), role: 'coordinator' };
    const record = (organisation: string, person: string | null, action: string) =>
      house.within(() =>
        house.get(AuditLog).record({ ...who, organisationId: organisation }, { action, about: person, subjects: [] }),
      );
    for (const action of ['person.read', 'star.read', 'notes.read']) await record(organisationId!, about!, action);
    await record(organisationId!, another!, 'goal.read');
    await record(organisationId!, null, 'group.listed');
    await record(elsewhere!, about!, 'task.read');

    const read = (before: number | null, count: number) =>
      house.within(() => house.get(AccessTrail).about(organisationId!, about!, { before, count }));
    const first = await read(null, 2);
    const rest = await read(first.at(-1)!.number, 2);

    expect(first.map(({ action }) => action)).toEqual(['notes.read', 'star.read']);
    expect(rest.map(({ action }) => action)).toEqual(['person.read']);
  });

  it('lets only one of the two who chair answer a proposal when both do so at once', async () => {
    const { viewer, id: groupId } = house.group;
    const { organisationId } = viewer;
    const { olle, eva } = house.cast;
    const meetingId = await new Items(house.group).meeting(2);
    const by = { organisationId, userId: null, role: 'link-and-code' };
    const place = { organisationId, groupId, meetingId, by };
    const words = 'Sommaren på landet';
    const { id } = await house.within(() => house.get(Proposals).propose({ ...place, personId: eva, words }));

    const answers = await Promise.allSettled([
      house.within(() => house.get(ServiceUserAnswers).accept({ ...place, personId: olle }, id)),
      house.within(() =>
        house.get(ProposalAnswers).accept(viewer, meetingId, id, {
          content: anItemContent({ title: words, neutralTitle: 'Eget ämne' }),
          place: 'usual',
        }),
      ),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { agenda, proposals } = await house.within(() => house.get(AgendaReading).of(viewer, meetingId));
    expect(agenda.items.filter(({ title }) => title === words)).toHaveLength(1);
    expect(proposals.map(({ state }) => state)).toEqual(['accepted']);
  });

  it('gives the proposal to nobody but the service user to answer', async () => {
    const { viewer, id: groupId } = house.group;
    const { organisationId } = viewer;
    const { asa, eva } = house.cast;
    const meetingId = await new Items(house.group).meeting(3);
    const place = { organisationId, groupId, meetingId, by: { organisationId, userId: null, role: 'link-and-code' } };
    const { id } = await house.within(() =>
      house.get(Proposals).propose({ ...place, personId: eva, words: 'En ny cykel' }),
    );

    for (const personId of [asa, eva])
      await expect(
        house.within(() => house.get(ServiceUserAnswers).accept({ ...place, personId }, id)),
      ).rejects.toMatchObject({ code: 'notFound' });
  });
});
