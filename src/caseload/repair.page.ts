import { type Language, shortDayInWords, spanInWords } from '../kernel/in-words';
import type { PlanReasons } from '../planning/plan-reasons.service';
import { show, type Shown } from '../platform/web/answer';
import { type Fault, faultModel } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import type { Clash, StandingMeeting } from './domain/clashes';
import type { Move, StuckMeeting } from './domain/repair';
import { type BookedMeeting, mayBeReplaced } from './domain/repair-caseload';
import { askedTo, type RepairWish } from './repair-asking.service';
import { type ProposedRepair, signOf } from './repairs.service';

export interface RepairSpeech {
  readonly say: Say;
  readonly language: Language;
  readonly reasons: PlanReasons;
}

export interface RepairShown extends ProposedRepair {
  readonly wish: RepairWish;
  readonly faults: readonly Fault[];
}

type Naming = Pick<ProposedRepair, 'booked' | 'nameOf'>;

export function repairPage(shown: RepairShown, speech: RepairSpeech): Shown {
  const { repair, wish, faults } = shown;
  const { say } = speech;
  const { clashes, moves, stuck } = repair;
  const model = {
    title: say('repair.title'),
    lead: clashes.length === 0 ? say('repair.none') : say('repair.lead', { count: clashes.length }),
    back: backOf(shown, say),
    errorSummary: faultModel(faults, say).errorSummary,
    clashes: clashes.map((clash) => clashInWords(clash, shown, speech)),
    moves: moves.map((move) => moveModel(move, shown, speech)),
    stuck: stuck.map((one) => stuckModel(one, shown, speech)),
    kept: say('repair.kept', { count: shown.booked.meetings.size - moves.length - stuck.length }),
    again: againInWords(shown, say),
    toSend: toSendIn(shown),
    action: '/caseload/repair',
    wish: Object.entries(wish).flatMap(([name, value]) => (value === null ? [] : [{ name, value: String(value) }])),
    seen: signOf(shown),
  };
  return show('caseload/repair', model, { status: faults.length > 0 ? 422 : 200 });
}

function backOf({ wish, booked }: RepairShown, say: Say) {
  if (wish.meeting !== null && booked.meetings.has(wish.meeting))
    return { text: say('repair.back.meeting'), href: `/meetings/${wish.meeting}` };
  if (wish.group !== null) return { text: say('repair.back.group'), href: `/groups/${wish.group}/meetings` };
  return { text: say('repair.back.caseload'), href: '/caseload' };
}

/** A clash as one sentence; other pages of the room say it so too. */
export function clashInWords(
  clash: Clash,
  { booked, nameOf }: Naming,
  speech: Pick<RepairSpeech, 'say' | 'language'>,
): string {
  const { say, language } = speech;
  const named = (meeting: StandingMeeting) => meetingInWords(booked.meetings.get(meeting.group), speech);
  const called = (ids: readonly string[]) => new Intl.ListFormat(language).format(ids.map(nameOf));
  switch (clash.kind) {
    case 'closedDay':
      return say(`repair.clash.${clash.why}`, { meeting: named(clash.meeting) });
    case 'away':
      return say(`repair.clash.${clash.why}`, { meeting: named(clash.meeting), person: called([clash.person]) });
    case 'twice': {
      const [one, other] = clash.meetings;
      return say('repair.clash.twice', { people: called(clash.people), one: named(one), other: named(other) });
    }
  }
}

function meetingInWords(
  found: BookedMeeting | undefined,
  { say, language }: Pick<RepairSpeech, 'say' | 'language'>,
): string {
  if (!found) return '';
  const { group, meeting } = found;
  const day = shortDayInWords(meeting.day, language);
  return say('repair.meeting', { group: group.name, number: meeting.number, day });
}

function moveModel({ meeting, to, absent }: Move, shown: RepairShown, speech: RepairSpeech) {
  const { say, language } = speech;
  const again = askedTo(meeting.group, shown).map(shown.nameOf);
  const names = new Intl.ListFormat(language);
  const rows = [
    ['before', spanInWords(meeting.span, language)],
    ['after', spanInWords(to, language)],
    ['absent', names.format(absent.map(shown.nameOf))],
    ['asked', again.length === 0 ? say('repair.nobodyAsked') : names.format(again)],
  ] as const;
  return {
    heading: headingOf(meeting, shown, say),
    facts: {
      rows: rows.filter(([, value]) => value !== '').map(([key, value]) => ({ key: say(`repair.move.${key}`), value })),
    },
  };
}

function headingOf({ group: id }: StandingMeeting, { booked }: RepairShown, say: Say): string {
  const found = booked.meetings.get(id);
  return say('repair.heading', { group: found?.group.name ?? '', number: found?.meeting.number ?? '' });
}

function stuckModel({ meeting, why }: StuckMeeting, shown: RepairShown, { say, language, reasons }: RepairSpeech) {
  const found = shown.booked.meetings.get(meeting.group);
  const mayHelp = found !== undefined && mayBeReplaced(found, shown.repair.clashes);
  const sentences = reasons.inWords(why, { say, language, nameOf: shown.nameOf });
  return {
    heading: headingOf(meeting, shown, say),
    text: say('repair.stuck', {
      span: spanInWords(meeting.span, language),
      why: new Intl.ListFormat(language).format(sentences),
    }),
    deputy: mayHelp ? { text: say('repair.stuck.deputy'), href: `/meetings/${meeting.group}/deputy` } : undefined,
    move: { text: say('repair.stuck.move'), href: `/meetings/${meeting.group}/move` },
    cancel: { text: say('repair.stuck.cancel'), href: `/meetings/${meeting.group}/cancel` },
  };
}

function againInWords(shown: RepairShown, say: Say): string {
  const { size: count } = new Set(shown.repair.moves.flatMap(({ meeting }) => askedTo(meeting.group, shown)));
  return count === 0 ? say('repair.nobodyAgain') : say('repair.again', { count });
}

/** Groups with a moved meeting that nobody has been told of yet. */
function toSendIn({ booked }: RepairShown) {
  const moved = [...booked.meetings.values()].filter(({ meeting }) => meeting.state === 'moved');
  const groups = new Map(moved.map(({ group }) => [group.id, group]));
  return [...groups.values()].map(({ id, name }) => ({ text: name, href: `/groups/${id}/send` }));
}
