import { Instant } from '../../src/kernel/instant';
import type { KnownInvitation } from '../../src/replies/domain/known-invitation';
import { idOf } from '../../src/kernel/identifiers';

/** The token and the UID of Eva's invitation to one meeting, which every mail here is about unless it says otherwise. */
export const evasToken = 'evaevaevaevaevaevaevaevaevaeva22';
export const evasUid = '6b2f5a0e-7d54-4c0e-9b51-5d7a4f6f0a11';
/** Where Eva's calendar answers to. */
export const evasReplyAddress = `svar+${evasToken}@kretsen.example`;
export const evasAddress = 'eva@post.example';
export const own = { address: 'svar@kretsen.example', authservId: 'mx.kretsen.example' };

const id = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;

/** Asked once for 14 April 13.00, Swedish time. */
export const asked = {
  sequence: 0,
  revision: 1,
  writtenAt: Instant.of('2027-03-01T08:00:00.250Z'),
  start: Instant.of('2027-04-14T11:00:00Z'),
};

/** Then moved to 16 April. */
export const moved = {
  sequence: 1,
  revision: 2,
  writtenAt: Instant.of('2027-03-10T08:00:00Z'),
  start: Instant.of('2027-04-16T11:00:00Z'),
};

export const evasInvitation: KnownInvitation = {
  place: {
    organisationId: idOf<'organisation'>(id(1)),
    groupId: idOf<'group'>(id(2)),
    meetingId: idOf<'meeting'>(id(3)),
    personId: idOf<'person'>(id(4)),
  },
  uid: evasUid,
  mailedTo: [evasAddress],
  issued: [asked],
};

interface EventGiven {
  readonly uid?: string;
  readonly attendee?: string;
  readonly status?: string;
  readonly sequence?: number | null;
  readonly stamp?: string | null;
  readonly start?: string;
  readonly end?: string;
  readonly organizer?: boolean;
  readonly more?: readonly string[];
}

const usual: Required<EventGiven> = {
  uid: evasUid,
  attendee: `mailto:${evasAddress}`,
  status: 'ACCEPTED',
  sequence: 0,
  stamp: '20270302T091500Z',
  start: 'DTSTART:20270414T110000Z',
  end: 'DTEND:20270414T120000Z',
  organizer: true,
  more: [],
};

/** One VEVENT as a calendar sends it back. */
export function event(given: EventGiven = {}): string {
  const { uid, attendee, status, sequence, stamp, start, end, organizer, more } = { ...usual, ...given };
  return lines([
    'BEGIN:VEVENT',
    ...(stamp === null ? [] : [`DTSTAMP:${stamp}`]),
    start,
    end,
    `UID:${uid}`,
    ...(sequence === null ? [] : [`SEQUENCE:${sequence}`]),
    ...(organizer ? [`ORGANIZER:mailto:svar+${evasToken}@kretsen.example`] : []),
    `ATTENDEE;CN=Eva;PARTSTAT=${status}:${attendee}`,
    'SUMMARY:Accepted: Another title',
    ...more,
    'END:VEVENT',
  ]);
}

export const calendar = (events: string, method: string | null = 'REPLY'): string =>
  `${lines(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Somebody//Calendar//EN', ...(method === null ? [] : [`METHOD:${method}`])])}${events}END:VCALENDAR\r\n`;

export interface PartGiven {
  readonly type?: string;
  readonly encoding?: '7bit' | 'base64' | 'quoted-printable';
  readonly disposition?: string;
}

/** One part of a mail, encoded as asked for. */
export function part(text: string, { type, encoding = '7bit', disposition }: PartGiven = {}): string {
  const head = [
    `Content-Type: ${type ?? 'text/calendar; charset=utf-8; method=REPLY'}`,
    `Content-Transfer-Encoding: ${encoding}`,
    ...(disposition === undefined ? [] : [`Content-Disposition: ${disposition}`]),
  ];
  return `${lines(head)}\r\n${encoded(text, encoding)}`;
}

function encoded(text: string, encoding: string): string {
  if (encoding === 'base64')
    return (
      Buffer.from(text)
        .toString('base64')
        .match(/.{1,76}/g) ?? []
    ).join('\r\n');
  if (encoding !== 'quoted-printable') return text;
  return [...Buffer.from(text)]
    .map((byte) => {
      if (byte === 0x0d || byte === 0x0a) return String.fromCharCode(byte);
      const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x3d;
      return isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('')
    .split('\r\n')
    .map((line) => (line.match(/.{1,70}(?<!=[0-9A-F]?)|.{1,72}/g) ?? ['']).join('=\r\n'))
    .join('\r\n');
}

export interface MailGiven {
  readonly from?: string;
  readonly to?: string;
  readonly token?: string;
  /** null: the receiving server wrote none. */
  readonly results?: string | null;
  readonly messageId?: string;
  readonly headers?: readonly string[];
  readonly kind?: string;
  /** Above the others, as servers write them. */
  readonly above?: readonly string[];
}

const passed = (from: string): string =>
  `mx.kretsen.example; spf=pass smtp.mailfrom=${from}; dkim=pass header.d=post.example;\r\n dmarc=pass (p=REJECT sp=NONE) header.from=${from.split('@')[1] ?? ''}`;

/** A whole mail with these parts, as the receiving server keeps it. */
export function mail(parts: readonly string[], given: MailGiven = {}): Buffer {
  const { from = evasAddress, token = evasToken, to = `svar+${token}@kretsen.example` } = given;
  const { results = passed(from), messageId = '<reply-1@post.example>', kind = 'multipart/mixed' } = given;
  const head = [
    ...(given.above ?? []),
    ...(results === null ? [] : [`Authentication-Results: ${results}`]),
    'Received: from mx.post.example by mx.kretsen.example; Tue, 2 Mar 2027 10:15:03 +0100',
    `From: Eva <${from}>`,
    `To: <${to}>`,
    'Subject: =?UTF-8?Q?Accepterat:_M=C3=B6te?=',
    'Date: Tue, 2 Mar 2027 10:15:00 +0100',
    `Message-ID: ${messageId}`,
    'MIME-Version: 1.0',
    ...(given.headers ?? []),
    `Content-Type: ${kind}; boundary="=_edge"`,
  ];
  const body = parts.map((one) => `--=_edge\r\n${one}\r\n`).join('');
  return Buffer.from(`${lines(head)}\r\n${body}--=_edge--\r\n`);
}

export const text = (words: string): string => part(words, { type: 'text/plain; charset=utf-8' });

/** The plainest reply there is: Eva comes. */
export const evasYes = (given: MailGiven = {}): Buffer => mail([part(calendar(event()))], given);

const lines = (all: readonly string[]): string => all.map((line) => `${line}\r\n`).join('');
