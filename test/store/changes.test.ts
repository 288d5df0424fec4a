import PostalMime, { type Email } from 'postal-mime';
import { Answers } from '../../src/answers/answers.service';
import type { Choice } from '../../src/answers/domain/act';
import { Leaving } from '../../src/groups/leaving.service';
import { CallsJob } from '../../src/invitations/calls-job.service';
import { Reminders } from '../../src/invitations/reminders.service';
import { InvitationRepository } from '../../src/invitations/invitation.repository';
import type { MeetingId, PersonId } from '../../src/kernel/identifiers';
import { TimeOfDay } from '../../src/kernel/time-of-day';
import type { Meeting, MeetingChange } from '../../src/meetings/domain/meeting';
import { Meetings } from '../../src/meetings/meetings.service';
import { Rescheduling } from '../../src/meetings/rescheduling.service';
import { deliverySchema } from '../../src/outbox/store/outbox.schemas';
import { People } from '../../src/people/people.service';
import type { Database } from '../../src/platform/database/database';
import { CalledGroup, CallsHouse, callTables } from '../support/calls-house';
import { onEachDatabase } from '../support/databases';
import { aDay } from '../support/groups-builders';
import { byMail, details } from '../support/people-builders';

const days = ['2027-04-14', '2027-05-12', '2027-06-16'];

onEachDatabase((_, open) => {
  let database: Database;
  let house: CallsHouse;
  let group: CalledGroup;
  let eva: PersonId;

  beforeEach(async () => {
    ({ database } = await open(callTables));
    house = await CallsHouse.on(database);
    group = await CalledGroup.in(house);
    eva = await group.add({ calledName: 'Eva', fullName: 'Eva Öberg', ...byMail('eva@post.example') });
    await group.book(days, { place: 'Biblioteket', placeIsPublic: true, form: 'office' });
    await group.send();
    await house.dispatch();
    read = house.mails().length;
  });
  afterEach(() => house.close());

  let read = 0;
  const seen = new Set<string>();
  /** The mails that have left since the last time it was asked. */
  const newMails = async (): Promise<readonly Email[]> => {
    await house.dispatch();
    const all = await Promise.all(house.mails().map((raw) => PostalMime.parse(raw)));
    const fresh = all.filter(({ messageId = '' }) => !seen.has(messageId));
    for (const { messageId = '' } of all) seen.add(messageId);
    return read === 0 ? all : fresh;
  };
  const ics = ({ attachments }: Email): string => {
    const content = attachments.find(({ mimeType }) => mimeType === 'text/calendar')?.content ?? '';
    const text = typeof content === 'string' ? content : Buffer.from(new Uint8Array(content)).toString('utf8');
    return text.replaceAll(/\r?\n /g, '');
  };
  const valueOf = (mail: Email, name: string): string =>
    new RegExp(`^${name}[^:\r\n]*:(.*)$`, 'm').exec(ics(mail))?.[1]?.trim() ?? '';
  const to = (address: string) => (mail: Email) => mail.to?.[0]?.address === address;
  const meetings = (): Promise<readonly Meeting[]> =>
    house.within(() => house.get(Meetings).of(group.viewer, group.id));
  const nth = async (number: number): Promise<Meeting> => (await meetings()).find((one) => one.number === number)!;
  const change = async (number: number, own: Partial<MeetingChange>): Promise<void> => {
    const meeting = await nth(number);
    await house.within(() => house.get(Rescheduling).move(group.viewer, meeting.id, Object.assign({}, meeting, own)));
  };
  const cancel = async (number: number): Promise<void> => {
    const { id } = await nth(number);
    await house.within(() => house.get(Rescheduling).cancel(group.viewer, id));
  };
  const uids = async (): Promise<readonly string[]> => {
    const kept = await house.within(() =>
      house.app
        .get<InvitationRepository>(InvitationRepository, { strict: false })
        .ofGroup(group.viewer.organisationId, group.id),
    );
    return kept.map(({ uid }) => uid).sort();
  };
  const answer = (personId: PersonId, meetingId: MeetingId, choice: Choice, revision = 1): Promise<unknown> =>
    house.within(() =>
      house.get(Answers).give({
        ...{ organisationId: group.viewer.organisationId, groupId: group.id, meetingId, personId, revision, choice },
        ...{ way: 'link', actedAt: house.clock.now(), by: null, comment: '', source: `link:${meetingId}${personId}` },
      }),
    );
  const sequenceOf = (mail: Email): number => Number(valueOf(mail, 'SEQUENCE'));

  beforeEach(async () => {
    seen.clear();
    for (const raw of house.mails()) seen.add((await PostalMime.parse(raw)).messageId ?? '');
  });

  it('mails a moved meeting to everybody once, as an update that asks again, and tells old and new', async () => {
    const before = await uids();
    await answer(eva, (await nth(2)).id, 'yes');
    await change(2, { day: aDay('2027-05-19'), start: TimeOfDay.of('10:00') });

    await group.send();

    const mails = await newMails();
    expect(mails).toHaveLength(4);
    const [mail] = mails.filter(to('eva@post.example'));
    expect(mail?.subject).toBe('Ändrad tid för möte: 12 maj kl. 13.00 blir 19 maj kl. 10.00');
    expect(mail?.text).toContain('Förut: onsdag 12 maj 2027');
    expect(ics(mail!)).toMatch(/METHOD:REQUEST[^]*SEQUENCE:1\s[^]*PARTSTAT=NEEDS-ACTION;RSVP=TRUE/);
    expect(await uids()).toEqual(before);
  });

  it('keeps an answer when only the place changes, and does not ask again', async () => {
    await answer(eva, (await nth(1)).id, 'yes');
    await change(1, { place: 'Stadshuset' });

    await group.send();

    const [mail] = (await newMails()).filter(to('eva@post.example'));
    expect(mail?.text).toContain('Du behöver inte svara igen.');
    expect(ics(mail!)).toMatch(/PARTSTAT=ACCEPTED;CN/);
  });

  it('tells of a new place beside a new time', async () => {
    await change(1, { day: aDay('2027-04-15'), place: 'Stadshuset' });

    await group.send();

    const [mail] = (await newMails()).filter(to('eva@post.example'));
    expect(mail?.text).toContain('Mötet har fått en ny tid. Platsen är också ny.');
    expect(mail?.text).toContain('Plats förut: Biblioteket');
  });

  it('lets a change hold that nobody needs to hear of', async () => {
    await change(1, { place: 'Rum 4', placeIsPublic: false });
    await group.send();
    await newMails();
    await change(1, { place: 'Rum 5' });

    await group.send();

    expect(await newMails()).toEqual([]);
    expect((await nth(1)).state).toBe('called');
  });

  it('books nobody to a meeting that was not sent when somebody else leaves', async () => {
    const day = aDay('2027-08-18');
    await house.book(group.viewer, group.id, [{ number: 4, day, target: day }]);
    await house.within(() => house.get(Leaving).leave(group.viewer, group.id, eva));

    expect(await uids()).toHaveLength(12);
  });

  it('makes one mail of edits that come close together, and none of those that come to nothing', async () => {
    await change(1, { day: aDay('2027-04-15') });
    await group.send();
    await change(1, { day: aDay('2027-04-16') });
    await change(2, { day: aDay('2027-05-13') });
    await change(2, { day: aDay('2027-05-12') });
    await group.send();

    const mails = (await newMails()).filter(to('eva@post.example'));

    expect(mails.map(({ subject }) => subject)).toEqual([
      'Ändrad tid för möte: 14 april kl. 13.00 blir 16 april kl. 13.00',
    ]);
  });

  it('waits with a change as long as the setting says', async () => {
    await house.close();
    house = await CallsHouse.on(database, { calls: { changePause: 10, daysAhead: 14 } });
    await change(1, { day: aDay('2027-04-15') });

    await group.send.call({ house, viewer: group.viewer, id: group.id });

    expect(await newMails()).toEqual([]);
  });

  it('cancels with METHOD, STATUS and a higher SEQUENCE, to everybody who was called', async () => {
    await cancel(3);

    await group.send();

    const mails = await newMails();
    expect(mails.map(({ subject }) => subject)).toEqual(Array(4).fill('Inställt möte 16 juni kl. 13.00'));
    expect(mails.every((mail) => /METHOD:CANCEL[^]*STATUS:CANCELLED/.test(ics(mail)))).toBe(true);
    expect(mails.map(sequenceOf)).toEqual([1, 1, 1, 1]);
  });

  it('can call off the whole year that is left', async () => {
    await house.within(() => house.get(Rescheduling).cancelRest(group.viewer, group.id));

    await group.send();

    expect((await newMails()).filter(to('eva@post.example'))).toHaveLength(3);
  });

  it.each(['leaves', 'takes back the yes to take part', 'takes back the yes to mail'] as const)(
    'takes the meetings ahead out of the calendar of somebody who %s, at once and of nobody else',
    async (how) => {
      house.clock.pass(60 * 24 * 60);

      if (how === 'leaves') await house.within(() => house.get(Leaving).leave(group.viewer, group.id, eva));
      else await group.withdraw(eva, how.endsWith('mail') ? 'contact' : 'take-part');

      const mails = await newMails();
      expect(mails.map(({ subject }) => subject).sort()).toEqual([
        'Du är inte längre bokad 12 maj kl. 13.00',
        'Du är inte längre bokad 16 juni kl. 13.00',
      ]);
      expect(mails.every(to('eva@post.example'))).toBe(true);
      expect(mails.every(({ text = '' }) => !text.includes('/m/'))).toBe(true);
    },
  );

  it('mails no goodbye of what never left', async () => {
    await change(1, { day: aDay('2027-04-15') });
    const bo = await group.add({ calledName: 'Bo', fullName: 'Bo Dal', ...byMail('bo@post.example') });
    await group.send();
    await group.withdraw(bo, 'contact');

    expect((await newMails()).filter(to('bo@post.example'))).toEqual([]);
  });

  it('invites a new address under the same calendar names, and leaves the old one alone', async () => {
    const before = await uids();
    const told = details({ calledName: 'Eva', fullName: 'Eva Öberg', ...byMail('eva@annat.example') });
    await house.within(() => house.get(People).change(group.viewer, eva, told));

    await group.send();

    const mails = await newMails();
    expect(mails.every(to('eva@annat.example'))).toBe(true);
    expect(mails).toHaveLength(4);
    expect(await uids()).toEqual(before);
  });

  it('B29: sends nothing more when it is asked to send again', async () => {
    await expect(group.send()).rejects.toThrow('nothingLeftToSend');
    expect(await newMails()).toEqual([]);
  });

  describe('what goes out by itself', () => {
    const turn = (): Promise<void> => house.get(CallsJob).turn();
    const clockAt = (daysBeforeFirst: number, minutes = 0): void => {
      // The house's clock stands on 1 March at 09.00 Swedish time; the first meeting is 44 days later.
      house.clock.pass((44 - daysBeforeFirst) * 24 * 60 + minutes);
    };

    it('calls to a meeting fourteen days ahead with its agenda, once', async () => {
      clockAt(15);
      await turn();
      expect(await newMails()).toEqual([]);

      house.clock.pass(24 * 60);
      await turn();
      await turn();

      const mails = await newMails();
      expect(mails.map(({ subject }) => subject)).toEqual(Array(4).fill('Kallelse till möte 14 april kl. 13.00'));
      expect(mails[0]?.text).toContain('Det här tar vi upp');
      expect(mails.map(sequenceOf)).toEqual([0, 0, 0, 0]);
    });

    it('says what somebody has answered, asks no more, and leaves alone who cannot come', async () => {
      const { id } = await nth(1);
      await answer(eva, id, 'yes');
      await answer(group.olle, id, 'no');
      clockAt(14);

      await turn();

      const mails = await newMails();
      expect(mails.filter(to('olle@post.example'))).toEqual([]);
      const [mail] = mails.filter(to('eva@post.example'));
      expect(mail?.text).toContain('Du har svarat att du kommer.');
      expect(ics(mail!)).toMatch(/PARTSTAT=ACCEPTED;CN/);
    });

    it('reminds a week and a day before those who want it, without a calendar part', async () => {
      const place = { organisationId: group.viewer.organisationId, groupId: group.id, personId: eva };
      await house.within(() => house.get(Reminders).choose(place, { days: [1], tasks: false }));
      clockAt(14);
      await turn();
      await newMails();

      house.clock.pass(7 * 24 * 60);
      await turn();
      const week = await newMails();
      house.clock.pass(6 * 24 * 60);
      await turn();
      await turn();
      const day = await newMails();

      expect(week.map(({ subject }) => subject)).toEqual(Array(3).fill('Påminnelse om möte 14 april kl. 13.00'));
      expect(week.some(to('eva@post.example'))).toBe(false);
      expect(day.filter(to('eva@post.example'))).toHaveLength(1);
      expect(day).toHaveLength(4);
      expect(day[0]?.attachments).toEqual([]);
    });

    it('calls to a meeting that is soon also while another waits to be sent', async () => {
      await change(3, { day: aDay('2027-06-17') });
      clockAt(14);

      await turn();

      expect((await newMails()).map(({ subject }) => subject)).toEqual(
        Array(4).fill('Kallelse till möte 14 april kl. 13.00'),
      );
    });

    it('wakes nobody at night', async () => {
      clockAt(14, -180);
      await turn();

      expect(await newMails()).toEqual([]);
    });

    it('waits with a meeting that was moved until a person has sent the change', async () => {
      await change(1, { day: aDay('2027-04-15') });
      clockAt(10);

      await turn();

      expect(await newMails()).toEqual([]);
    });

    it('does not try a call again by itself when it came back', async () => {
      clockAt(14);
      await turn();
      await house.within(() => database.repository(deliverySchema).update({ kind: 'call' }, { state: 'failed' }));

      await turn();

      const kept = await house.within(() => database.repository(deliverySchema).countBy({ kind: 'call' }));
      expect(kept).toBe(4);
    });
  });
});
