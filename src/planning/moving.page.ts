import { hoursInWords, dayInWords, type Language, spanInWords } from '../kernel/in-words';
import type { CalendarDate } from '../kernel/calendar-date';
import type { TimeOfDay } from '../kernel/time-of-day';
import type { Meeting, MeetingChange } from '../meetings/domain/meeting';
import { show, type Shown } from '../platform/web/answer';
import { type Fault, faultModel } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import type { Obstacle } from './domain/obstacles';
import type { OtherTime } from './domain/other-times';
import type { MovingRead } from './moving-reading.service';
import { timeText } from './moving.service';
import { thingField } from './thing-field';
import { listed } from './reasons-in-words';

export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A time that was chosen in spite of what speaks against it, until somebody has said so. */
interface Warned {
  readonly change: MeetingChange;
  readonly obstacles: readonly Obstacle[];
}

export interface MovingShown extends MovingRead {
  readonly typed: Typed;
  readonly faults: readonly Fault[];
  readonly warned: Warned | null;
  readonly say: Say;
  readonly language: Language;
}

export function movingPage(shown: MovingShown): Shown {
  const { group, meeting, faults, warned, say } = shown;
  const found = faultModel(faults, say);
  const model = {
    title: say('planning.move.title', { number: meeting.number }),
    caption: group.name,
    back: { text: say('planning.move.back'), href: `/meetings/${meeting.id}` },
    action: `/meetings/${meeting.id}/move`,
    now: { text: nowInWords(shown) },
    errorSummary: found.errorSummary ?? warningSummary(shown),
    otherTimes: shown.otherTimes.map((time) => otherTimeLink(time, shown)),
    fields: fieldsOf(shown, found.at),
    despite: warned && despiteTick(warned, shown),
  };
  return show('planning/move', model, { status: faults.length > 0 || warned ? 422 : 200 });
}

function nowInWords({ meeting, say, language }: MovingShown): string {
  const place = [say(`planning.form.${meeting.form}`), meeting.place].filter((words) => words !== '').join(', ');
  return say('planning.move.now', { span: spanInWords(meeting.span, language), place });
}

function otherTimeLink({ span, absent }: OtherTime, { meeting, say, language, nameOf }: MovingShown) {
  const people = listed(
    absent.map((id) => nameOf(id) ?? say('planning.move.somebody')),
    language,
  );
  const words = { span: spanInWords(span, language), people };
  return {
    text: say(absent.length === 0 ? 'planning.alternative.everybody' : 'planning.alternative.absent', words),
    href: `/meetings/${meeting.id}/move?day=${span.day.iso}&start=${span.start.toString()}#day`,
  };
}

function warningSummary({ warned, say, ...shown }: MovingShown) {
  if (!warned) return undefined;
  const sentences = new Set(warned.obstacles.map((one) => obstacleInWords(one, warned.change.day, { say, ...shown })));
  return {
    title: say('planning.move.warned'),
    faults: [...sentences].map((text) => ({ text, href: '#despite' })),
  };
}

type Speech = Pick<MovingShown, 'say' | 'language' | 'nameOf'>;

function obstacleInWords(obstacle: Obstacle, day: CalendarDate, { say, language, nameOf }: Speech): string {
  switch (obstacle.kind) {
    case 'closedDay':
      return say(
        `planning.obstacle.${obstacle.why === 'ownClosedDay' && obstacle.name ? 'namedClosedDay' : obstacle.why}`,
        {
          day: dayInWords(day, language),
          name: obstacle.name?.[language] ?? '',
        },
      );
    case 'ownMeeting':
      return say('planning.obstacle.ownMeeting', { number: obstacle.number });
    case 'thingTaken':
      return say('planning.obstacle.taken', { name: obstacle.name, hours: hoursWithin(obstacle, day, language) });
    case 'taken': {
      const name = nameOf(obstacle.personId);
      if (name === null) return say('planning.obstacle.somebody');
      return say('planning.obstacle.taken', { name, hours: hoursWithin(obstacle, day, language) });
    }
  }
}

interface Hours {
  readonly from: TimeOfDay;
  readonly until: TimeOfDay;
}

const hoursWithin = ({ from: start, until }: Hours, day: CalendarDate, language: Language): string =>
  hoursInWords({ day, start, minutes: until.minutes - start.minutes }, language);

const despiteTick = ({ change }: Warned, { say }: MovingShown) => ({
  id: 'despite',
  name: 'despite',
  legend: say('planning.move.despite'),
  error: say('planning.move.despite.error'),
  items: [{ value: timeText(change), text: say('planning.move.despite.yes') }],
});

function fieldsOf({ say, typed, profile, things }: MovingShown, at: (field: string) => string | undefined) {
  const asked = (name: string) => ({ id: name, name, error: at(name) });
  const plain = (name: string, more: object = {}) => ({
    ...asked(name),
    label: say(`planning.move.${name}`),
    value: one(typed, name),
    ...more,
  });
  return {
    day: plain('day', { type: 'date', width: '10' }),
    start: plain('start', { type: 'time', width: '5' }),
    minutes: plain('minutes', { inputmode: 'numeric', width: '3', hint: say('planning.move.minutes.hint') }),
    lengthReason: plain('lengthReason', { hint: say('planning.lengthReason.hint') }),
    ...(things.length > 0 ? { thing: thingField({ say, typed, faultAt: at }, things) } : {}),
    place: plain('place', { hint: say('planning.place.hint') }),
    meetingForm: {
      ...asked('meetingForm'),
      legend: say('field.meetingForm'),
      items: profile.forms.map((form) => ({
        value: form,
        text: say(`planning.form.${form}`),
        checked: one(typed, 'meetingForm') === form,
      })),
    },
    placeIsPublic: {
      ...asked('placeIsPublic'),
      legend: say('field.placeIsPublic'),
      hint: say('planning.placeIsPublic.hint'),
      items: [{ value: 'yes', text: say('planning.placeIsPublic.yes'), checked: one(typed, 'placeIsPublic') !== '' }],
    },
  };
}

function one(typed: Typed, name: string): string {
  const value = typed[name];
  return typeof value === 'string' ? value : '';
}

/** The meeting as it would stand in the form's fields. */
export const typedMeeting = (meeting: Meeting): Typed => ({
  day: meeting.day.iso,
  start: meeting.start.toString(),
  minutes: String(meeting.minutes),
  lengthReason: meeting.lengthReason,
  meetingForm: meeting.form,
  thing: meeting.thingId ?? '',
  place: meeting.thingId === null ? meeting.place : '',
  placeIsPublic: meeting.placeIsPublic ? 'yes' : '',
});
