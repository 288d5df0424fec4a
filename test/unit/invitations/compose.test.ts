import PostalMime from 'postal-mime';
import { Mail } from '../../../src/invitations/domain/mail';
import { icalText } from '../../../src/invitations/ical/ical-text';
import { compose } from '../../../src/platform/mail/compose';
import { anEvent, anInvitation, anOverview, aMeeting, aRecipient, aStamp } from '../../support/calls';
import { mimeTree, outline } from '../../support/mime-tree';

const aCancellation = (): Mail => ({
  ...anInvitation(),
  calendar: { method: 'CANCEL', text: icalText(anEvent().cancelled(aStamp().date)) },
});

const raw = (mail: Mail): string => compose(mail).toString('latin1');

describe('the MIME of a mail', () => {
  it('B8, B17: carries the calendar as the last alternative and as a file', () => {
    expect(outline(mimeTree(raw(anInvitation())))).toBe(
      'multipart/mixed [multipart/alternative [text/plain, text/html, text/calendar], application/ics]',
    );
  });

  it('is plain text and HTML alone for the overview', () => {
    expect(outline(mimeTree(raw(anOverview())))).toBe('multipart/alternative [text/plain, text/html]');
  });

  it.each([
    ['REQUEST', anInvitation()],
    ['CANCEL', aCancellation()],
  ])('B5, B15: says %s in the part as in the calendar', async (method, mail) => {
    const [alternative, file] = mimeTree(raw(mail)).parts;
    const { attachments } = await PostalMime.parse(compose(mail), { attachmentEncoding: 'utf8' });

    expect(alternative?.parts[2]?.head).toContain(`text/calendar; charset=utf-8; method=${method}`);
    expect(file?.head).toMatch(/Content-Disposition: attachment; filename=mote\.ics/);
    for (const { content } of attachments) expect(content).toContain(`\nMETHOD:${method}\n`);
  });

  it('does not offer the calendar alternative as an attachment', () => {
    const calendar = mimeTree(raw(anInvitation())).parts[0]?.parts[2];

    expect(calendar?.head).not.toMatch(/Content-Disposition|filename|name=/i);
  });

  it('carries the calendar text itself in the file, byte for byte', () => {
    const mail = anInvitation();
    const file = mimeTree(raw(mail)).parts[1];

    expect(Buffer.from(file?.body ?? '', 'base64').toString()).toBe(mail.calendar?.text);
  });

  it('has the same bytes each time', () => {
    expect(raw(anInvitation())).toBe(raw(anInvitation()));
  });

  it('has the Message-ID and the Date it was given', () => {
    const { head } = mimeTree(raw(anInvitation()));

    expect(head).toContain(`\r\nMessage-ID: ${aStamp().messageId}\r\n`);
    expect(head).toContain('\r\nDate: Tue, 01 Dec 2026 08:30:00 +0000\r\n');
  });

  it('asks machines not to answer, and says nothing about its program', () => {
    const { head } = mimeTree(raw(anInvitation()));

    expect(head).toContain('Auto-Submitted: auto-generated\r\n');
    expect(head).toContain('X-Auto-Response-Suppress: OOF, AutoReply\r\n');
    expect(head).not.toMatch(/X-Mailer|User-Agent|nodemailer/i);
  });

  it('ends every line with CR LF and has none longer than mail allows', () => {
    for (const mail of [anInvitation(), anOverview(), aCancellation()]) {
      const text = raw(mail);
      expect(text).not.toMatch(/(?<!\r)\n|\r(?!\n)/);
      expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
    }
  });

  it('B6, B7: holds no address but the recipient and the service', async () => {
    for (const mail of [anInvitation(), aCancellation()]) {
      const { from, to, replyTo, cc, bcc } = await PostalMime.parse(compose(mail));
      expect([from, ...(replyTo ?? [])].map((mailbox) => mailbox?.address)).toEqual(
        Array(2).fill(aMeeting().replyAddress),
      );
      expect(to?.map(({ address }) => address)).toEqual([aRecipient().address]);
      expect([cc, bcc]).toEqual([undefined, undefined]);
    }
  });
});
