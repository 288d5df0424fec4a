import { workdays } from '../availability/domain/personal-hours';
import type { Thing } from '../availability/domain/thing';
import type { ResourceGroup } from '../groups/domain/resource-group';
import type { Profile } from '../groups/domain/profile';
import { Language, weekdayInWords } from '../kernel/in-words';
import { show, Shown } from '../platform/web/answer';
import { Fault, faultModel } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import { thingField } from './thing-field';
import { Taper } from './domain/taper';
import type { YearWishesParts } from './domain/year-wishes';

export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface WishesShown {
  readonly group: ResourceGroup;
  readonly profile: Profile;
  readonly things: readonly Thing[];
  readonly typed: Typed;
  readonly faults: readonly Fault[];
  readonly say: Say;
  readonly language: Language;
}

export function wishesPage(shown: WishesShown): Shown {
  const { group, typed, faults, say } = shown;
  const found = faultModel(faults, say);
  const intervals = all(typed, 'intervals');
  return show(
    'planning/wishes',
    {
      title: say('planning.wishes.title', { group: group.name }),
      lead: say('planning.wishes.lead'),
      back: { text: say('planning.back.group'), href: `/groups/${group.id}` },
      action: `/groups/${group.id}/plan`,
      pattern: { text: say('planning.pattern'), href: `/groups/${group.id}/pattern`, kind: 'secondary' },
      errorSummary: found.errorSummary,
      intervalsHint: say('planning.intervals.hint', { average: averageOf(intervals, shown.language) }),
      intervalsError: found.at('intervals') ?? '',
      intervals: intervals.map((value, place) => intervalField(value, place, say)),
      fields: fieldsOf(shown, found.at),
    },
    { status: faults.length > 0 ? 422 : 200 },
  );
}

const intervalField = (value: string, place: number, say: Say) => ({
  id: `intervals-${String(place)}`,
  name: 'intervals',
  label: say('planning.interval', { from: place + 1, until: place + 2 }),
  value,
  width: '3',
  inputmode: 'numeric',
});

function fieldsOf(shown: WishesShown, at: (field: string) => string | undefined) {
  const { say, typed, things } = shown;
  const plain = (name: string, more: object = {}) => ({
    id: name,
    name,
    label: say(`field.${name}`),
    value: one(typed, name),
    error: at(name),
    ...more,
  });
  return {
    start: plain('start', { type: 'date', hint: say('planning.start.hint'), width: '10' }),
    minutes: plain('minutes', { inputmode: 'numeric', width: '3', hint: say('planning.minutes.hint') }),
    lengthReason: plain('lengthReason', { hint: say('planning.lengthReason.hint') }),
    earliest: plain('earliest', { type: 'time', width: '5' }),
    latest: plain('latest', { type: 'time', width: '5' }),
    ...(things.length > 0 ? { thing: thingField({ say, typed, faultAt: at }, things) } : {}),
    place: plain('place', { hint: say('planning.place.hint') }),
    ...choicesOf(shown, at),
  };
}

function choicesOf({ say, typed, profile, language }: WishesShown, at: (field: string) => string | undefined) {
  const choice = (name: string, value: string, text: string) => ({
    value,
    text,
    checked: all(typed, name).includes(value),
  });
  const asked = (name: string) => ({ id: name, name, legend: say(`field.${name}`), error: at(name) });
  return {
    horizonMonths: {
      ...asked('horizonMonths'),
      inline: true,
      items: profile.horizons.map((months) =>
        choice('horizonMonths', String(months), say('planning.months', { count: months })),
      ),
    },
    meetingForm: {
      ...asked('meetingForm'),
      items: profile.forms.map((form) => choice('meetingForm', form, say(`planning.form.${form}`))),
    },
    weekdays: {
      ...asked('weekdays'),
      hint: say('planning.weekdays.hint'),
      items: workdays.map((day) => choice('weekdays', String(day), weekdayInWords({ weekday: day }, language))),
    },
    placeIsPublic: {
      ...asked('placeIsPublic'),
      hint: say('planning.placeIsPublic.hint'),
      items: [choice('placeIsPublic', 'yes', say('planning.placeIsPublic.yes'))],
    },
  };
}

const averageYears = 3;

function averageOf(typed: readonly string[], language: Language): string {
  const months = typed.filter((value) => /^\d{1,2}$/.test(value)).map(Number);
  const isTaper = months.length > 0 && months.every((value) => value >= 1 && value <= 36);
  const average = isTaper ? new Taper(months).averagePerYear(averageYears) : new Taper().averagePerYear(averageYears);
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(average);
}

const one = (typed: Typed, name: string): string => all(typed, name)[0] ?? '';

function all(typed: Typed, name: string): readonly string[] {
  const value = typed[name] ?? [];
  return typeof value === 'string' ? [value] : value;
}

/** The wishes as they would stand in the form's fields. */
export const typedWishes = (wishes: YearWishesParts): Typed => ({
  start: wishes.start,
  lengthReason: wishes.lengthReason,
  meetingForm: wishes.form,
  thing: wishes.thingId ?? '',
  place: wishes.thingId === undefined ? wishes.place : '',
  earliest: wishes.earliest,
  latest: wishes.latest,
  horizonMonths: String(wishes.horizonMonths),
  intervals: wishes.intervals.map(String),
  minutes: String(wishes.minutes),
  placeIsPublic: wishes.placeIsPublic ? 'yes' : '',
  weekdays: wishes.weekdays.map(String),
});
