import type { CalendarDate } from '../kernel/calendar-date';
import type { Language } from '../kernel/in-words';
import { show, type Shown } from '../platform/web/answer';
import { ticksField } from '../platform/web/controls';
import { type Fault, faultModel, sentenceOf } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import { type GroupInCaseload, isAllTold } from './domain/group-in-caseload';
import { mayBeBooked, proposalStanding } from './domain/may-be-booked';
import { type ProposalCost, totalOf } from './domain/proposal-cost';
import type { Run } from './domain/run';
import { changeInWords, costInWords, type WordsReader } from './proposal-words';
import type { ProposedYear, YearsOfRun } from './proposed-years.service';
import { monthsFrom, stripOf } from './strips';

export interface RunShown {
  readonly run: Run;
  readonly years: YearsOfRun;
  readonly faults: readonly Fault[];
  readonly say: Say;
  readonly language: Language;
}

export function runPage({ run, years, faults, say, language }: RunShown): Shown {
  const { proposed, others, nameOf } = years;
  const reader = { say, language, nameOf };
  const months = monthsFrom(proposed, others);
  const open = proposed.filter(mayBeBooked);
  const total = totalOf(proposed.flatMap(({ cost }) => cost ?? []));
  const model = {
    back: { text: say('caseload.back.caseload'), href: '/caseload' },
    errorSummary: faultModel(faults, say).errorSummary,
    lead: leadOf(total, proposed.length, say),
    cutShort: run.isCutShort ? { text: say('caseload.run.cutShort', { count: run.seconds }) } : undefined,
    caption: say('caseload.run.caption'),
    head: ['group', 'strip', 'meetings', 'cost', 'standing'].map((column) => ({ text: say(`caseload.run.${column}`) })),
    rows: proposed.map((year) => rowOf(year, run, { reader, months })),
    others: others.flatMap((one) => otherRow(one, { reader, months })),
    notes: proposed.flatMap((year) => notesOf(year, reader)),
    acceptAction: `/caseload/runs/${run.id}/accept`,
    groups: open.length > 0 ? ticksOf(open, { faults, say }) : undefined,
    again: { text: say('caseload.again'), href: '/caseload', kind: 'secondary' },
  };
  return show(
    'caseload/run',
    { title: say('caseload.run.title'), ...model },
    { status: faults.length > 0 ? 422 : 200 },
  );
}

function leadOf({ meetings, unplaced }: ProposalCost, groups: number, say: Say): string {
  const parts = [
    say('caseload.run.lead', { groups, count: meetings }),
    ...(unplaced > 0 ? [say('caseload.run.unplaced', { count: unplaced })] : []),
    say('caseload.run.nothingMoved'),
  ];
  return parts.join(' ');
}

interface Drawing {
  readonly reader: WordsReader;
  readonly months: readonly CalendarDate[];
}

function rowOf(year: ProposedYear, run: Run, { reader, months }: Drawing) {
  const { say } = reader;
  const { one, cost } = year;
  const standing = proposalStanding(year);
  return {
    name: one.group.name,
    href: `/caseload/runs/${run.id}/groups/${one.group.id}`,
    strip: stripOf(year, { reader, months }),
    meetings: cost ? meetingsInWords(cost, say) : say('caseload.run.none'),
    cost: cost ? costInWords(cost, say) : say('caseload.run.none'),
    tag: { text: say(`caseload.proposal.${standing}`), shape: shapes[standing] },
    send: standing === 'booked' ? sendLink(one, say) : undefined,
  };
}

const shapes = { open: 'open', booked: 'done', changed: 'warning', gaps: 'warning', leftOut: 'stopped' } as const;

function meetingsInWords({ meetings, unplaced }: ProposalCost, say: Say): string {
  const placed = say('caseload.meetings', { count: meetings });
  return unplaced === 0 ? placed : `${placed}, ${say('caseload.run.unplaced.short', { count: unplaced })}`;
}

/** Where the calls are sent from; when all of them have left, it says so. */
function sendLink({ group, meetings }: GroupInCaseload, say: Say) {
  if (isAllTold({ meetings })) return { sent: say('caseload.sent') };
  return { text: say('caseload.send'), hidden: group.name, href: `/groups/${group.id}/send` };
}

function otherRow(one: GroupInCaseload, drawing: Drawing) {
  if (one.meetings.length === 0) return [];
  const { say } = drawing.reader;
  const count = one.meetings.filter(({ takesTime }) => takesTime).length;
  const strip = stripOf({ one, planned: null }, drawing);
  return [
    { name: one.group.name, href: `/groups/${one.group.id}`, strip, meetings: say('caseload.meetings', { count }) },
  ];
}

/** What keeps a group from being booked, in sentences. */
function notesOf(year: ProposedYear, reader: WordsReader) {
  const { say } = reader;
  const { one, planned, changes } = year;
  const standing = proposalStanding(year);
  if (standing === 'leftOut' && planned.leftOut)
    return [noteOf(one, [sentenceOf(planned.leftOut, say), say('caseload.note.wishes')])];
  if (standing === 'changed')
    return [noteOf(one, [...changes.map((change) => changeInWords(change, reader)), say('caseload.note.again')])];
  if (standing === 'gaps') return [noteOf(one, [say('caseload.note.gaps')])];
  return [];
}

const noteOf = ({ group }: GroupInCaseload, sentences: readonly string[]) => ({
  name: group.name,
  href: `/groups/${group.id}/plan`,
  sentences,
});

function ticksOf(open: readonly ProposedYear[], { faults, say }: Pick<RunShown, 'faults' | 'say'>) {
  const ids = open.map(({ one }) => one.group.id);
  const asked = { say, typed: { groups: ids }, faultAt: faultModel(faults, say).at };
  const options = open.map(({ one, planned }) => ({
    value: one.group.id,
    text: one.group.name,
    hint: say('caseload.meetings', { count: planned.proposal?.meetings.length ?? 0 }),
  }));
  return { ...ticksField(asked, 'groups', options), legend: say('caseload.run.choose') };
}
