import type { PersonId } from '../kernel/identifiers';
import { type Answer, show } from '../platform/web/answer';
import { type Fault, type FaultModel, faultModel, type Typed } from '../platform/web/form';
import { TrustedSvg } from '../platform/web/trusted-svg';
import type { Axis } from '../progress/domain/axis';
import type { Star } from '../progress/domain/star';
import { starView } from '../progress/domain/star-view';
import { fieldOf } from './mine.forms';
import type { OwnRoom } from './own-rooms.service';
import { backHome, callModel, homeOf, nameOf, type Speech } from './own-words';

export interface StarPage {
  readonly room: OwnRoom;
  readonly star: Star;
}

interface Typing {
  readonly typed: Typed;
  readonly faults: readonly Fault[];
}

const nothingTyped: Typing = { typed: {}, faults: [] };

/** Up to this many steps are shown to choose from; a longer scale is typed. */
const mostSteps = 11;

/** The axes the service user rates and has not rated today; nobody rates the same twice a day. */
export const axesLeft = ({ star, room }: StarPage): readonly Axis[] =>
  star.axes.filter(
    (axis) =>
      axis.rater === 'service-user' &&
      !star.measures.some(
        (one) => one.counts && one.axis === axis.key && one.raterId === ownerOf(room) && one.day.equals(room.today),
      ),
  );

const ownerOf = ({ year }: OwnRoom): PersonId => year.reader.personId;

/** The star as a picture, as sentences and as lines, and how it is for oneself today. */
export function ownStarPage(page: StarPage, speech: Speech, { typed, faults }: Typing = nothingTyped): Answer {
  const { room, star } = page;
  const { say, language } = speech;
  const model = faultModel(faults, say);
  const view = starView(star, null, { say, language, nameOf: (id) => nameOf(room, id, say), today: room.today });
  const axes = axesLeft(page);
  return show(
    'my-page/star',
    {
      title: say('mine.star.title'),
      back: backHome(speech),
      errorSummary: model.errorSummary,
      ...view,
      pictures: { named: new TrustedSvg(view.pictures.named), numbered: new TrustedSvg(view.pictures.numbered) },
      lines: view.lines.map((line) => ({ ...line, picture: new TrustedSvg(line.picture) })),
      form:
        axes.length === 0
          ? null
          : {
              action: `${homeOf(speech)}/star`,
              keep: `own-star-${room.group.id}`,
              controls: axes.map((axis) => control(axis, { speech, typed, model })),
            },
      call: callModel(room, say),
      scripts: ['keep-typing'],
    },
    { layout: 'link', status: faults.length > 0 ? 422 : 200 },
  );
}

interface Asked {
  readonly speech: Speech;
  readonly typed: Typed;
  readonly model: FaultModel;
}

function control(axis: Axis, { speech: { say, language }, typed, model }: Asked) {
  const { min, max, better, words } = axis;
  const name = fieldOf(axis);
  const [worst, best] = better === 'higher' ? [min, max] : [max, min];
  const hint = say('progress.measure.scale', { worst, best });
  const shared = { id: name, name, error: model.at(name), hint };
  const question = words[language].easy;
  const value = typeof typed[name] === 'string' ? typed[name] : '';
  if (max - min >= mostSteps)
    return { ...shared, part: 'field', label: question, value, inputmode: 'numeric', width: '4', autocomplete: 'off' };
  const steps = Array.from({ length: max - min + 1 }, (_, step) => String(min + step));
  const items = [
    ...steps.map((step) => ({ value: step, text: step })),
    { value: '', text: say('progress.measure.none') },
  ];
  const choices = items.map((item) => ({ ...item, checked: item.value !== '' && item.value === value }));
  return { ...shared, part: 'choices', legend: question, inline: true, items: choices };
}
