import { spanInWords } from '../../kernel/in-words';
import { Instant } from '../../kernel/instant';
import type { Choice } from '../../answers/domain/act';
import { CalendarEvent, type Participation } from './calendar-event';
import { endOf, startOf } from './called-meeting';
import { Call } from './meeting-page';
import { plainLine } from './plain-text';
import { ToldItem, toldAgenda, toldCaller, toldCount, toldPlace, toldTitle } from './told';
import { clockInWords, lengthInWords, Say } from './wording';

const participations = { yes: 'ACCEPTED', no: 'DECLINED', maybe: 'TENTATIVE' } as const satisfies Record<
  Choice,
  Participation
>;

/** The message's entry in the recipient's calendar; it says no more than the mail around it. */
export function calendarOfCall(call: Call, stamp: Instant, say: Say): CalendarEvent {
  const { recipient, meeting } = call;
  return CalendarEvent.of({
    method: isOff(call) ? 'CANCEL' : 'REQUEST',
    uid: meeting.uid,
    sequence: meeting.sequence,
    stamp,
    start: startOf(meeting),
    end: endOf(meeting),
    summary: toldTitle(meeting, say),
    description: isOff(call) ? say('mail.cancellation.calendar') : description(call, say),
    location: toldPlace(meeting, recipient.protection, say),
    organizer: { name: say('mail.from'), address: meeting.replyAddress },
    attendee: { name: plainLine(recipient.calledName), address: recipient.address },
    participation: call.answer === null || isOff(call) ? 'NEEDS-ACTION' : participations[call.answer],
  });
}

const isOff = ({ purpose }: Call): boolean => purpose.kind === 'cancellation';

function description({ recipient, caller, meeting, links }: Call, say: Say): string {
  const name = toldCaller(caller, recipient.protection);
  const agenda = toldAgenda(meeting, recipient.protection, say);
  return [
    ...(meeting.count === null ? [] : [toldCount(meeting, say)]),
    `${spanInWords(meeting.span, recipient.language)} (${clockInWords(meeting.zone, say)})`,
    `${say('mail.length')}: ${lengthInWords(meeting.span.minutes, say)}`,
    ...(agenda.length === 0 ? [] : ['', `${say('mail.agenda')}:`, ...agenda.map(itemLine)]),
    '',
    `${say('mail.phone.lead', { name })} ${plainLine(caller.workPhone)}`,
    `${say('mail.link.lead')} ${links.page}`,
  ].join('\n');
}

function itemLine({ number, title, aside, line }: ToldItem): string {
  const head = `${number}. ${title}${aside === '' ? '' : ` (${aside})`}`;
  return line === '' ? head : `${head}\n   ${line}`;
}
