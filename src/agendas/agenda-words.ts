import type { Readership } from '../groups/domain/readership';
import type { PersonId } from '../kernel/identifiers';
import { hoursInWords, type Language } from '../kernel/in-words';
import type { Meeting } from '../meetings/domain/meeting';
import type { Person } from '../people/domain/person';
import type { Say } from '../platform/web/words';
import type { MeetingAgenda } from './agendas.service';
import type { Agenda } from './domain/agenda';
import { fitOf } from './domain/fit';
import type { Slice } from './domain/released-agenda';

export interface Speech {
  readonly say: Say;
  readonly language: Language;
}

const stateShape = {
  draft: 'open',
  open: 'done',
  'in-progress': 'warning',
  closed: 'stopped',
} as const satisfies Record<Agenda['state'], string>;

export const stateTag = ({ state }: Agenda, say: Say) => ({
  text: say(`agendas.state.${state}`),
  shape: stateShape[state],
});

/** "12 minuter för långt" */
export function fitInWords({ meeting, agenda }: MeetingAgenda, say: Say): string {
  const fit = fitOf(agenda.minutes, meeting.minutes);
  return fit.kind === 'fits' ? say('agendas.fit.fits') : say(`agendas.fit.${fit.kind}`, { count: fit.by });
}

export const fitTag = (shown: MeetingAgenda, say: Say) => ({
  text: fitInWords(shown, say),
  shape: shown.agenda.minutes > shown.meeting.minutes ? 'warning' : 'done',
});

const lastMinute = 24 * 60 - 1;

/** "14.20–14.40"; an agenda that is much too long has items past midnight, and those get no time. */
export function hoursOfItem({ day, start }: Meeting, { offset, minutes }: Slice, { say, language }: Speech): string {
  if (start.minutes + offset + minutes > lastMinute) return say('agendas.item.pastMidnight');
  return hoursInWords({ day, start: start.plusMinutes(offset), minutes }, language);
}

export const nameIn = (people: readonly Person[], personId: PersonId, say: Say): string => {
  const person = people.find(({ id }) => id === personId);
  if (!person) return say('agendas.somebody');
  return person.kind === 'professional' ? person.fullName : person.calledName;
};

/** "Alla i gruppen" · "Bara kärntrion" · "Bara Eva, Per och de två som leder gruppen" */
export function audienceInWords({ audience, named }: Readership, people: readonly Person[], say: Say): string {
  if (audience !== 'named') return say(`agendas.audience.${audience}`);
  if (named.length === 0) return say('agendas.audience.chairs');
  return say('agendas.audience.names', { names: named.map((personId) => nameIn(people, personId, say)).join(', ') });
}
