import { show, type Shown } from '../platform/web/answer';
import { choiceField, dayField, selectField, textField, ticksField, unchosen } from '../platform/web/controls';
import type { Fault, Typed } from '../platform/web/form';
import { presentIn, type Speech } from './circle-words';
import { betters, type Rater } from './domain/axis';
import { ratingField } from './domain/rating-field';
import { ownAxisNow } from './domain/star-pattern';
import { formPage } from './form.page';
import { starHref, type StarShown } from './star.pages';

interface MeasureAsked extends StarShown {
  readonly rater: Rater;
  readonly typed: Typed;
  readonly faults: readonly Fault[];
}

/** Which of the forms: one for each who rates. */
export function raterPage({ circle, star }: StarShown, raters: readonly Rater[], { say }: Speech): Shown {
  const home = starHref(circle);
  return show('progress/rater', {
    title: say('progress.rater.title'),
    caption: circle.group.name,
    back: home,
    raters: raters.map((rater) => ({
      text: say(`progress.star.measure.${rater}`),
      href: `${home}/measure?rater=${rater}`,
      hint: say('progress.rater.axes', { count: star.axes.filter((axis) => axis.rater === rater).length }),
    })),
  });
}

/** All that one rater is asked about, on one page. Nothing is filled in beforehand but the day. */
export function measurePage({ circle, star, rater, typed, faults }: MeasureAsked, speech: Speech): Shown {
  const { say } = speech;
  const home = starHref(circle);
  const people = presentIn(circle, speech).filter(({ kind }) => kind === kindOf[rater]);
  const [only] = people;
  const own = rater === 'service-user' && only ? { raterPerson: only.personId } : {};
  return formPage({
    ...{ say, typed, faults, back: home, caption: circle.group.name },
    title: say(`progress.star.measure.${rater}`),
    lead: say(`progress.measure.lead.${rater}`),
    action: `${home}/measure`,
    keep: `star-${circle.group.id}-${rater}`,
    look: 'rating',
    kept: { rater, ...own },
    controls: (asked) => [
      ...(rater === 'service-user'
        ? []
        : [
            selectField(asked, 'raterPerson', [
              unchosen(say),
              ...people.map(({ personId, name }) => ({ value: personId, text: name })),
            ]),
          ]),
      dayField(asked, 'measuredOn'),
      ...star.axes
        .filter((axis) => axis.rater === rater)
        .map((axis) => {
          const { label, easy } = axis.words[speech.language];
          return ratingField(axis, { ...asked, question: `${label}. ${easy}` }, say);
        }),
    ],
  });
}

const kindOf = {
  'service-user': 'service-user',
  staff: 'professional',
  relative: 'private',
} as const satisfies Record<Rater, string>;

interface AxesAsked extends StarShown {
  readonly typed: Typed;
  readonly faults: readonly Fault[];
}

/** What the star holds: the axes it always has, those that may be added, and one of the group's own. */
export function axesPage({ circle, star, typed, faults }: AxesAsked, { say, language }: Speech): Shown {
  const home = starHref(circle);
  const always = star.pattern.axes.map(({ words }) => words[language].label).join(', ');
  return formPage({
    ...{ say, typed, faults, back: home, caption: circle.group.name },
    title: say('progress.axes.title'),
    lead: say('progress.axes.lead', { axes: always }),
    action: `${home}/axes`,
    keep: `axes-${circle.group.id}`,
    kept: {},
    controls: (asked) => [
      ticksField(
        asked,
        'optionalAxes',
        star.pattern.optional.map(({ key, words }) => ({ value: key, text: words[language].label })),
      ),
      textField(asked, 'ownAxis', { width: '20' }),
      choiceField(
        asked,
        'ownBetter',
        betters.map((better) => ({ value: better, text: say(`progress.axes.better.${better}`) })),
      ),
    ],
  });
}

export function typedForAxes({ star }: StarShown): Typed {
  const own = ownAxisNow(star.choice);
  return { optionalAxes: star.choice.optional, ownAxis: own?.label ?? '', ownBetter: own?.better ?? 'higher' };
}
