import PostalMime from 'postal-mime';
import { AuditLog } from '../../src/audit/audit-log.service';
import { groupSchema } from '../../src/groups/store/groups.schemas';
import { Leaving } from '../../src/groups/leaving.service';
import type { Delivery } from '../../src/outbox/domain/delivery';
import { Outbox } from '../../src/outbox/outbox.service';
import { Sending } from '../../src/invitations/sending.service';
import { invitationSchema } from '../../src/invitations/store/invitations.schemas';
import { personalLinkSchema } from '../../src/invitations/store/personal-link.schemas';
import { Meetings } from '../../src/meetings/meetings.service';
import { People } from '../../src/people/people.service';
import type { Database } from '../../src/platform/database/database';
import { CalledGroup, CallsHouse, callTables } from '../support/calls-house';
import { onEachDatabase } from '../support/databases';
import { byMail, withProtectedIdentity } from '../support/people-builders';

const days = ['2027-04-14', '2027-05-12', '2027-06-16'];

onEachDatabase((_, open) => {
  let database: Database;
  let house: CallsHouse;

  beforeEach(async () => {
    ({ database } = await open(callTables));
    house = await CallsHouse.on(database);
  });
  afterEach(() => house.close());

  const deliveries = ({ viewer, id }: CalledGroup): Promise<readonly Delivery[]> =>
    house.within(() => house.get(Outbox).ofGroup(viewer, id));
  const rowsOf = (schema: typeof invitationSchema | typeof personalLinkSchema) =>
    house.within(() => database.repository(schema as typeof invitationSchema).count());
  const aFullGroup = async (): Promise<CalledGroup> => {
    const group = await CalledGroup.in(house);
    await group.add({ calledName: 'Eva', fullName: 'Eva Öberg', ...byMail('eva@post.example') });
    await group.add({ calledName: 'Gun', fullName: 'Gun Åkesson' });
    await group.add({
      calledName: 'Per',
      fullName: 'Per Dal',
      route: 'phone',
      phone: '070-174 06 05',
      postalAddress: null,
    });
    await group.add({ calledName: 'Kim', fullName: 'Kim Holm', ...withProtectedIdentity });
    await group.book(days);
    return group;
  };

  describe('sending a year', () => {
    it('puts one overview and a call per meeting for each who gets mail, and one message for all others', async () => {
      const group = await aFullGroup();

      await group.send();

      const put = await deliveries(group);
      const count = (channel: string) => put.filter(({ message }) => message.channel === channel).length;
      expect(['email', 'letter', 'phone', 'inPerson'].map(count)).toEqual([16, 1, 1, 1]);
      expect(put[0]?.message.kind).toBe('overview');
    });

    it('writes real mails with one recipient each, that a folder takes', async () => {
      const group = await aFullGroup();
      await group.send();

      await house.dispatch();

      const mails = await Promise.all(house.mails().map((raw) => PostalMime.parse(raw)));
      expect(mails).toHaveLength(16);
      expect(mails.every(({ to }) => to?.length === 1)).toBe(true);
      expect(new Set(mails.map(({ from }) => from?.address)).size).toBe(16);
      expect(mails.every(({ from }) => /^svar\+[a-z2-7]{32}@kretsen\.example$/.test(from?.address ?? ''))).toBe(true);
      expect((await deliveries(group)).filter(({ state }) => state === 'written')).toHaveLength(16);
    });

    it('gives every meeting and person a calendar name of their own, kept when it is sent again', async () => {
      const group = await aFullGroup();
      await group.send();
      const first = await house.within(() => database.repository(invitationSchema).find({ order: { uid: 'ASC' } }));

      await group.add({ calledName: 'Bo', fullName: 'Bo Ek', ...byMail('bo@post.example') });
      await group.send();

      const second = await house.within(() => database.repository(invitationSchema).find({ order: { uid: 'ASC' } }));
      expect(first).toHaveLength(7 * 3);
      expect(second).toEqual(expect.arrayContaining(first));
      expect(second).toHaveLength(8 * 3);
    });

    it('tells only the newcomer the second time', async () => {
      const group = await aFullGroup();
      await group.send();
      const before = (await deliveries(group)).length;

      const bo = await group.add({ calledName: 'Bo', fullName: 'Bo Ek', ...byMail('bo@post.example') });
      await group.send();

      const added = (await deliveries(group)).slice(before);
      expect(added.map(({ message }) => message.personId)).toEqual([bo, bo, bo, bo]);
    });

    it('marks the meetings as called and writes it down', async () => {
      const group = await aFullGroup();

      await group.send();

      const meetings = await house.within(() => house.get(Meetings).of(group.viewer, group.id));
      expect(meetings.map(({ state }) => state)).toEqual(['called', 'called', 'called']);
      const log: unknown = await house.within(() =>
        database.manager().query("SELECT action FROM access_log WHERE action = 'year.sent'"),
      );
      expect(log).toHaveLength(1);
      expect(await house.within(() => house.get(AuditLog).verify(group.viewer.organisationId))).toMatchObject({
        kind: 'holds',
      });
    });

    it('keeps only hashes of the links', async () => {
      const group = await aFullGroup();
      await group.send();
      await house.dispatch();

      const token =
        /\/m\/([a-z2-7]{32})/.exec(house.mails()[0]?.toString('latin1').replace(/=\r\n/g, '') ?? '')?.[1] ?? '';
      const rows: unknown = await house.within(() => database.manager().query('SELECT * FROM personal_link'));
      expect(token).not.toBe('');
      expect(JSON.stringify(rows)).not.toContain(token);
      expect(JSON.stringify(rows)).not.toContain('Olle');
    });
  });

  describe('looking before sending', () => {
    it('keeps nothing', async () => {
      const group = await aFullGroup();

      const { lines } = await house.within(() => house.get(Sending).prepare(group.viewer, group.id));

      expect(lines.flatMap(({ mails }) => mails)).toHaveLength(16);
      expect(lines.flatMap(({ findings }) => findings)).toEqual([]);
      expect(await deliveries(group)).toEqual([]);
      expect([await rowsOf(invitationSchema), await rowsOf(personalLinkSchema)]).toEqual([0, 0]);
    });

    it('shows nobody’s own link', async () => {
      const group = await aFullGroup();
      const { lines } = await house.within(() => house.get(Sending).prepare(group.viewer, group.id));
      const shown = lines.flatMap(({ mails }) => mails.map(({ mail }) => mail.text)).join();

      expect(shown).toContain(`/m/${'x'.repeat(32)}`);
      expect(shown.match(/\/m\/[a-z2-7]{32}/g)).toEqual(Array(16).fill(`/m/${'x'.repeat(32)}`));
    });
  });

  describe('what may not leave stops everything', () => {
    const refusal = async (group: CalledGroup): Promise<unknown> => {
      const outcome = await group.send().catch((fault: unknown) => fault);
      expect(await deliveries(group)).toEqual([]);
      expect([await rowsOf(invitationSchema), await rowsOf(personalLinkSchema)]).toEqual([0, 0]);
      const meetings = await house.within(() => house.get(Meetings).of(group.viewer, group.id));
      expect(meetings.every(({ state }) => state === 'planned')).toBe(true);
      return outcome;
    };

    it('refuses while the service user has not approved somebody, and says whom', async () => {
      const group = await CalledGroup.in(house);
      await group.add(
        { calledName: 'Eva', fullName: 'Eva Öberg', ...byMail('eva@post.example') },
        { lacks: ['approval'] },
      );
      await group.book(days);

      expect(await refusal(group)).toMatchObject({ code: 'notReady.notApproved', values: { names: 'Eva' } });
    });

    it('refuses before the year is booked', async () => {
      expect(await refusal(await CalledGroup.in(house))).toMatchObject({ code: 'notReady.nothingBooked' });
    });

    it.each([
      ['Psykmöte', 'mayNotLeave.listedWord', /psyk/i],
      ['Gun och vi', 'mayNotLeave.otherName', /Gun/],
    ])('refuses a meeting called "%s"', async (title, code, found) => {
      const group = await CalledGroup.in(house, 'Siv Ek', 'Möte');
      await group.add({ calledName: 'Gun', fullName: 'Gun Åkesson' });
      await group.book(days);
      // The form refuses such a title; what lies in the database already is stopped by the last look.
      await house.within(() => database.repository(groupSchema).update({ id: group.id }, { neutralTitle: title }));

      const outcome = await refusal(group);

      expect(outcome).toMatchObject({ code, values: { found: expect.stringMatching(found) as string } });
    });

    it('refuses a public place that is somebody’s home', async () => {
      const group = await CalledGroup.in(house);
      await group.add({ calledName: 'Gun', fullName: 'Gun Åkesson', postalAddress: 'Ängsvägen 3\n123 45 Ekeby' });
      await group.book(days, { place: 'Ängsvägen 3', placeIsPublic: true });

      expect(await refusal(group)).toMatchObject({ code: 'mayNotLeave.homeAddress' });
    });

    it('says that there is nothing new when everybody has been told', async () => {
      const group = await aFullGroup();
      await group.send();

      await expect(group.send()).rejects.toMatchObject({ code: 'nothingLeftToSend' });
    });
  });

  describe('a mail that waits', () => {
    const stateOf = async (group: CalledGroup, personId: string) => {
      await house.dispatch();
      const own = (await deliveries(group)).filter(({ message }) => message.personId === personId);
      return [...new Set(own.map(({ state, progress }) => `${state} ${progress.outcome}`.trim()))];
    };

    it.each(['contact', 'take-part'] as const)('is stopped when consent to %s is withdrawn', async (kind) => {
      const group = await aFullGroup();
      const bo = await group.add({ calledName: 'Bo', fullName: 'Bo Ek', ...byMail('bo@post.example') });
      await group.send();

      await group.withdraw(bo, kind);

      expect(await stateOf(group, bo)).toEqual(['cancelled noConsent']);
      expect((await deliveries(group)).filter(({ state }) => state === 'written')).toHaveLength(16);
    });

    it('is stopped when the person leaves', async () => {
      const group = await aFullGroup();
      const bo = await group.add({ calledName: 'Bo', fullName: 'Bo Ek', ...byMail('bo@post.example') });
      await group.send();

      await house.within(() => house.get(Leaving).leave(group.viewer, group.id, bo));

      expect(await stateOf(group, bo)).toEqual(['cancelled leftGroup']);
    });

    it('is stopped when the address has changed, and can be sent again to the new one', async () => {
      const group = await aFullGroup();
      const bo = await group.add({ calledName: 'Bo', fullName: 'Bo Ek', ...byMail('bo@post.example') });
      await group.send();
      const { person } = (await house.within(() => house.get(People).reaches(group.viewer, [bo]))).get(bo)!;

      await house.within(() =>
        house.get(People).change(group.viewer, bo, Object.assign({}, person, byMail('ny@post.example'))),
      );

      expect(await stateOf(group, bo)).toEqual(['cancelled otherRoute']);
      await group.send();
      await house.dispatch();
      const arrived = (await deliveries(group)).filter(({ message }) => message.recipient === 'ny@post.example');
      expect(arrived.map(({ state }) => state)).toEqual(['written', 'written', 'written', 'written']);
    });

    it('goes its way when nothing has changed', async () => {
      const group = await aFullGroup();
      await group.send();

      expect(await stateOf(group, group.olle)).toEqual(['written']);
    });
  });
});
