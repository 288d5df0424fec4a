import PostalMime from 'postal-mime';
import { Answers } from '../../src/answers/answers.service';
import { standingAnswer } from '../../src/answers/domain/standing-answer';
import type { MeetingChange } from '../../src/meetings/domain/meeting';
import { Meetings } from '../../src/meetings/meetings.service';
import { Rescheduling } from '../../src/meetings/rescheduling.service';
import { MailboxRounds } from '../../src/replies/mailbox-rounds.service';
import { callTables } from '../support/calls-house';
import { onEachDatabase } from '../support/databases';
import { Dovecot, hasDovecot } from '../support/dovecot';
import { aDay } from '../support/groups-builders';
import { hasCalendarEngine, MemberCalendar } from '../support/member-calendar';
import { whenPresent } from '../support/needs';
import { housesMailbox, RepliesHouse } from '../support/replies-house';
import { part } from '../support/reply-mails';

const isHere = (): boolean => hasDovecot() && hasCalendarEngine();

// An iTIP engine that knows nothing of us plays Eva's calendar; what it answers comes back through a real IMAP server.
onEachDatabase((_, open) => {
  whenPresent('Dovecot and libical', isHere, () => {
    let house: RepliesHouse;
    let dovecot: Dovecot;
    let calendar: MemberCalendar;
    const seen = new Set<string>();

    beforeAll(async () => {
      dovecot = await Dovecot.start();
      house = await RepliesHouse.on((await open(callTables)).database, housesMailbox(dovecot.url));
      calendar = MemberCalendar.of('eva@post.example');
    });
    afterAll(async () => {
      calendar.close();
      await house.close();
      await dovecot.stop();
    });

    /** The calendar parts of Eva's mails that have left since the last time, as they stand in the mails. */
    const newCalendars = async (): Promise<readonly string[]> => {
      await house.calls.dispatch();
      const mails = await Promise.all(house.calls.mails().map((raw) => PostalMime.parse(raw)));
      const own = mails.filter(
        ({ to, messageId = '' }) => to?.[0]?.address === 'eva@post.example' && !seen.has(messageId),
      );
      for (const { messageId = '' } of own) seen.add(messageId);
      const texts = own.map(({ attachments }) => attachments.find(({ mimeType }) => mimeType === 'application/ics'));
      return texts.flatMap((one) => (one ? [Buffer.from(one.content as ArrayBuffer).toString('utf8')] : []));
    };
    const viewer = () => house.group.viewer;
    const meeting = async () =>
      (await house.calls.within(() => house.calls.get(Meetings).of(viewer(), house.group.id)))[0]!;
    const move = async (own: Partial<MeetingChange>): Promise<void> => {
      const before = await meeting();
      await house.calls.within(() =>
        house.calls.get(Rescheduling).move(viewer(), before.id, Object.assign({}, before, own)),
      );
      await house.group.send();
    };
    const answer = async () => {
      const acts = await house.calls.within(() =>
        house.calls.get(Answers).ofGroup(viewer().organisationId, house.group.id),
      );
      return standingAnswer(acts, (await meeting()).since)?.choice ?? null;
    };
    let replies = 0;
    const sendsReply = async (text: string): Promise<void> => {
      replies += 1;
      const type = 'text/calendar; charset=utf-8; method=REPLY';
      dovecot.deliver(house.mail([part(text, { type })], { messageId: `<${String(replies)}@post.example>` }));
      await house.calls.get(MailboxRounds).look();
    };
    let first = '';

    it('begins: the calendar takes our request and holds the one event, at our time', async () => {
      const [request = ''] = await newCalendars();
      first = request;

      const { class: kind, holds } = await calendar.take(request);

      expect(kind).toBe('REQUEST-NEW');
      expect(holds).toMatchObject([{ start: '20270414T110000Z', sequence: 0 }]);
    });

    it('takes its yes, through IMAP', async () => {
      await sendsReply(await calendar.reply('accept'));

      expect(await answer()).toBe('yes');
    });

    it('moves: the calendar takes the update, still holds one event, and is asked anew', async () => {
      await move({ day: aDay('2027-04-21') });
      const [update = ''] = await newCalendars();

      const { class: kind, holds } = await calendar.take(update);

      expect(['REQUEST-RESCHEDULE', 'REQUEST-UPDATE']).toContain(kind);
      expect(holds).toMatchObject([{ start: '20270421T110000Z', sequence: 1 }]);
      expect(await answer()).toBeNull();
    });

    it('lets the first request come late without harm', async () => {
      const { class: kind, holds } = await calendar.take(first);

      expect(kind).toBe('OBSOLETE');
      expect(holds).toMatchObject([{ start: '20270421T110000Z' }]);
    });

    it('takes its no to the new time, through IMAP', async () => {
      await sendsReply(await calendar.reply('decline'));

      expect(await answer()).toBe('no');
    });

    it('ends: the calendar takes the cancellation and holds nothing', async () => {
      const { id } = await meeting();
      await house.calls.within(() => house.calls.get(Rescheduling).cancel(viewer(), id));
      await house.group.send();
      const [cancellation = ''] = await newCalendars();

      const { class: kind, holds } = await calendar.take(cancellation);

      expect(kind).toBe('CANCEL-EVENT');
      expect(holds).toEqual([]);
    });
  });
});
