import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Answers } from '../../src/answers/answers.service';
import { Instant } from '../../src/kernel/instant';
import { Outbox } from '../../src/outbox/outbox.service';
import { deliverySchema } from '../../src/outbox/store/outbox.schemas';
import { MailboxRounds } from '../../src/replies/mailbox-rounds.service';
import { incomingMailSchema, type IncomingMailRow } from '../../src/replies/store/replies.schemas';
import { callTables } from '../support/calls-house';
import { Dovecot, hasDovecot } from '../support/dovecot';
import { onEachDatabase } from '../support/databases';
import { whenPresent } from '../support/needs';
import { housesMailbox, RepliesHouse } from '../support/replies-house';
import { event, calendar, part, text } from '../support/reply-mails';

onEachDatabase((name, open) => {
  let house: RepliesHouse;

  const rows = (): Promise<IncomingMailRow[]> =>
    house.calls.within(() =>
      house.calls.database.repository(incomingMailSchema).find({ order: { recordedAt: 'ASC' } }),
    );
  const kinds = async () =>
    (await rows()).map(({ kind, state, why }) => [kind, state, why].filter((one) => one !== ''));
  const acts = () =>
    house.calls.within(() => house.calls.get(Answers).ofGroup(house.group.viewer.organisationId, house.group.id));
  const wishes = () =>
    house.calls.within(() => house.calls.get(Answers).wishesOfGroup(house.group.viewer.organisationId, house.group.id));
  const deliveries = () =>
    house.calls.within(() => house.calls.get(Outbox).ofGroup(house.group.viewer, house.group.id));

  describe('a mail that came back', () => {
    beforeEach(async () => {
      house = await RepliesHouse.on((await open(callTables)).database);
    });
    afterEach(() => house.close());

    it('is an answer in the calendar way, on which the person’s next answer may follow', async () => {
      await house.take(house.reply({ more: ['COMMENT:Jag tar bussen'] }));
      await house.take(house.reply({ status: 'DECLINED' }, { messageId: '<2@post.example>' }));

      const [first, second] = await acts();
      expect(first).toMatchObject({ choice: 'yes', way: 'calendar', by: null, comment: 'Jag tar bussen', revision: 1 });
      expect(second).toMatchObject({ choice: 'no', personId: house.eva, meetingId: house.meetingId });
      expect(await kinds()).toEqual([
        ['answer', 'applied'],
        ['answer', 'applied'],
      ]);
    });

    it('counts once, however often and by whichever way it comes', async () => {
      const reply = house.reply();
      const otherWay = Buffer.concat([Buffer.from('Received: from elsewhere.example; yesterday\r\n'), reply]);

      for (const copy of [reply, reply, otherWay]) await house.take(copy);

      expect(await acts()).toHaveLength(1);
      expect(await rows()).toHaveLength(1);
    });

    it('of another content under the same Message-ID gives no second answer', async () => {
      await house.take(house.reply());
      await house.take(house.reply({ status: 'DECLINED' }));

      expect((await acts()).map(({ choice }) => choice)).toEqual(['yes']);
    });

    it('is a suggestion of another time, for the coordinator to read', async () => {
      const start = { start: 'DTSTART:20270415T110000Z', end: 'DTEND:20270415T120000Z', more: ['COMMENT:Torsdag?'] };

      await house.take(house.reply(start, { method: 'COUNTER' }));

      expect(await acts()).toEqual([]);
      expect(await wishes()).toMatchObject([
        { kind: 'otherTime', text: 'Torsdag?', way: 'calendar', proposedStart: { iso: '2027-04-15T11:00:00.000Z' } },
      ]);
    });

    it('changes nothing when its sender is not vouched for, and waits for the coordinator sealed', async () => {
      await house.take(house.reply({ more: ['COMMENT:Hemlig hälsning'] }, { results: null }));

      const [row] = await rows();
      expect(await acts()).toEqual([]);
      expect(row).toMatchObject({ kind: 'unverified', state: 'waiting', personId: house.eva });
      expect(row?.told).toMatch(/^s1:/);
    });

    it('is kept without its words when a machine or a stranger wrote it', async () => {
      await house.take(house.mail([text('Jag är borta.')], { headers: ['Auto-Submitted: auto-replied'] }));
      await house.take(house.mail([text('Köp nu!')], { to: `svar+${'x'.repeat(32)}@kretsen.example` }));

      expect(await kinds()).toEqual([
        ['nothing', 'nothing', 'automatic'],
        ['nothing', 'nothing', 'unknownAddress'],
      ]);
      expect((await rows()).every(({ told }) => told === null)).toBe(true);
    });

    it('never has anything mailed to anybody', async () => {
      const before = await deliveries();
      const refresh = { method: 'REFRESH', from: 'mallory@evil.example' };

      await house.take(house.reply());
      await house.take(house.reply({}, { results: null, messageId: '<2@post.example>' }));
      await house.take(house.reply({}, { ...refresh, messageId: '<3@post.example>' }));
      await house.take(house.mail([text('Hej')], { messageId: '<4@post.example>' }));

      expect(await deliveries()).toEqual(before);
    });

    it('has the meeting sent again to the invited address when a calendar asks for it, once for each SEQUENCE', async () => {
      const before = (await deliveries()).length;

      for (const id of [1, 2])
        await house.take(house.reply({}, { method: 'REFRESH', messageId: `<${String(id)}@p.example>` }));
      await house.calls.dispatch();

      const [again, ...more] = (await deliveries()).slice(before);
      expect(more).toEqual([]);
      expect(again).toMatchObject({ state: 'written', message: { recipient: 'eva@post.example', sequence: 0 } });
      expect(again?.message.messageId).not.toBe(house.sentMessageId);
      const folder = join(house.calls.settings.dataFolder, 'mail');
      const sent = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'latin1'));
      const nameOf = (id = '') => sent.find((one) => one.includes(`Message-ID: ${id}`))?.replace(id, '');
      expect(nameOf(again?.message.messageId)).toBe(nameOf(house.sentMessageId));
      expect(await kinds()).toEqual([
        ['resend', 'applied'],
        ['resend', 'nothing', 'sentAgainBefore'],
      ]);
    });

    it('that could not be delivered is bound to its message by the address it came to', async () => {
      const { database } = house.calls;
      await house.calls.within(() =>
        database.repository(deliverySchema).update({ state: 'written' }, { state: 'sent' }),
      );

      await house.take(bounce(house));

      const bounced = (await deliveries()).filter(({ state }) => state === 'bounced');
      expect(bounced).toMatchObject([
        { message: { messageId: house.sentMessageId }, progress: { outcome: 'noSuchAddress' } },
      ]);
    });

    it('that answers after the start says nothing any more', async () => {
      house.calls.clock.pass(60 * 24 * 60);

      await house.take(house.reply(), Instant.of('2027-04-14T12:00:00Z'));

      expect(await kinds()).toEqual([['nothing', 'nothing', 'meetingHasBegun']]);
    });
  });

  whenPresent('Dovecot (Debian package dovecot-imapd)', hasDovecot, () => {
    describe('a real mailbox', () => {
      let dovecot: Dovecot;

      beforeAll(async () => {
        dovecot = await Dovecot.start();
      });
      beforeEach(async () => {
        dovecot.empty();
        house = await RepliesHouse.on((await open(callTables)).database, housesMailbox(dovecot.url));
      });
      afterEach(() => house.close());
      afterAll(() => dovecot.stop());

      const look = (of: RepliesHouse = house) => of.calls.get(MailboxRounds).look();
      const reply = (number: number, status = 'ACCEPTED') =>
        house.reply({ status }, { messageId: `<${String(number)}@post.example>` });

      it('is read from where it was left, and what was read is marked as seen and left there', async () => {
        dovecot.deliver(reply(1));
        await look();
        dovecot.deliver(reply(2, 'DECLINED'));
        await look();
        await look();

        expect((await acts()).map(({ choice }) => choice)).toEqual(['yes', 'no']);
        expect(dovecot.flags()).toEqual(['S', 'S']);
      });

      // About where the second mail is being fetched, and where all have been taken in and none is marked.
      it.each([2500, 4000])('is read once, also when the line is lost after %d bytes', async (bytes) => {
        for (const number of [1, 2, 3]) dovecot.deliver(reply(number));
        const line = await dovecot.lineCutAfter(bytes);
        const cut = await RepliesHouse.alike(house, housesMailbox(line.url));

        await expect(look(cut)).rejects.toThrow();
        await look(cut);

        line.close();
        expect(await acts()).toHaveLength(3);
        expect(dovecot.flags()).toEqual(['S', 'S', 'S']);
      });

      it('gives each mail once when the server numbers all of it anew', async () => {
        for (const number of [1, 2, 3]) dovecot.deliver(reply(number));
        await look();
        dovecot.forgetNumbers();
        dovecot.deliver(reply(4));

        await look();

        expect(await acts()).toHaveLength(4);
        expect(await rows()).toHaveLength(4);
      });

      it('keeps a mail of more than a mebibyte where it lies, unseen, and tells that it was too large', async () => {
        dovecot.deliver(Buffer.concat([reply(1), Buffer.alloc(1024 * 1024, 'a\r\n')]));
        dovecot.deliver(reply(2));

        await look();

        expect((await kinds()).sort()).toEqual([
          ['answer', 'applied'],
          ['nothing', 'nothing', 'tooLarge'],
        ]);
        expect(dovecot.flags()).toEqual(['', 'S']);
      });

      it('goes past a mail that is made to stop it, and reads the next', async () => {
        dovecot.deliver(house.mail([part(endlessCalendar())]));
        dovecot.deliver(reply(2));

        await look();

        expect((await kinds()).sort()).toEqual([
          ['answer', 'applied'],
          ['nothing', 'nothing', 'tookTooLong'],
        ]);
      });

      // 10,000 take minutes: KRETSEN_TEST_WAITING=10000.
      const waiting = name === 'PostgreSQL' ? 400 : Number(process.env.KRETSEN_TEST_WAITING ?? 2000);
      const programs = name === 'PostgreSQL' ? 2 : 1;

      it(`of ${String(waiting)} waiting mails is taken in once each by ${String(programs)} program(s) at the same time`, async () => {
        const absence = (number: number): Buffer =>
          house.mail([text(`Jag är borta dag ${String(number)}.`)], { headers: ['Precedence: bulk'] });
        for (let number = 0; number < waiting; number++)
          dovecot.deliver(number % 20 === 0 ? reply(number) : absence(number));
        const began = Date.now();

        const all = [house];
        while (all.length < programs) all.push(await RepliesHouse.alike(house));
        await Promise.all(all.map((each) => look(each)));

        process.stderr.write(`${String(waiting)} waiting mails on ${name}: ${String(Date.now() - began)} ms\n`);
        expect(await acts()).toHaveLength(waiting / 20);
        expect(await rows()).toHaveLength(waiting);
      }, 900_000);
    });
  });
});

function endlessCalendar(): string {
  const changing =
    'BEGIN:STANDARD\r\nDTSTART:00010101T000000\r\nRRULE:FREQ=SECONDLY\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n';
  const zone = `BEGIN:VTIMEZONE\r\nTZID:Endless\r\n${changing}END:VTIMEZONE\r\n`;
  return calendar(zone + event({ start: 'DTSTART;TZID=Endless:20270414T130000' }));
}

function bounce(house: RepliesHouse): Buffer {
  const report =
    'Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.post.example\r\n\r\nFinal-Recipient: rfc822; eva@post.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 No such user';
  const returned = `Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${house.sentMessageId}\r\n`;
  return house.mail([text('Sorry'), report, returned], {
    from: 'MAILER-DAEMON@mx.post.example',
    headers: ['Return-Path: <>'],
    kind: 'multipart/report; report-type=delivery-status',
  });
}
