import { decodeMail } from '../platform/mail/decode';
import { Mail } from './domain/mail';
import { NeutralCheck, NeutralFinding } from './domain/neutral-check';
import { CalendarFinding, lintCalendar } from './ical/lint';

/** Why a mail may not leave: what it tells, and what its calendar part does wrong. */
export type MailFinding = NeutralFinding | CalendarFinding;

/** The last look at a mail, at the very bytes that would leave. Empty when it may be sent. */
export async function mailFindings(mail: Mail, raw: Buffer, check: NeutralCheck): Promise<readonly MailFinding[]> {
  return [...calendarFindings(mail), ...check(await decodeMail(raw))];
}

const calendarFindings = ({ calendar, envelope, from }: Mail): readonly CalendarFinding[] =>
  calendar === undefined
    ? []
    : lintCalendar(calendar.text, {
        method: calendar.method,
        attendee: envelope.to,
        organizer: from.address,
      });
