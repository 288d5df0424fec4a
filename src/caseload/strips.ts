import { CalendarDate } from '../kernel/calendar-date';
import { monthInWords } from '../kernel/in-words';
import type { Meeting } from '../meetings/domain/meeting';
import { TrustedSvg } from '../platform/web/trusted-svg';
import type { PlannedAndNow } from './changes-checking.service';
import type { GroupInCaseload } from './domain/group-in-caseload';
import type { RunGroup } from './domain/run-group';
import { drawYearStrip, type StripMark, twelveMonths } from './domain/year-strip';
import type { WordsReader } from './proposal-words';

interface Shown {
  readonly one: GroupInCaseload;
  readonly planned: RunGroup | null;
}

interface Mark {
  readonly day: CalendarDate;
  readonly mark: StripMark;
}

/** The months that all strips of a page show: twelve, from that of the first meeting there is. */
export function monthsFrom(
  proposed: readonly PlannedAndNow[],
  others: readonly GroupInCaseload[],
): readonly CalendarDate[] {
  const shown = proposed.length > 0 ? proposed : others.map((one) => ({ one, planned: null }));
  const [first] = shown.flatMap((year) => marksOf(year).map(({ day }) => day.iso)).sort();
  return first === undefined ? [] : twelveMonths(CalendarDate.of(first));
}

export function stripOf(
  shown: Shown,
  { reader, months }: { readonly reader: WordsReader; readonly months: readonly CalendarDate[] },
): TrustedSvg {
  const { say, language } = reader;
  const meetings = marksOf(shown);
  const names = meetings.map(({ day }) => monthInWords(day, language));
  const title =
    names.length === 0
      ? say('caseload.strip.none')
      : say('caseload.strip', { months: new Intl.ListFormat(language).format(names) });
  return new TrustedSvg(drawYearStrip({ months, meetings, language, title }));
}

/** What is booked, once anything is; else what is proposed. */
function marksOf({ one, planned }: Shown): readonly Mark[] {
  if (one.meetings.length > 0)
    return one.meetings
      .filter(({ takesTime }) => takesTime)
      .map((meeting) => ({ day: meeting.day, mark: markOf(meeting) }));
  const proposed = planned?.proposal?.meetings ?? [];
  return proposed.map(({ day }) => ({ day: CalendarDate.of(day), mark: 'proposed' }));
}

const markOf = ({ state }: Meeting): StripMark => (state === 'planned' ? 'booked' : 'called');
