import { CalendarDate } from '../kernel/calendar-date';
import { dayInWords, hoursInWords, type Span, spanInWords } from '../kernel/in-words';
import { show, type Shown } from '../platform/web/answer';
import { sentenceOf } from '../platform/web/form';
import type { Reason } from '../planning/domain/plan';
import type { ProposedAlternative, ProposedMeeting } from '../planning/domain/year-plan';
import { spanOf } from './domain/changes-since';
import type { Run } from './domain/run';
import { changeInWords, costInWords, type WordsReader } from './proposal-words';
import type { ProposedYear } from './proposed-years.service';
import { monthsFrom, stripOf } from './strips';

export interface GroupInRunShown {
  readonly run: Run;
  readonly year: ProposedYear;
  readonly reader: WordsReader;
  readonly reasonsOf: (reasons: readonly Reason[]) => readonly string[];
}

export function groupInRunPage(shown: GroupInRunShown): Shown {
  const { run, year, reader } = shown;
  const { say } = reader;
  const { one, planned, changes } = year;
  const proposal = planned.proposal;
  return show('caseload/group', {
    title: say('caseload.group.title', { group: one.group.name }),
    back: { text: say('caseload.back.run'), href: `/caseload/runs/${run.id}` },
    lead: year.cost ? costInWords(year.cost, say) : '',
    byDefault: planned.basis.isByDefault ? { text: say('caseload.group.byDefault') } : undefined,
    warnings: [
      ...(planned.leftOut ? [{ text: sentenceOf(planned.leftOut, say) }] : []),
      ...changes.map((change) => ({ text: changeInWords(change, reader) })),
      ...(proposal?.gaps ?? []).map((gap) => ({ text: gapInWords(gap, shown) })),
    ],
    strip: stripOf(year, { reader, months: monthsFrom([year], []) }),
    table: tableOf(proposal?.meetings ?? [], shown),
    meetings: (proposal?.meetings ?? []).map((meeting) => sectionOf(meeting, shown)),
    wishes: { text: say('caseload.group.wishes'), href: `/groups/${one.group.id}/plan`, kind: 'secondary' },
  });
}

const spanIn = (time: { readonly day: string; readonly start: string }, { year }: GroupInRunShown): Span =>
  spanOf(time, year.planned.basis.wishes);

function tableOf(meetings: readonly ProposedMeeting[], shown: GroupInRunShown) {
  const { say, language } = shown.reader;
  return {
    caption: say('planning.table.caption'),
    head: ['number', 'day', 'hours', 'absent'].map((column) => ({ text: say(`planning.table.${column}`) })),
    rows: meetings.map((meeting) => ({
      header: say('planning.meeting', { number: meeting.index + 1 }),
      cells: [
        { text: dayInWords(CalendarDate.of(meeting.day), language) },
        { text: hoursInWords(spanIn(meeting, shown), language) },
        { text: absentInWords(meeting.absent, shown) },
      ],
    })),
  };
}

function absentInWords(absent: readonly string[], { reader: { say, language, nameOf } }: GroupInRunShown): string {
  if (absent.length === 0) return say('planning.everybody');
  return new Intl.ListFormat(language).format(absent.map(nameOf));
}

function sectionOf(meeting: ProposedMeeting, shown: GroupInRunShown) {
  const { say, language } = shown.reader;
  const span = spanInWords(spanIn(meeting, shown), language);
  return {
    heading: `${say('planning.meeting', { number: meeting.index + 1 })}: ${span}`,
    reasons: shown.reasonsOf(meeting.why),
    alternatives: meeting.alternatives.map((alternative) => alternativeInWords(alternative, shown)),
  };
}

/** When it would be, who could not come, and what the whole plan would lose or win by it. */
function alternativeInWords(alternative: ProposedAlternative, shown: GroupInRunShown): string {
  const { say, language, nameOf } = shown.reader;
  const span = spanInWords(spanIn(alternative, shown), language);
  const people = new Intl.ListFormat(language).format(alternative.absent.map(nameOf));
  const who =
    alternative.absent.length === 0
      ? say('planning.alternative.everybody', { span })
      : say('planning.alternative.absent', { span, people });
  return `${who} ${differenceInWords(alternative.costMore, shown)}`;
}

function differenceInWords(costMore: number, { reader: { say } }: GroupInRunShown): string {
  if (costMore === 0) return say('caseload.alternative.same');
  return costMore > 0
    ? say('caseload.alternative.worse', { count: costMore })
    : say('caseload.alternative.better', { count: -costMore });
}

type Gap = NonNullable<ProposedYear['planned']['proposal']>['gaps'][number];

function gapInWords({ index, target, why }: Gap, { reader: { say, language }, reasonsOf }: GroupInRunShown): string {
  return say('planning.gap', {
    number: index + 1,
    target: dayInWords(CalendarDate.of(target), language),
    why: new Intl.ListFormat(language).format(reasonsOf(why)),
  });
}
