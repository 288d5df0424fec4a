import PostalMime, { type Email } from 'postal-mime';
import { Answers } from '../../src/answers/answers.service';
import { Proposals } from '../../src/agendas/proposals.service';
import { CallsJob } from '../../src/invitations/calls-job.service';
import { OwnYears } from '../../src/invitations/own-years.service';
import { Reminders } from '../../src/invitations/reminders.service';
import { wholeCircle } from '../../src/groups/domain/readership';
import type { PersonId } from '../../src/kernel/identifiers';
import { Rescheduling } from '../../src/meetings/rescheduling.service';
import { Deputies } from '../../src/meetings/deputies.service';
import { Groups } from '../../src/groups/groups.service';
import { Leaving } from '../../src/groups/leaving.service';
import { People } from '../../src/people/people.service';
import { Meetings } from '../../src/meetings/meetings.service';
import { deliverySchema } from '../../src/outbox/store/outbox.schemas';
import { Tasks } from '../../src/progress/tasks.service';
import { CalledGroup, CallsHouse, callTables } from '../support/calls-house';
import { onEachDatabase } from '../support/databases';
import { aDay } from '../support/groups-builders';
import { anItemsContent, Items } from '../support/items';
import { byMail, details } from '../support/people-builders';

const days = ['2027-04-14', '2027-05-12'];

onEachDatabase((_, open) => {
  let house: CallsHouse;
  let group: CalledGroup;
  let items: Items;
  let eva: PersonId;
  let karin: PersonId;
  const seen = new Set<string>();

  beforeEach(async () => {
    house = await CallsHouse.on((await open(callTables)).database);
    group = await CalledGroup.in(house);
    items = new Items(group);
    eva = await group.add({ calledName: 'Eva', fullName: 'Eva Öberg', ...byMail('eva@post.example') });
    karin = await group.add(
      { calledName: 'Karin', fullName: 'Karin Holm', ...byMail('karin@myndigheten.example') },
      { part: 'adjunct', kind: 'professional' },
    );
    await group.book(days, { place: 'Biblioteket', placeIsPublic: true, form: 'office', minutes: 60 });
    seen.clear();
  });
  afterEach(() => house.close());

  /** The mails that have left since the last time it was asked. */
  const newMails = async (): Promise<readonly Email[]> => {
    await house.dispatch();
    const all = await Promise.all(house.mails().map((raw) => PostalMime.parse(raw)));
    const fresh = all.filter(({ messageId = '' }) => !seen.has(messageId));
    for (const { messageId = '' } of all) seen.add(messageId);
    return fresh;
  };
  const addressOf = ({ to }: Email): string => to?.[0]?.address ?? '';
  const isToKarin = (mail: Email): boolean => mail.to?.[0]?.address === 'karin@myndigheten.example';
  const ics = ({ attachments }: Email): string => {
    const content = attachments.find(({ mimeType }) => mimeType === 'text/calendar')?.content ?? '';
    const text = typeof content === 'string' ? content : Buffer.from(new Uint8Array(content)).toString('utf8');
    return text.replaceAll(/\r?\n /g, '');
  };
  const valueOf = (mail: Email | undefined, name: string): string =>
    new RegExp(`^${name}[^:\r\n]*:(.*)$`, 'm').exec(mail ? ics(mail) : '')?.[1]?.trim() ?? '';
  const startOf = async (number: number, itemId: string): Promise<number> => {
    const { items: all } = await items.agenda(number);
    const at = all.findIndex(({ id }) => id === itemId);
    return all.slice(0, at).reduce((sum, { minutes }) => sum + minutes, 0);
  };
  const meeting = async (number: number) =>
    (await house.within(() => house.get(Meetings).of(group.viewer, group.id))).find((one) => one.number === number)!;
  const placeOf = (personId: PersonId) => ({
    organisationId: group.viewer.organisationId,
    groupId: group.id,
    personId,
  });
  const yearOf = (personId: PersonId) => house.within(() => house.get(OwnYears).of(placeOf(personId)));
  const answer = (revision: number, meetingId: Awaited<ReturnType<typeof meeting>>['id']) =>
    house.within(() =>
      house.get(Answers).give({
        ...{ ...placeOf(karin), meetingId, revision, choice: 'yes', way: 'link', actedAt: house.clock.now() },
        ...{ by: null, comment: '', source: `link:${String(revision)}${meetingId}` },
      }),
    );

  it('calls a guest to their own part of the meeting, and to no other meeting', async () => {
    const item = await items.invite(1, karin);
    const offset = await startOf(1, item.id);

    await group.send();

    const mails = (await newMails()).filter(isToKarin);
    expect(mails).toHaveLength(1);
    const start = (await meeting(1)).startsAt.plusMinutes(offset);
    expect(valueOf(mails[0], 'DTSTART')).toBe(start.iso.replace(/[-:]|\.000/g, ''));
    expect(mails[0]?.text).toContain('Längd: 20 minuter');
    expect((await yearOf(karin))?.meetings.map(({ meeting: own }) => [own.number, own.minutes])).toEqual([[1, 20]]);
  });

  it('tells a guest nothing of other items, in any byte', async () => {
    await items.invite(1, karin);
    await group.send();
    await newMails();

    const { items: all } = await items.agenda(1);
    const others = all
      .filter(({ guest }) => guest !== karin)
      .flatMap(({ title, neutralTitle }) => [title, neutralTitle]);
    const raws = house.mails().filter((raw) => raw.toString('latin1').includes('karin@myndigheten.example'));
    expect(raws).toHaveLength(1);
    for (const raw of raws) {
      const mail = await PostalMime.parse(raw);
      const said = [mail.subject, mail.text, mail.html, ics(mail)].join('\n');
      expect(said).toContain('Frågor till en gäst');
      expect(others.filter((title) => said.includes(title))).toEqual([]);
      expect(said).not.toMatch(/Möte \d|av 2/);
    }
  });

  it('calls a deputy to all of one meeting, and takes that meeting alone out of the doctor’s calendar', async () => {
    const { viewer } = group;
    await group.send();
    const asasMails = (await newMails()).filter((mail) => addressOf(mail) === 'asa@region.example');
    const { id: meetingId } = await meeting(1);
    const { organisationId, members } = await house.within(() => house.get(Groups).get(viewer, group.id));
    const forPersonId = members.find(({ part }) => part === 'doctor')!.personId;
    const bo = await house.within(() =>
      house.get(People).add(viewer, 'professional', details({ calledName: 'Bo', ...byMail('bo@region.example') })),
    );
    const approval = { on: aDay('2027-02-01'), how: 'by-phone' } as const;
    await house.within(() => house.get(Deputies).put(viewer, { meetingId, forPersonId, deputyId: bo.id, approval }));
    await group.send();
    const stayAway = await newMails();
    const numbersOf = async (personId: PersonId) =>
      (await yearOf(personId))?.meetings.map(({ meeting: { number } }) => number);
    expect([await numbersOf(forPersonId), await numbersOf(eva)]).toEqual([[2], [1, 2]]);
    await group.consents(bo.id);
    await group.send();

    const mails = await newMails();
    const uids = asasMails.map((mail) => valueOf(mail, 'UID'));
    expect(stayAway.map(addressOf)).toEqual(['asa@region.example']);
    expect(valueOf(stayAway[0], 'METHOD')).toBe('CANCEL');
    expect(uids.filter((uid) => uid === valueOf(stayAway[0], 'UID'))).toHaveLength(1);
    expect(mails.map(addressOf)).toEqual(['bo@region.example']);
    expect(valueOf(mails[0], 'DTSTART')).toBe((await meeting(1)).startsAt.iso.replace(/[-:]|\.000/g, ''));
    expect(mails[0]?.text).toContain('Längd: 1 timme');
    expect(mails[0]?.text).not.toContain('din del av mötet');
    const [deputy] = await house.within(() => house.get(Deputies).of(organisationId, [meetingId]));
    expect(deputy).toMatchObject({ forPersonId, personId: bo.id, approvedHow: 'by-phone' });
    const taken = (personId: PersonId) =>
      house.within(() =>
        house.get(Meetings).busyOf(organisationId, [personId], { from: aDay(days[0]!), to: aDay(days[1]!) }),
      );
    expect((await taken(forPersonId)).map(({ day }) => day.iso)).toEqual([days[1]]);
    expect((await taken(bo.id)).map(({ day }) => day.iso)).toEqual([days[0]]);

    await house.within(() => house.get(Leaving).leave(viewer, group.id, bo.id));
    await group.send();
    const again = (await newMails()).filter((mail) => addressOf(mail) === 'asa@region.example');
    expect(again.map((mail) => [valueOf(mail, 'METHOD'), valueOf(mail, 'UID')])).toEqual([
      ['REQUEST', valueOf(stayAway[0], 'UID')],
    ]);
    expect((await taken(forPersonId)).map(({ day }) => day.iso)).toEqual(days);
    expect(await numbersOf(forPersonId)).toEqual([1, 2]);
  });

  it('tells the guest alone when their item has moved and the agenda is released anew', async () => {
    const item = await items.invite(1, karin);
    await group.send();
    const [first] = (await newMails()).filter(isToKarin);
    await items.moveUp(1, item.id, 2);

    await expect(group.send()).rejects.toThrow('nothingLeftToSend');
    await items.release(1);
    await group.send();

    const mails = await newMails();
    expect(mails.map(isToKarin)).toEqual([true]);
    expect(mails[0]?.subject).toContain('Ändrad tid för möte');
    expect([first, mails[0]].map((mail) => valueOf(mail, 'SEQUENCE'))).toEqual(['0', '1']);
    expect(valueOf(mails[0], 'UID')).toBe(valueOf(first, 'UID'));
  });

  it('takes the meeting out of the calendar of a guest whose item is gone, and closes their page', async () => {
    const item = await items.invite(1, karin);
    await group.send();
    await newMails();
    await items.remove(1, item.id);
    await items.release(1);

    await group.send();

    const mails = await newMails();
    expect(mails.map(({ subject, to }) => [subject, to?.[0]?.address])).toEqual([
      [expect.stringContaining('Du är inte längre bokad'), 'karin@myndigheten.example'],
    ]);
    expect(ics(mails[0]!)).toMatch(/METHOD:CANCEL[^]*SEQUENCE:1\s[^]*STATUS:CANCELLED/);
    expect(mails[0]?.text).not.toContain('/m/');
    expect(await yearOf(karin)).toBeNull();
  });

  it('moves both when the whole meeting moves, and cancels both when it is called off', async () => {
    await items.invite(1, karin);
    await group.send();
    await newMails();
    const { id, ...one } = await meeting(1);
    const to = { ...one, day: aDay('2027-04-15') };
    await house.within(() => house.get(Rescheduling).move(group.viewer, id, to));
    await group.send();
    const moved = await newMails();
    await house.within(() => house.get(Rescheduling).cancel(group.viewer, id));
    await group.send();

    expect(moved.filter(isToKarin)).toHaveLength(1);
    expect(moved).toHaveLength(5);
    expect((await newMails()).filter(isToKarin).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Inställt möte 15 april'),
    ]);
  });

  it('stops a waiting mail to a guest whose part has changed since', async () => {
    const item = await items.invite(1, karin);
    await group.send();
    await items.moveUp(1, item.id, 2);
    await items.release(1);

    const mails = (await newMails()).filter(isToKarin);

    const kept = await house.within(() => house.database.repository(deliverySchema).findBy({ personId: karin }));
    expect(mails).toEqual([]);
    expect(kept.map(({ state, outcome }) => [state, outcome])).toEqual([['cancelled', 'changed']]);
  });

  it('stops a waiting cancellation to a guest who is invited again', async () => {
    const item = await items.invite(1, karin);
    await group.send();
    await newMails();
    await items.say(1, item.id, { guest: null });
    await items.release(1);
    await group.send();
    await items.say(1, item.id, { guest: karin });
    await items.release(1);

    expect((await newMails()).filter(isToKarin)).toEqual([]);
    await expect(group.send()).rejects.toThrow('nothingLeftToSend');
  });

  it('counts what a guest answered until their part is told anew', async () => {
    const item = await items.invite(1, karin);
    await group.send();
    await newMails();
    const { id } = await meeting(1);
    const own = async () => (await yearOf(karin))!.numbered(1)!.meeting;
    const before = await own();
    await answer(before.revision, id);
    await items.moveUp(1, item.id, 2);
    await items.release(1);
    await group.send();

    const [mail] = (await newMails()).filter(isToKarin);
    expect(ics(mail!)).toContain('PARTSTAT=NEEDS-ACTION');
    expect(before.since).toBeLessThanOrEqual(before.revision);
    expect((await own()).since).toBeGreaterThan(before.revision);
  });

  describe('what goes out by itself', () => {
    // The house's clock stands on 1 March at 09.00 Swedish time; the first meeting is 44 days later.
    const daysBeforeFirst = (count: number): void => {
      house.clock.pass((44 - count) * 24 * 60);
    };
    const isReminder = ({ subject = '' }: Email): boolean => subject.startsWith('Påminnelse: något');
    const turn = (): Promise<void> => house.get(CallsJob).turn();

    it('lets out anew what was changed before the call, and tells a guest of their new time with it', async () => {
      const item = await items.invite(1, karin);
      await group.send();
      await newMails();
      await items.moveUp(1, item.id, 2);
      await items.say(1, (await items.agenda(1)).items[0]!.id, { title: 'Hej och välkommen', neutralTitle: 'Först' });
      daysBeforeFirst(14);

      await turn();

      const mails = await newMails();
      expect(mails.filter(isToKarin).map(({ subject }) => subject)).toEqual([
        expect.stringContaining('Ändrad tid för möte'),
      ]);
      expect(mails.filter((mail) => !isToKarin(mail)).map(({ subject }) => subject)).toEqual(
        Array(4).fill('Kallelse till möte 14 april kl. 13.00'),
      );
      expect(mails.every((mail) => isToKarin(mail) || mail.text?.includes('1. Först') === true)).toBe(true);
    });

    it('calls a guest whose part stands as it was told, with that item alone', async () => {
      await items.invite(1, karin);
      await group.send();
      await newMails();
      daysBeforeFirst(14);

      await turn();

      const [mail] = (await newMails()).filter(isToKarin);
      expect(mail?.subject).toMatch(/^Kallelse till möte 14 april/);
      expect(mail?.text).toMatch(/Det här tar vi upp\n1\. Frågor till en gäst\n\n/);
    });

    it('reminds whoever wants it of what they have promised to do, two days before, once, and tells not what', async () => {
      await group.send();
      await newMails();
      const words = { what: 'Gå på bio', withWhom: [], goalId: null, readership: wholeCircle };
      for (const who of [eva, group.olle])
        await house.within(() =>
          house.get(Tasks).add(group.viewer, {
            ...{ groupId: group.id, meetingId: null, itemId: null },
            ...{ ...words, who, by: aDay('2027-04-04') },
          }),
        );
      await house.within(() => house.get(Reminders).choose(placeOf(eva), { days: [], tasks: true }));
      house.clock.pass(31 * 24 * 60);
      await turn();
      const early = (await newMails()).filter(isReminder);
      house.clock.pass(24 * 60);
      await turn();
      await turn();

      const mails = (await newMails()).filter(isReminder);
      expect(early).toEqual([]);
      expect(mails.map(({ subject, to }) => [subject, to?.[0]?.address])).toEqual([
        ['Påminnelse: något att göra senast 4 april', 'eva@post.example'],
      ]);
      expect(mails[0]?.text).toContain('Du har något att göra senast söndag 4 april. Läs mer på din sida.');
      expect(`${mails[0]?.text ?? ''}${mails[0]?.html ?? ''}`).not.toContain('bio');
    });

    it('reminds nobody who has left', async () => {
      await group.send();
      const task = { what: 'Ringa', who: eva, withWhom: [], by: aDay('2027-04-04'), goalId: null };
      await house.within(() =>
        house.get(Tasks).add(group.viewer, {
          ...{ groupId: group.id, meetingId: null, itemId: null, readership: wholeCircle, ...task },
        }),
      );
      await house.within(() => house.get(Reminders).choose(placeOf(eva), { days: [], tasks: true }));
      await group.withdraw(eva, 'take-part');
      await newMails();
      house.clock.pass(32 * 24 * 60);

      await turn();

      expect((await newMails()).filter(isReminder)).toEqual([]);
    });
  });

  describe('mail that waits while its agenda is released anew', () => {
    const narrow = async (neutralTitle: string) => {
      const item = (await items.agenda(1)).items.find((one) => one.neutralTitle === neutralTitle)!;
      await items.say(1, item.id, { readership: { audience: 'trio', named: [] } });
      await items.release(1);
    };
    const told = (mails: readonly Email[], start: string) =>
      mails
        .filter(({ subject = '', to }) => subject.startsWith(start) && to?.[0]?.address === 'eva@post.example')
        .map((mail) => `${mail.text ?? ''}${ics(mail)}`.includes('Ekonomi'));

    beforeEach(async () => {
      await items.add(1, anItemsContent({ title: 'Skulderna', neutralTitle: 'Ekonomi', leader: 'coordinator' }));
    });

    it('does not go to whoever may read less of it now, and is put anew with what they may', async () => {
      await group.send();
      await narrow('Ekonomi');

      const first = await newMails();
      await group.send();
      const second = await newMails();

      const invitation = 'Kallelse till möte 14 april';
      expect([told(first, invitation), told(second, invitation)]).toEqual([[], [false]]);
      const stopped = await house.within(() =>
        house.database.repository(deliverySchema).findBy({ state: 'cancelled' }),
      );
      expect(new Set(stopped.map(({ outcome }) => outcome))).toEqual(new Set(['changed']));
      expect(stopped.map(({ personId }) => personId)).not.toContain(group.olle);
    });

    it('is called to by the program anew, with what they may read', async () => {
      await group.send();
      const sent = await newMails();
      house.clock.pass(30 * 24 * 60);
      await house.get(CallsJob).turn();
      await narrow('Ekonomi');

      const first = await newMails();
      await house.get(CallsJob).turn();
      await house.get(CallsJob).turn();
      const second = await newMails();

      expect(told(sent, 'Kallelse till möte 14 april')).toEqual([true]);
      expect([told(first, 'Kallelse till möte 14 april'), told(second, 'Kallelse till möte 14 april')]).toEqual([
        [],
        [false],
      ]);
    });
  });

  describe('what people want taken up', () => {
    const wish = (personId: PersonId, text: string) =>
      meeting(1).then(({ id: meetingId }) =>
        house.within(() =>
          house.get(Answers).wish({
            ...{ ...placeOf(personId), meetingId, kind: 'takeUp', text, way: 'link', at: house.clock.now() },
          }),
        ),
      );
    const said = async (text: string) => {
      const { id: meetingId } = await meeting(1);
      const wished = { ...placeOf(group.olle), meetingId, kind: 'takeUp', text, at: house.clock.now() } as const;
      return house.within(() => house.get(Answers).wish({ ...wished, way: 'phone' }, group.viewer));
    };
    const proposals = async () => {
      const { id } = await meeting(1);
      return house.within(() => house.get(Proposals).ofMeeting(group.viewer.organisationId, id));
    };

    it('waits when it came by the bare link, even as the service user’s, since a mail may be passed on', async () => {
      await wish(group.olle, 'Bio');

      expect((await proposals()).map(({ words, state }) => [words, state])).toEqual([['Bio', 'waiting']]);
      expect((await items.agenda(1)).items.map(({ title }) => title)).not.toContain('Bio');
    });

    it('is proposed for the agenda, and what the service user says by word is on it at once', async () => {
      await wish(eva, 'Sommaren\noch semester');
      await said('Bio');
      await said('Bio');

      expect((await proposals()).map(({ words, state }) => [words, state]).sort()).toEqual([
        ['Bio', 'accepted'],
        ['Sommaren och semester', 'waiting'],
      ]);
      expect((await items.agenda(1)).items.map(({ title }) => title)).toContain('Bio');
    });
  });
});
