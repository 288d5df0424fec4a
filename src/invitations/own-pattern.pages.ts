import { dayParts, hoursOfPart, type Pattern, weeksAhead } from '../availability/domain/pattern';
import { workdays } from '../availability/domain/personal-hours';
import { weekInWords } from '../availability/domain/pattern-words';
import type { CalendarDate, Weekday } from '../kernel/calendar-date';
import { listInWords, monthInWords, weekdayInWords } from '../kernel/in-words';
import { type Answer, show } from '../platform/web/answer';
import { wordsTyped } from '../platform/web/controls';
import { type Fault, faultModel, type Typed } from '../platform/web/form';
import { callModel, type OwnPage } from './link-page';

export interface OwnPatternPage extends OwnPage {
  /** null before they have said anything. */
  readonly said: Pattern | null;
  readonly today: CalendarDate;
}

interface Typing {
  readonly typed: Typed;
  readonly faults: readonly Fault[];
}

/** The question when it usually suits somebody: parts of each weekday, and the weeks that never do. */
export function ownPatternPage(page: OwnPatternPage, { typed, faults }: Typing): Answer {
  const { year, token, say } = page;
  const { calledName } = year.link.shown;
  const found = faultModel(faults, say);
  return show(
    'link/pattern',
    {
      title: say('ownPattern.title'),
      greeting: say('link.greeting', { name: calledName }),
      errorSummary: found.errorSummary,
      action: `/m/${token}/pattern`,
      days: workdays.map((weekday) => dayModel(weekday, typed, { page, error: found.at(`suits${String(weekday)}`) })),
      neverError: found.at('never'),
      months: monthModels(page, wordsTyped(typed, 'never')),
      call: moreModel(page),
      back: backModel(page),
    },
    { layout: 'link', status: faults.length > 0 ? 422 : 200 },
  );
}

interface DayShown {
  readonly page: OwnPatternPage;
  readonly error: string | undefined;
}

function dayModel(weekday: Weekday, typed: Typed, { page: { say }, error }: DayShown) {
  const name = `suits${String(weekday)}`;
  return {
    id: name,
    name,
    error,
    legend: say(`field.${name}`),
    items: dayParts.map((part) => ({
      value: part,
      text: say(`ownPattern.part.${part}`),
      hint: say('ownPattern.hours', {
        opens: hoursOfPart[part].opens.minutes / 60,
        closes: hoursOfPart[part].closes.minutes / 60,
      }),
      checked: wordsTyped(typed, name).includes(part),
    })),
  };
}

/** The weeks of a year, month by month; a month with something ticked stands open. */
function monthModels({ today, say, language }: OwnPatternPage, ticked: readonly string[]) {
  const weeks = weeksAhead(today);
  const months = [...new Set(weeks.map((monday) => monthInWords(monday, language)))];
  return months.map((month, at) => {
    const mondays = weeks.filter((monday) => monthInWords(monday, language) === month);
    return {
      isOpen: mondays.some(({ iso }) => ticked.includes(iso)),
      text: month,
      id: at === 0 ? 'never' : `never-${String(at)}`,
      name: 'never',
      legend: say('ownPattern.never.in', { month }),
      items: mondays.map((monday) => ({
        value: monday.iso,
        text: weekInWords(monday, language),
        checked: ticked.includes(monday.iso),
      })),
    };
  });
}

/** Repeats what was said, in words. */
export function saidPage(page: OwnPatternPage, said: Pattern): Answer {
  const { token, say, language, today } = page;
  const never = said.never.filter((monday) => today.isBefore(monday.plusDays(7)));
  return show(
    'link/pattern-saved',
    {
      title: say('ownPattern.saved.title'),
      days: workdays.map((weekday) => dayInWords(weekday, said, page)),
      never: never.map((monday) => weekInWords(monday, language)),
      change: { text: say('ownPattern.change'), href: `/m/${token}/pattern`, kind: 'secondary' },
      call: moreModel(page),
      back: backModel(page),
    },
    { layout: 'link' },
  );
}

/** "Måndag: förmiddag och eftermiddag" */
function dayInWords(weekday: Weekday, said: Pattern, { say, language }: OwnPatternPage): string {
  const parts = said.suitsOn(weekday).map((part) => say(`ownPattern.said.${part}`));
  const day = weekdayInWords({ weekday }, language);
  return parts.length === 0
    ? say('ownPattern.said.none', { day })
    : say('ownPattern.said', { day, parts: listInWords(parts, language) });
}

const moreModel = ({ year: { link }, say }: OwnPatternPage) => ({
  ...callModel(link.shown.caller, say),
  text: say('ownPattern.call', { name: link.shown.caller.firstName }),
});

const backModel = ({ year, token, say }: OwnPatternPage) =>
  year.meetings.length > 0 ? { text: say('link.backToMeetings'), href: `/m/${token}` } : null;
