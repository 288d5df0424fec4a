import type { Reader } from '../groups/domain/readership';
import { dayInWords, hoursInWords, shortDayInWords, timeInWords } from '../kernel/in-words';
import { easyRead, type ReleasedLine } from '../agendas/domain/released-agenda';
import { type Answer, show } from '../platform/web/answer';
import { type Fault, faultModel } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import { type BehindCode, codeAddress } from './domain/behind-code';
import type { OwnMeeting } from './domain/own-year';
import { lengthInWords } from './domain/wording';
import { callModel, meetingInWords, type OwnPage, placeInWords } from './link-page';

/** Asks for the code that was handed over another way. */
export function codePage({ year, token, say }: OwnPage, then: BehindCode, faults: readonly Fault[] = []): Answer {
  const shown = faultModel(faults, say);
  const { firstName } = year.link.shown.caller;
  return show(
    'link/code',
    {
      title: say('code.title'),
      back: { text: say('link.backToMeetings'), href: `/m/${token}` },
      errorSummary: shown.errorSummary,
      action: codeAddress(token, then),
      field: {
        id: 'agendaCode',
        name: 'agendaCode',
        label: say('field.agendaCode'),
        error: shown.at('agendaCode'),
        inputmode: 'numeric',
        autocomplete: 'one-time-code',
        width: '10',
        spellcheck: 'false',
      },
      lost: say('code.lost', { name: firstName }),
      call: callModel(year.link.shown.caller, say),
    },
    { layout: 'link', status: faults.length > 0 ? 422 : 200 },
  );
}

export interface OwnAgenda extends OwnPage {
  readonly own: OwnMeeting;
  /** What the link's owner may read of the released agenda; none before it is released. */
  readonly lines: readonly ReleasedLine[];
  /** What the service user is called. */
  readonly serviceUser: string;
}

/** The released agenda of one meeting, as the link's owner may read it. */
export function agendaPage(page: OwnAgenda): Answer {
  const { own, lines, say, language } = page;
  return show(
    'link/agenda',
    {
      ...frame(page),
      when: `${dayInWords(own.meeting.day, language)}, ${hoursInWords(own.meeting.span, language)}`,
      place: `${say('link.place')}: ${placeInWords(own.meeting, say)}`,
      items: lines.map((line) => itemModel(line, page)),
      easy: { text: say('agendaPage.easy'), href: `${hrefOf(own, page)}?lattlast` },
      others: otherMeetings(page, ''),
    },
    { layout: 'link' },
  );
}

/** The same in easy-read: one fact a line, short lines, dates in words. */
export function easyAgendaPage(page: OwnAgenda): Answer {
  const { own, lines, say, year } = page;
  const { firstName, workPhone } = year.link.shown.caller;
  return show(
    'link/easy',
    {
      ...frame(page),
      facts: factLines(page),
      topics: easyRead(lines),
      usual: { text: say('agendaPage.usual'), href: hrefOf(own, page) },
      ask: [say('easy.ask'), say('easy.call', { name: firstName }), say('easy.phone', { phone: workPhone })],
      others: otherMeetings(page, '?lattlast'),
    },
    { layout: 'link' },
  );
}

const frame = (page: OwnAgenda) => {
  const { own, token, say, year } = page;
  return {
    title: say('agendaPage.title'),
    caption: meetingInWords(own, page),
    back: { text: say('link.backToMeetings'), href: `/m/${token}` },
    call: callModel(year.link.shown.caller, say),
  };
};

const hrefOf = ({ meeting }: OwnMeeting, { token }: OwnPage): string => `/m/${token}/agenda/${String(meeting.number)}`;

const otherMeetings = (page: OwnAgenda, query: string) =>
  page.year.ahead
    .filter(({ meeting }) => meeting.number !== page.own.meeting.number)
    .map((other) => ({
      text: otherInWords(other, page),
      href: `${hrefOf(other, page)}${query}`,
    }));

function itemModel(line: ReleasedLine, page: OwnAgenda) {
  const { say } = page;
  const leader = leaderInWords(line, page);
  return {
    title: line.title,
    line: line.line === '' ? null : line.line,
    led: say('agendaPage.led', { leader, length: lengthInWords(line.minutes, say) }),
  };
}

const otherInWords = (other: OwnMeeting, page: OwnAgenda): string => {
  const name = meetingInWords(other, page);
  return page.year.isGuests ? name : `${name}, ${shortDayInWords(other.meeting.day, page.language)}`;
};

/** Who leads an item, in words to the one who reads. */
function leaderInWords(line: ReleasedLine, { say, year, serviceUser }: OwnAgenda): string {
  const { leader } = line;
  const { firstName } = year.link.shown.caller;
  if (isLedBy(year.reader, line)) return say('agendaPage.leader.you');
  if (year.reader.part === 'service-user') return say(`agendaPage.leader.${leader}`, { name: firstName });
  if (leader === 'service-user') return say('agendaPage.leader.by-name', { name: serviceUser });
  if (leader === 'together') return say('agendaPage.leader.by-names', { one: serviceUser, other: firstName });
  return say(`agendaPage.leader.${leader}`, { name: firstName });
}

// There are several in the network, and one of them leads.
const isLedBy = ({ personId, part }: Reader, { leader, guest }: ReleasedLine): boolean =>
  (leader === part && part !== 'network') || (leader === 'invited' && guest === personId);

function factLines({ own: { meeting }, say, language }: OwnAgenda): readonly string[] {
  const { day, start, minutes } = meeting;
  return [
    say('easy.day', { day: dayInWords(day, language) }),
    say('easy.start', { time: timeInWords(start, language) }),
    say('easy.end', { time: timeInWords(start.plusMinutes(minutes), language) }),
    placeLine(placeInWords(meeting, say), say),
  ];
}

const placeLine = (place: string, say: Say): string =>
  place === say('mail.place.asAgreed') ? say('easy.placeAsAgreed') : say('easy.place', { place });
