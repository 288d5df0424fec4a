import { dayInWords, hoursInWords } from '../../kernel/in-words';
import { type CalledMeeting, isPartOnly } from './called-meeting';
import { framed, MailLinks, MailPage } from './mail-page';
import { Caller, Recipient } from './recipient';
import { toldCaller, toldCount, toldPlace } from './told';
import { clockInWords, Say } from './wording';

interface OverviewRow {
  /** Empty for a guest, whose table has no numbers. */
  readonly number: string;
  readonly count: string;
  readonly day: string;
  readonly week: string;
  readonly hours: string;
  /** Empty when all meetings are in the same place, which then stands once under the table. */
  readonly place: string;
}

/** Finished strings of the mail that shows all a person's booked meetings. */
export interface OverviewPage extends MailPage {
  readonly caption: string;
  readonly headings: { readonly number: string; readonly day: string; readonly hours: string };
  readonly rows: readonly OverviewRow[];
  readonly placeLabel: string;
  readonly samePlace: string;
  readonly next: string;
  readonly saveSender: string;
}

/** One person's booked meetings, soonest first; at least one. */
export interface YearOfMeetings {
  /** All that is booked, or that somebody else calls from now on. */
  readonly kind: 'overview' | 'handover';
  readonly recipient: Recipient;
  readonly caller: Caller;
  readonly meetings: readonly [CalledMeeting, ...CalledMeeting[]];
  readonly links: MailLinks;
}

export function overviewPage({ kind, recipient, caller, meetings, links }: YearOfMeetings, say: Say): OverviewPage {
  const places = meetings.map((meeting) => toldPlace(meeting, recipient.protection, say));
  const samePlace = places.every((place) => place === places[0]) ? (places[0] ?? '') : '';
  const zones = [...new Set(meetings.map(({ zone }) => clockInWords(zone, say)))];
  return {
    ...framed({ recipient, caller, links, clock: zones.join(', '), say }),
    subject: say(`mail.${kind}.subject`, { count: meetings.length }),
    intro: [
      say(`mail.${kind}.intro`, { count: meetings.length, name: toldCaller(caller, recipient.protection) }),
      ...(isPartOnly(meetings[0]) ? [say('mail.guest.parts')] : []),
    ].join(' '),
    caption: say('mail.overview.caption'),
    headings: {
      number: isPartOnly(meetings[0]) ? '' : say('mail.overview.number'),
      day: say('mail.overview.day'),
      hours: say('mail.overview.hours'),
    },
    rows: meetings.map((meeting, index) => row(meeting, samePlace === '' ? (places[index] ?? '') : '')),
    placeLabel: say('mail.place'),
    samePlace,
    next: say(`mail.${kind}.next`),
    saveSender: kind === 'overview' ? say('mail.overview.saveSender') : '',
  };

  function row(meeting: CalledMeeting, place: string): OverviewRow {
    return {
      number: meeting.count === null ? '' : String(meeting.count.number),
      count: toldCount(meeting, say),
      day: dayInWords(meeting.span.day, recipient.language),
      week: say('mail.week', { week: meeting.span.day.week }),
      hours: hoursInWords(meeting.span, recipient.language),
      place,
    };
  }
}
