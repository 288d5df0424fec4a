import type { Overview } from './caseload-overview.service';
import { dayInWords, type Language } from '../kernel/in-words';
import { show, type Shown } from '../platform/web/answer';
import { selectField, ticksField } from '../platform/web/controls';
import { type Fault, faultModel, type Typed } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import { bookedUntil, type GroupInCaseload, isPlannable, standingOf } from './domain/group-in-caseload';
import { searchTimes } from './domain/run';
import { clashInWords } from './repair.page';
import type { RunNow } from './run-reading.service';

export interface CaseloadShown extends Overview {
  /** null before anything was typed: then every group that can be planned is ticked. */
  readonly typed: Typed | null;
  readonly faults: readonly Fault[];
  readonly say: Say;
  readonly language: Language;
}

const usualSeconds = '30';

export function caseloadPage(shown: CaseloadShown): Shown {
  const { groups, last, faults, say } = shown;
  const isOpen = last?.standing === 'waiting' || last?.standing === 'running';
  const plannable = groups.filter(isPlannable);
  const model = {
    back: { text: say('caseload.back.desk'), href: '/' },
    errorSummary: faultModel(faults, say).errorSummary,
    last: last === null ? undefined : lastRun(last, say),
    clashes: clashesIn(shown),
    repair: { text: say('caseload.clashes.all'), href: '/caseload/repair', kind: 'secondary' },
    isEmpty: groups.length === 0,
    mayAsk: plannable.length > 0 && !isOpen,
    isAllBooked: groups.length > 0 && plannable.length === 0,
    action: '/caseload/runs',
    fields: fieldsOf(plannable, shown),
    table:
      plannable.length < groups.length
        ? tableOf(
            groups.filter((one) => !isPlannable(one)),
            shown,
          )
        : undefined,
  };
  return show(
    'caseload/caseload',
    { title: say('caseload.title'), ...model },
    { status: faults.length > 0 ? 422 : 200 },
  );
}

/** Each with a way to mend it; the first of two meetings that clash leads to both. */
function clashesIn(shown: CaseloadShown) {
  return shown.booked.clashes.map((clash) => ({
    text: clashInWords(clash, shown, shown),
    href: `/caseload/repair?meeting=${clash.kind === 'twice' ? clash.meetings[0].group : clash.meeting.group}`,
  }));
}

const lastRun = ({ run, standing }: RunNow, say: Say) => ({
  text: say(`caseload.last.${standing}`),
  link: { text: say('caseload.last.link'), href: `/caseload/runs/${run.id}` },
});

function fieldsOf(plannable: readonly GroupInCaseload[], { typed, faults, say }: CaseloadShown) {
  const first: Typed = { groups: plannable.map(({ group }) => group.id), seconds: usualSeconds };
  const asked = { say, typed: typed ?? first, faultAt: faultModel(faults, say).at };
  const options = plannable.map((one) => ({
    value: one.group.id,
    text: one.group.name,
    hint: say(`caseload.standing.${standingOf(one)}`),
  }));
  const times = searchTimes.map((count) => ({ value: String(count), text: say('caseload.seconds', { count }) }));
  return {
    groups: ticksField(asked, 'groups', options),
    seconds: { ...selectField(asked, 'seconds', times), hint: say('caseload.seconds.hint') },
  };
}

function tableOf(groups: readonly GroupInCaseload[], { say, language }: CaseloadShown) {
  return {
    caption: say('caseload.table.caption'),
    head: ['group', 'standing', 'until'].map((column) => ({ text: say(`caseload.table.${column}`) })),
    rows: groups.map((one) => ({
      cells: [
        { text: one.group.name, href: `/groups/${one.group.id}` },
        { text: say(`caseload.standing.${standingOf(one)}`) },
        { text: untilInWords(one, say, language) },
      ],
    })),
  };
}

function untilInWords(one: GroupInCaseload, say: Say, language: Language): string {
  const until = bookedUntil(one);
  return until === null ? say('caseload.table.none') : dayInWords(until, language);
}
