import { NotFoundException } from '@nestjs/common';
import { spanInWords } from '../kernel/in-words';
import type { PersonId } from '../kernel/identifiers';
import { type Answer, show } from '../platform/web/answer';
import type { Meeting } from '../meetings/domain/meeting';
import type { CallMessage } from './domain/call-list';
import type { Gathering } from './domain/gathering';
import type { Mail } from './domain/mail';
import { contentLines } from './ical/content-lines';
import { readableCalendar } from './domain/readable-text';
import type { WrittenLine } from './mailroom.service';
import { mailName, type Speaker } from './send.pages';
import type { Prepared } from './sending.service';

export interface OneMail {
  /** The page it is looked at from. */
  readonly from: 'send' | 'pattern';
  readonly prepared: Prepared;
  readonly personId: PersonId;
  /** From 1, in the order they go. */
  readonly number: number;
}

/** The person's mails and the one that is looked at; a number that is none is as if it did not exist. */
export function pickedMail({ prepared, personId, number }: OneMail) {
  const written = prepared.lines.find(({ line }) => line.person.personId === personId);
  const picked = written?.mails[number - 1];
  if (!written || !picked) throw new NotFoundException();
  return { written, ...picked };
}

/** One mail as it will look, as text; its HTML has an address of its own. */
export function mailPage(one: OneMail, speaker: Speaker): Answer {
  const { say } = speaker;
  const { written, message, mail } = pickedMail(one);
  const { gathering } = one.prepared;
  const { calledName } = written.line.person;
  const base = `/groups/${gathering.parts.group.id}/${one.from}`;
  return show('invitations/mail', {
    title: say('mailPage.title', { number: one.number, of: written.mails.length, name: calledName }),
    caption: mailName(message, gathering, speaker),
    back: { text: say('mailPage.back'), href: base },
    head: {
      rows: [
        { key: say('mailPage.subject'), value: mail.subject },
        { key: say('mailPage.from'), value: `${mail.from.name} <${mail.from.address}>` },
        { key: say('mailPage.to'), value: `${mail.to.name} <${mail.to.address}>` },
      ],
    },
    paragraphs: paragraphsIn(mail.text),
    calendar: calendarModel({ mail, meeting: meetingOf(message, gathering) }, speaker),
    html: { text: say('mailPage.html'), href: `${base}/${one.personId}/${String(one.number)}/html` },
    neighbours: neighbours(one, written, base).map(({ key, href }) => ({ text: say(key), href })),
  });
}

const paragraphsIn = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split('\n'));

const meetingOf = (message: CallMessage, { ahead }: Gathering): Meeting | undefined =>
  ahead.find(({ id }) => message.kind === 'invitation' && id === message.meetingId)?.meeting;

interface CalendarPart {
  readonly mail: Mail;
  readonly meeting: Meeting | undefined;
}

function calendarModel({ mail: { calendar }, meeting }: CalendarPart, { say, language }: Speaker) {
  if (calendar === undefined) return null;
  const lines = contentLines(calendar.text);
  const value = (name: string): string => readableCalendar(lines.find((line) => line.name === name)?.value ?? '');
  return {
    rows: [
      { key: say('mailPage.summary'), value: value('SUMMARY') },
      ...(meeting ? [{ key: say('mailPage.start'), value: spanInWords(meeting.span, language) }] : []),
      { key: say('mailPage.location'), value: value('LOCATION') },
      { key: say('mailPage.answer'), value: say('mailPage.answerAsked') },
    ],
  };
}

function neighbours({ personId, number }: OneMail, { mails }: WrittenLine, base: string) {
  const to = (other: number) => `${base}/${personId}/${String(other)}`;
  return [
    ...(number > 1 ? [{ key: 'mailPage.previous', href: to(number - 1) }] : []),
    ...(number < mails.length ? [{ key: 'mailPage.next', href: to(number + 1) }] : []),
  ];
}
