import { CalendarDate } from '../kernel/calendar-date';
import { dayInWords, type Language, spanInWords } from '../kernel/in-words';
import { TimeOfDay } from '../kernel/time-of-day';
import type { PlanReasons } from '../planning/plan-reasons.service';
import type { ProposedGap, ProposedMeeting } from '../planning/domain/year-plan';
import { show, type Shown } from '../platform/web/answer';
import { type Fault, faultModel } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import { nextNumber } from './domain/next-stretch';
import type { NameOf } from './caseload-names.service';
import { type NextStretch, signOf } from './next-stretches.service';

export interface RowSpeech {
  readonly say: Say;
  readonly language: Language;
  readonly reasons: PlanReasons;
  readonly nameOf: NameOf;
}

export function nextPage(next: NextStretch, speech: RowSpeech, faults: readonly Fault[]): Shown {
  const { read, proposal } = next;
  const { group, wishes, meetings } = read;
  const { say } = speech;
  const first = nextNumber(meetings);
  const model = {
    title: say('next.title'),
    caption: group.name,
    back: { text: say('repair.back.group'), href: `/groups/${group.id}/meetings` },
    errorSummary: faultModel(faults, say).errorSummary,
    lead: say('next.lead', { count: proposal.meetings.length }),
    gaps: proposal.gaps.map((gap) => ({ text: gapInWords(gap, speech) })),
    meetings: proposal.meetings.map((meeting, at) => ({
      heading: say('next.meeting', { number: first + at }),
      when: timeInWords(meeting, wishes.minutes, speech.language),
      reasons: [...speech.reasons.inWords(meeting.why, speech)],
    })),
    mayBook: proposal.gaps.length === 0 && proposal.meetings.length > 0,
    action: `/groups/${group.id}/next`,
    seen: signOf(next),
    taper: { text: say('next.taper'), href: `/groups/${group.id}/taper`, kind: 'secondary' },
  };
  return show('caseload/next', model, { status: faults.length > 0 ? 422 : 200 });
}

export const timeInWords = (
  { day, start }: Pick<ProposedMeeting, 'day' | 'start'>,
  minutes: number,
  language: Language,
): string => spanInWords({ day: CalendarDate.of(day), start: TimeOfDay.of(start), minutes }, language);

export const gapInWords = ({ target, why }: ProposedGap, speech: RowSpeech): string =>
  speech.say('next.gap', {
    target: dayInWords(CalendarDate.of(target), speech.language),
    why: new Intl.ListFormat(speech.language).format(speech.reasons.inWords(why, speech)),
  });
