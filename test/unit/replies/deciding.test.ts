import { Instant } from '../../../src/kernel/instant';
import { type KnownByAddress, decideOn } from '../../../src/replies/domain/decide';
import type { Decision } from '../../../src/replies/domain/decision';
import { readMail } from '../../../src/replies/mime/read-mail';
import {
  asked,
  calendar,
  evasAddress,
  evasInvitation,
  evasReplyAddress,
  evasToken,
  evasUid,
  evasYes,
  event,
  mail,
  moved,
  own,
  part,
  text,
} from '../../support/reply-mails';

const arrivedAt = Instant.of('2027-03-12T10:00:00Z');
const known: KnownByAddress = new Map([[evasReplyAddress, evasInvitation]]);
const knownMoved: KnownByAddress = new Map([[evasReplyAddress, { ...evasInvitation, issued: [asked, moved] }]]);

async function decisions(raw: Buffer, by: KnownByAddress = known): Promise<readonly Decision[]> {
  const reading = await readMail(raw, own);
  if (reading.kind === 'unreadable') throw new Error(reading.why);
  return decideOn(reading.mail, by, arrivedAt);
}

async function decision(raw: Buffer, by: KnownByAddress = known): Promise<Decision> {
  const [only, ...more] = await decisions(raw, by);
  if (!only || more.length > 0) throw new Error('not one decision');
  return only;
}

const reply = (given: Parameters<typeof event>[0] = {}, method = 'REPLY'): Buffer =>
  mail([part(calendar(event(given), method), { type: `text/calendar; charset=utf-8; method=${method}` })]);

const said = (found: Decision) => ('said' in found ? found.said : found);
const choiceIn = (found: Decision) => (found.kind === 'answer' ? found.said.choice : found);
const doubtsIn = (found: Decision) => (found.kind === 'unverified' ? found.doubts : found);
const whyIn = (found: Decision) => (found.kind === 'nothing' ? found.why : found);

describe('a calendar reply on which token, UID, attendee and vouched-for sender agree', () => {
  it('is an answer, made when the calendar says it was', async () => {
    expect(await decision(evasYes())).toEqual({
      kind: 'answer',
      place: evasInvitation.place,
      uid: evasUid,
      said: {
        kind: 'answer',
        choice: 'yes',
        revision: 1,
        actedAt: Instant.of('2027-03-02T09:15:00Z'),
        comment: '',
      },
    });
  });

  it.each([
    ['ACCEPTED', 'yes'],
    ['DECLINED', 'no'],
    ['TENTATIVE', 'maybe'],
  ])('says with %s: %s', async (status, choice) => {
    expect(choiceIn(await decision(reply({ status })))).toBe(choice);
  });

  it.each(['NEEDS-ACTION', 'DELEGATED', 'COMPLETED', 'constructor', ''])('says nothing with "%s"', async (status) => {
    expect(whyIn(await decision(reply({ status })))).toBe('noChoice');
  });

  it('counts without an ORGANIZER, which Exchange and outlook.com leave out', async () => {
    expect(choiceIn(await decision(reply({ organizer: false })))).toBe('yes');
  });

  it('counts when the calendar writes MAILTO: and the address in capitals', async () => {
    expect(choiceIn(await decision(reply({ attendee: 'MAILTO:EVA@Post.example' })))).toBe('yes');
  });

  it('counts when Apple names a principal and the address beside it', async () => {
    const more = [`ATTENDEE;EMAIL=${evasAddress};PARTSTAT=DECLINED:urn:uuid:1b2c`];
    const one = calendar(event({ more })).replace(/ATTENDEE;CN.*\r\n/, '');
    expect(choiceIn(await decision(mail([part(one)])))).toBe('no');
  });

  it('is read from every VEVENT, each with its own decision', async () => {
    const both = calendar(event() + event({ uid: 'another', status: 'DECLINED' }));

    const found = await decisions(mail([part(both)]));

    expect(found.map(({ kind }) => kind)).toEqual(['answer', 'unverified']);
  });

  it('comes to its invitation by the UID when the mail was sent to two of our addresses', async () => {
    const other = 'o'.repeat(32);
    const olles = { ...evasInvitation, uid: 'olles', mailedTo: ['olle@post.example'] };
    const raw = mail([part(calendar(event()))], {
      to: `svar+${other}@kretsen.example>, <svar+${evasToken}@kretsen.example`,
    });

    const found = await decision(raw, new Map([...known, [`svar+${other}@kretsen.example`, olles]]));

    expect(choiceIn(found)).toBe('yes');
  });

  it('brings its comment as plain words, however it was written', async () => {
    const more = ['COMMENT:Jag kommer lite sent\\n\u0007<script>{{x}}</script>', 'COMMENT:Hej'];

    const found = said(await decision(reply({ more })));

    expect(found).toMatchObject({ comment: 'Jag kommer lite sent\n<script>{ {x} }</script>\nHej' });
  });

  it('keeps a comment without the personal number that stands in it', async () => {
    const found = said(await decision(reply({ more: ['COMMENT:Jag heter 811218-9876 och kommer'] })));

    expect(found).toMatchObject({ choice: 'yes', comment: 'Jag heter och kommer' });
  });

  it('takes 2000 characters of a comment and leaves the rest', async () => {
    const found = said(await decision(reply({ more: [`COMMENT:${'å'.repeat(5000)}`] })));

    expect(found).toMatchObject({ comment: 'å'.repeat(2000) });
  });
});

describe('the moment of an answer', () => {
  const momentOf = async (stamp: string | null): Promise<string> => {
    const found = said(await decision(reply({ stamp })));
    return 'actedAt' in found ? found.actedAt.iso : '';
  };

  it.each([
    ['is copied from our request, as old Exchange does', '20270301T080000Z'],
    ['is in the future', '20270313T100000Z'],
    ['is before we asked', '19700101T000000Z'],
    ['is missing', null],
  ])('is when the mail came, if the DTSTAMP %s', async (_, stamp) => {
    expect(await momentOf(stamp)).toBe(arrivedAt.iso);
  });

  it('is the DTSTAMP otherwise', async () => {
    expect(await momentOf('20270311T235959Z')).toBe('2027-03-11T23:59:59.000Z');
  });

  it('makes it nothing when the meeting had begun', async () => {
    const reading = await readMail(reply({ stamp: '20270414T110000Z' }), own);
    if (reading.kind === 'unreadable') throw new Error();

    const [found] = decideOn(reading.mail, known, Instant.of('2027-04-14T11:05:00Z'));

    expect(found).toEqual({ kind: 'nothing', why: 'meetingHasBegun' });
  });
});

describe('the revision that a reply answers', () => {
  const revisionOf = async (sequence: number | null): Promise<unknown> => {
    const start = 'DTSTART:20270416T110000Z';
    const found = said(await decision(reply({ sequence, start, end: 'DTEND:20270416T120000Z' }), knownMoved));
    return 'revision' in found ? found.revision : found;
  };

  it('is the newest when the sequence is the newest', async () => {
    expect(await revisionOf(1)).toBe(2);
  });

  it('is the newest when the attendee raised SEQUENCE', async () => {
    expect(await revisionOf(7)).toBe(2);
  });

  it('is the old one when the sequence is from before the move', async () => {
    expect(await revisionOf(0)).toBe(1);
  });

  it('is the first when no sequence is told, which means 0', async () => {
    expect(await revisionOf(null)).toBe(1);
  });
});

describe('a reply that does not agree with its invitation', () => {
  it('is shown and not counted when the mail is from another address', async () => {
    expect(doubtsIn(await decision(evasYes({ from: 'eva@work.example' })))).toEqual(['otherSender']);
  });

  it('is shown and not counted when the UID is another', async () => {
    expect(doubtsIn(await decision(reply({ uid: 'another' })))).toEqual(['otherMeeting']);
  });

  it('is shown and not counted when the attendee is another, and nobody is added', async () => {
    expect(await decision(reply({ attendee: 'mailto:evas.alias@post.example' }))).toMatchObject({
      kind: 'unverified',
      doubts: ['otherAttendee'],
      claimed: { from: evasAddress, attendee: 'evas.alias@post.example', attendeeName: 'Eva' },
    });
  });

  it.each([
    ['no server said anything', null],
    ['DMARC failed', 'mx.kretsen.example; dmarc=fail header.from=post.example'],
    ['DMARC passed for another domain', 'mx.kretsen.example; dmarc=pass header.from=evil.example'],
    ['only SPF passed', 'mx.kretsen.example; spf=pass smtp.mailfrom=eva@post.example'],
    ['another server said so', 'mx.evil.example; dmarc=pass header.from=post.example'],
    ['the pass stands in a comment', 'mx.kretsen.example; (dmarc=pass header.from=post.example) dkim=none'],
    [
      'it passed and failed in one',
      'mx.kretsen.example; dmarc=pass header.from=post.example; dmarc=fail header.from=post.example',
    ],
  ])('is shown and not counted when %s', async (_, results) => {
    expect(doubtsIn(await decision(evasYes({ results })))).toEqual(['senderNotVouchedFor']);
  });

  it('is shown and not counted when our server’s word is not the topmost', async () => {
    const above = ['Authentication-Results: relay.example; dmarc=none'];

    expect(doubtsIn(await decision(evasYes({ above })))).toEqual(['senderNotVouchedFor']);
  });

  it('is shown and not counted when it has two From, whatever each of them says', async () => {
    expect(doubtsIn(await decision(evasYes({ headers: ['From: eva@post.example'] })))).toEqual([
      'otherSender',
      'senderNotVouchedFor',
    ]);
  });

  it('is nothing when we do not know the address it came to', async () => {
    expect(whyIn(await decision(evasYes({ token: 'x'.repeat(32) })))).toBe('unknownAddress');
    expect(whyIn(await decision(evasYes({ to: 'svar@kretsen.example' })))).toBe('notToUs');
    expect(whyIn(await decision(evasYes({ to: `svar+${evasToken}@kretsen.example.evil.example` })))).toBe('notToUs');
  });

  it('is found by Delivered-To when it was sent as a blind copy', async () => {
    const headers = [`Delivered-To: svar+${evasToken}@kretsen.example`];

    expect(choiceIn(await decision(evasYes({ to: 'undisclosed@post.example', headers })))).toBe('yes');
  });
});

describe('another method than REPLY', () => {
  const counter = { start: 'DTSTART:20270415T110000Z', end: 'DTEND:20270415T123000Z', more: ['COMMENT:Torsdag?'] };
  const thursday = { kind: 'suggestion', start: Instant.of('2027-04-15T11:00:00Z'), minutes: 90, comment: 'Torsdag?' };

  it('COUNTER is a suggestion of another time', async () => {
    expect(await decision(reply({ ...counter, status: 'TENTATIVE' }, 'COUNTER'))).toMatchObject({
      kind: 'suggestion',
      said: thursday,
    });
  });

  it('COUNTER from somebody else is shown, and suggests nothing by itself', async () => {
    const raw = mail([part(calendar(event(counter), 'COUNTER'), { type: 'text/calendar; method=COUNTER' })], {
      from: 'mallory@evil.example',
    });

    expect(await decision(raw)).toMatchObject({ kind: 'unverified', doubts: ['otherSender'], said: thursday });
  });

  it('a REPLY with a start that we never named is a suggestion, as iOS sends it', async () => {
    expect(await decision(reply({ ...counter, status: 'TENTATIVE' }))).toMatchObject({
      kind: 'suggestion',
      said: thursday,
    });
  });

  it('a REPLY with the start of an earlier revision is an answer to that one, and no suggestion', async () => {
    expect(said(await decision(reply(), knownMoved))).toMatchObject({ kind: 'answer', revision: 1 });
  });

  it.each([
    ['a Windows name', 'DTSTART;TZID=W. Europe Standard Time:20270414T130000'],
    ['a name without VTIMEZONE', 'DTSTART;TZID=Europe/Stockholm:20270414T130000'],
    ['a name that nobody knows', 'DTSTART;TZID=Customized Time Zone 1:20270414T150000'],
    ['no zone at all', 'DTSTART:20270414T150000'],
    ['a day only', 'DTSTART;VALUE=DATE:20270414'],
  ])('a REPLY in a time zone by %s is an answer', async (_, start) => {
    expect(choiceIn(await decision(reply({ start, end: 'DTEND:20270414T120000Z' })))).toBe('yes');
  });

  it('a declared VTIMEZONE is believed in whatever its name is', async () => {
    const zone =
      'BEGIN:VTIMEZONE\r\nTZID:Mine\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n';
    const same = calendar(zone + event({ start: 'DTSTART;TZID=Mine:20270414T140000' }));
    const other = calendar(zone + event({ start: 'DTSTART;TZID=Mine:20270414T150000' }));

    expect(choiceIn(await decision(mail([part(same)])))).toBe('yes');
    expect((await decision(mail([part(other)]))).kind).toBe('suggestion');
  });

  it('REFRESH has the meeting sent again when all agree, and never otherwise', async () => {
    const refresh = part(calendar(event(), 'REFRESH'), { type: 'text/calendar; method=REFRESH' });

    expect(await decision(mail([refresh]), knownMoved)).toEqual({
      kind: 'resend',
      place: evasInvitation.place,
      sequence: 1,
    });
    expect(whyIn(await decision(mail([refresh], { from: 'mallory@evil.example' })))).toBe('refreshNotAgreed');
  });

  it.each(['REQUEST', 'CANCEL', 'PUBLISH', 'ADD', 'DECLINECOUNTER', 'toString', ''])(
    '"%s" changes nothing',
    async (method) => {
      const raw = mail([part(calendar(event(), method), { type: 'text/calendar' })]);

      expect(whyIn(await decision(raw))).toBe('otherMethod');
    },
  );

  it('changes nothing when the part says REPLY and the calendar in it something else', async () => {
    expect(whyIn(await decision(mail([part(calendar(event(), 'REQUEST'))])))).toBe('otherMethod');
  });
});

describe('how the calendar is wrapped', () => {
  const svenska = calendar(event({ more: ['COMMENT:Räksmörgås åäö'] }));

  it.each([
    ['quoted-printable', part(svenska, { encoding: 'quoted-printable' })],
    ['base64', part(svenska, { encoding: 'base64' })],
    ['a byte order mark first', part(`\ufeff${svenska}`, { encoding: 'base64' })],
    ['plain line feeds', part(svenska.replaceAll('\r\n', '\n'), { encoding: 'base64' })],
    ['no method on the part', part(svenska, { type: 'text/calendar; charset="utf-8"' })],
    ['METHOD only on the part', part(calendar(event({ more: ['COMMENT:Räksmörgås åäö'] }), null))],
    [
      'application/ics only',
      part(svenska, { type: 'application/ics; name="invite.ics"', disposition: 'attachment', encoding: 'base64' }),
    ],
    [
      'a file that nobody named a type for',
      part(svenska, { type: 'application/octet-stream; name=reply.ics', encoding: 'base64' }),
    ],
  ])('does not matter: %s', async (_, wrapped) => {
    const found = said(await decision(mail([text('Eva har tackat ja'), wrapped])));

    expect(found).toMatchObject({ choice: 'yes', comment: 'Räksmörgås åäö' });
  });

  it('prefers the part that calls itself a reply to one that merely lies beside it', async () => {
    const request = part(calendar(event({ status: 'NEEDS-ACTION' }), 'REQUEST'), { type: 'application/ics' });

    expect(choiceIn(await decision(mail([request, part(calendar(event()))])))).toBe('yes');
  });

  it('as a forwarded message inside a message is not a reply', async () => {
    const forwarded = evasYes().toString('latin1').replaceAll('=_edge', '=_inner');
    const inside = `Content-Type: message/rfc822\r\n\r\n${forwarded}`;

    expect(whyIn(await decision(mail([inside])))).toBe('empty');
  });
});

describe('mail that no calendar wrote', () => {
  const absence = { headers: ['Auto-Submitted: auto-replied'] };

  it('is kept for a person to read, without what it quotes', async () => {
    const found = await decision(mail([text('Hej! Jag kan inte.\r\n> Kallelse till möte')]));

    expect(found).toMatchObject({ kind: 'written', place: evasInvitation.place, text: 'Hej! Jag kan inte.' });
  });

  it('is kept also when it is HTML only', async () => {
    const html = part('<style>p{}</style><p>Jag kan <b>inte</b>.</p>', { type: 'text/html' });

    expect(await decision(mail([html]))).toMatchObject({ kind: 'written', text: 'Jag kan inte .' });
  });

  it.each([
    'Auto-Submitted: auto-replied',
    'Auto-Submitted: AUTO-GENERATED; x=y',
    'Return-Path: <>',
    'Precedence: bulk',
    'Precedence: junk',
    'Precedence: list',
    'X-Autoreply: yes',
  ])('is no answer when a machine wrote it: %s', async (header) => {
    expect(whyIn(await decision(mail([text('Jag är borta.')], { headers: [header] })))).toBe('automatic');
  });

  it('is read for the real REPLY in it also when a machine wrote it, as room mailboxes do', async () => {
    expect(choiceIn(await decision(mail([text('Rummet är bokat.'), part(calendar(event()))], absence)))).toBe('yes');
  });

  it('is a bounce when it is a report of a failed delivery, bound to the address it came to', async () => {
    expect(await decision(bounceOf('failed', '5.1.1'))).toEqual({
      kind: 'bounce',
      address: evasReplyAddress,
      report: {
        action: 'failed',
        status: '5.1.1',
        diagnostic: '550 5.1.1 No such user here',
        messageId: '<invitation-1@kretsen.example>',
      },
    });
  });

  it('is a bounce for good also when the server gave up on a passing trouble, or told no status', async () => {
    expect(await decision(bounceOf('failed', '4.4.7'))).toMatchObject({ kind: 'bounce', report: { status: '5.4.7' } });
    expect(await decision(bounceOf('failed', 'unknown'))).toMatchObject({
      kind: 'bounce',
      report: { status: '5.0.0' },
    });
  });

  it('is nothing to act on when a delivery is merely late, or came through after all', async () => {
    expect(whyIn(await decision(bounceOf('delayed', '4.4.1')))).toBe('delayed');
    expect(whyIn(await decision(bounceOf('delivered', '2.0.0')))).toBe('deliveredAfterAll');
  });
});

function bounceOf(action: string, status: string): Buffer {
  const report = [
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.post.example',
    '',
    'Final-Recipient: rfc822; eva@post.example',
    `Action: ${action}`,
    `Status: ${status} (No such user)`,
    'Diagnostic-Code: smtp; 550 5.1.1 No such user here',
  ].join('\r\n');
  const returned = `Content-Type: message/rfc822\r\n\r\nMessage-ID:\r\n <invitation-1@kretsen.example>\r\nSubject: Kallelse\r\n\r\nHej`;
  return mail([text('Sorry'), report, returned], {
    from: 'MAILER-DAEMON@mx.post.example',
    headers: ['Return-Path: <>', 'Auto-Submitted: auto-replied'],
    kind: 'multipart/report; report-type=delivery-status',
  });
}
