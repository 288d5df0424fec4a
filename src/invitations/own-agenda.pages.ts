import { dayInWords, hoursInWords, shortDayInWords, timeInWords } from '../kernel/in-words';
import { easyRead, type ReleasedAgenda, type ReleasedLine } from '../agendas/domain/released-agenda';
import { type Answer, show } from '../platform/web/answer';
import { type Fault, faultModel } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import type { OwnMeeting } from './domain/own-year';
import { lengthInWords } from './domain/wording';
import { callModel, type OwnPage, placeInWords } from './link-page';

/** Asks for the code that was handed over another way. */
export function codePage({ year, token, say }: OwnPage, faults: readonly Fault[] = []): Answer {
  const shown = faultModel(faults, say);
  const { firstName } = year.link.shown.caller;
  return show(
    'link/code',
    {
      title: say('code.title'),
      back: { text: say('link.backToMeetings'), href: `/m/${token}` },
      errorSummary: shown.errorSummary,
      action: `/m/${token}/code`,
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
  /** null before the agenda is released. */
  readonly agenda: ReleasedAgenda | null;
}

/** The released agenda of one meeting, as the service user reads it. */
export function agendaPage(page: OwnAgenda): Answer {
  const { own, agenda, say, language } = page;
  return show(
    'link/agenda',
    {
      ...frame(page),
      when: `${dayInWords(own.meeting.day, language)}, ${hoursInWords(own.meeting.span, language)}`,
      place: `${say('link.place')}: ${placeInWords(own.meeting, say)}`,
      items: agenda?.lines.map((line) => itemModel(line, page)) ?? [],
      easy: { text: say('agendaPage.easy'), href: `${hrefOf(own, page)}?lattlast` },
      others: otherMeetings(page, ''),
    },
    { layout: 'link' },
  );
}

/** The same in easy-read: one fact a line, short lines, dates in words. */
export function easyAgendaPage(page: OwnAgenda): Answer {
  const { own, agenda, say, year } = page;
  const { firstName, workPhone } = year.link.shown.caller;
  return show(
    'link/easy',
    {
      ...frame(page),
      facts: factLines(page),
      topics: agenda ? easyRead(agenda.lines) : [],
      usual: { text: say('agendaPage.usual'), href: hrefOf(own, page) },
      ask: [say('easy.ask'), say('easy.call', { name: firstName }), say('easy.phone', { phone: workPhone })],
      others: otherMeetings(page, '?lattlast'),
    },
    { layout: 'link' },
  );
}

const frame = ({ own, token, say, year }: OwnAgenda) => ({
  title: say('agendaPage.title'),
  caption: say('agendaPage.meeting', { number: own.meeting.number }),
  back: { text: say('link.backToMeetings'), href: `/m/${token}` },
  call: callModel(year.link.shown.caller, say),
});

const hrefOf = ({ meeting }: OwnMeeting, { token }: OwnPage): string => `/m/${token}/agenda/${String(meeting.number)}`;

const otherMeetings = (page: OwnAgenda, query: string) =>
  page.year.ahead
    .filter(({ meeting }) => meeting.number !== page.own.meeting.number)
    .map((other) => ({
      text: `${page.say('agendaPage.meeting', { number: other.meeting.number })}, ${shortDayInWords(other.meeting.day, page.language)}`,
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

const leaderInWords = ({ leader }: ReleasedLine, { say, year }: OwnAgenda): string =>
  say(`agendaPage.leader.${leader}`, { name: year.link.shown.caller.firstName });

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
