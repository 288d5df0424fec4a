import { type Language, spanInWords } from '../kernel/in-words';
import type { Meeting } from '../meetings/domain/meeting';
import { show, type Shown } from '../platform/web/answer';
import { wordsTyped } from '../platform/web/controls';
import { type Fault, faultModel, type Typed } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import { isUnchanged, type TaperChange } from './domain/taper-change';
import { intervalsAhead, type TaperWish } from './domain/taper-wishes';
import { gapInWords, type RowSpeech, timeInWords } from './next.page';
import { type ProposedTaper, type RunningRead, signOf } from './taper-changes.service';

export interface TaperShown extends RunningRead {
  /** null until somebody has written something. */
  readonly typed: Typed | null;
  readonly faults: readonly Fault[];
}

/** Room to write that many intervals more than there are. */
const spare = 2;
const fewest = 6;

export function taperPage(
  { read, row, typed, faults }: TaperShown,
  { say, language }: { readonly say: Say; readonly language: Language },
): Shown {
  const { group } = read;
  const found = faultModel(faults, say);
  const model = {
    title: say('taper.title'),
    caption: group.name,
    back: { text: say('repair.back.group'), href: `/groups/${group.id}/meetings` },
    errorSummary: found.errorSummary,
    lead: leadOf(row.ahead[0], { say, language }),
    intervalsError: found.at('intervals') ?? '',
    intervals: padded(typed ? wordsTyped(typed, 'intervals') : intervalsAhead(row).map(String)).map((value, at) => ({
      id: at === 0 ? 'intervals' : `intervals-${String(at)}`,
      name: 'intervals',
      label: say('taper.interval', { place: at + 1 }),
      value,
      width: '3',
      inputmode: 'numeric',
    })),
    action: `/groups/${group.id}/taper`,
  };
  return show('caseload/taper', model, { status: faults.length > 0 ? 422 : 200 });
}

function leadOf(next: Meeting | undefined, { say, language }: { readonly say: Say; readonly language: Language }) {
  return next ? say('taper.lead', { span: spanInWords(next.span, language) }) : say('taper.leadNone');
}

const padded = (values: readonly string[]): readonly string[] => {
  const empty = Math.max(spare, fewest - values.length);
  return [...values, ...Array.from({ length: empty }, () => '')];
};

export interface TaperChangeShown extends ProposedTaper {
  readonly wish: TaperWish;
  readonly faults: readonly Fault[];
}

export function taperChangePage(shown: TaperChangeShown, speech: RowSpeech): Shown {
  const { read, change, wish, faults } = shown;
  const { say } = speech;
  const base = `/groups/${read.group.id}/taper`;
  const model = {
    title: say('taper.change.title'),
    caption: read.group.name,
    back: { text: say('taper.change.back'), href: base },
    errorSummary: faultModel(faults, say).errorSummary,
    lead: isUnchanged(change) ? say('taper.change.same') : say('taper.change.lead'),
    gaps: change.gaps.map((gap) => ({ text: gapInWords(gap, speech) })),
    parts: partsOf(shown, speech),
    called: calledIn(change) > 0 ? say('taper.change.called', { count: calledIn(change) }) : '',
    mayAccept: change.gaps.length === 0,
    action: `${base}/accept`,
    kind: wish.kind,
    intervals: wish.kind === 'intervals' ? wish.intervals : [],
    seen: signOf(shown),
  };
  return show('caseload/taper-change', model, { status: faults.length > 0 ? 422 : 200 });
}

function partsOf({ change, wishes }: TaperChangeShown, { say, language }: RowSpeech) {
  const standing = ({ number, span }: Meeting) =>
    say('taper.change.meeting', { number, span: spanInWords(span, language) });
  const lines = {
    kept: change.kept.map(standing),
    moved: change.moved.map(({ meeting, to }) =>
      say('taper.change.move', { meeting: standing(meeting), to: timeInWords(to, meeting.minutes, language) }),
    ),
    added: change.added.map((meeting) => timeInWords(meeting, wishes.minutes, language)),
    gone: change.gone.map(standing),
  };
  return (['kept', 'moved', 'added', 'gone'] as const)
    .filter((part) => lines[part].length > 0)
    .map((part) => ({ heading: say(`taper.change.${part}`, { count: lines[part].length }), lines: lines[part] }));
}

/** Meetings that people have been called to, and that will not be as they were told. */
const calledIn = ({ moved, gone }: TaperChange): number =>
  [...moved.map(({ meeting }) => meeting), ...gone].filter(({ wasCalled }) => wasCalled).length;
