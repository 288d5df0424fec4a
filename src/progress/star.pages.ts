import { dayWithYear } from '../kernel/in-words';
import { show, type Shown } from '../platform/web/answer';
import { TrustedSvg } from '../platform/web/trusted-svg';
import { authorIn, nameIn, type Speech } from './circle-words';
import type { Circle } from './circles.service';
import { raters } from './domain/axis';
import type { Measure } from './domain/measure';
import type { Star } from './domain/star';
import { daysOfMeasuring, starView } from './domain/star-view';

export interface StarShown {
  readonly circle: Circle;
  readonly star: Star;
}

export const starHref = ({ group }: Circle): string => `/groups/${group.id}/star`;

/** The star, its sentences, its table and its lines. `earlier` is the measuring it is compared with; null for the last. */
export function starPage({ circle, star }: StarShown, earlier: number | null, { say, language }: Speech): Shown {
  const nameOf = (id: Measure['raterId']): string => nameIn(circle, id, say);
  const view = starView(star, earlier, { say, language, nameOf, today: circle.today });
  const home = starHref(circle);
  const chosen = star.earlier(earlier)?.number;
  const before = star.measurings.slice(0, -1);
  return show('progress/star', {
    title: say('star.title'),
    caption: circle.group.name,
    back: `/groups/${circle.group.id}`,
    ...view,
    pictures: { named: new TrustedSvg(view.pictures.named), numbered: new TrustedSvg(view.pictures.numbered) },
    lines: view.lines.map((line) => ({ ...line, picture: new TrustedSvg(line.picture) })),
    // With one earlier there is nothing to choose.
    compare: (before.length > 1 ? before : [])
      .map((one) => ({
        text: say('progress.star.compare', { days: daysOfMeasuring(one, { say, language }) }),
        href: `${home}?earlier=${String(one.number)}`,
        isChosen: one.number === chosen,
      }))
      .reverse(),
    measures: raters
      .filter((rater) => star.axes.some((axis) => axis.rater === rater))
      .map((rater) => ({ text: say(`progress.star.measure.${rater}`), href: `${home}/measure?rater=${rater}` })),
    axesHref: `${home}/axes`,
    valuesHref: `${home}/values`,
  });
}

/** Every value there ever was, with who typed it; one that was taken back is struck and stays. */
export function valuesPage({ circle, star }: StarShown, { say, language }: Speech): Shown {
  const home = starHref(circle);
  return show('progress/values', {
    title: say('progress.values.title'),
    caption: circle.group.name,
    back: home,
    values: [...star.measures].reverse().map((one) => {
      const axis = star.axisOf(one);
      const value = say('star.value', { value: one.value, max: axis?.max ?? one.value });
      return {
        text: `${axis?.words[language].label ?? one.axis}: ${value}`,
        isStruck: !one.counts,
        facts: factsOf(one, circle, { say, language }),
        takeBack: one.counts ? `${home}/values/${one.id}/take-back` : '',
      };
    }),
  });
}

function factsOf(one: Measure, circle: Circle, { say, language }: Speech): readonly string[] {
  const given = say('progress.values.given', {
    day: dayWithYear(one.day, language),
    rater: nameIn(circle, one.raterId, say),
    typist: authorIn(circle, one.typedBy, say),
  });
  if (one.takenBackAt === null || one.takenBackBy === null) return [given];
  const day = dayWithYear(one.takenBackAt.dayIn(circle.zone), language);
  return [given, say('progress.values.takenBack', { day, who: authorIn(circle, one.takenBackBy, say) })];
}
