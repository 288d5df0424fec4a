import type { PersonId } from '../kernel/identifiers';
import { type Answer, show } from '../platform/web/answer';
import { type Fault, faultModel, type Typed } from '../platform/web/form';
import { TrustedSvg } from '../platform/web/trusted-svg';
import type { Axis } from '../progress/domain/axis';
import { ratingField } from '../progress/domain/rating-field';
import type { Star } from '../progress/domain/star';
import { starView } from '../progress/domain/star-view';
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
              controls: axes.map((axis) =>
                ratingField(axis, { question: axis.words[language].easy, typed, faultAt: model.at }, say),
              ),
            },
      call: callModel(room, say),
      scripts: ['keep-typing'],
    },
    { layout: 'link', status: faults.length > 0 ? 422 : 200 },
  );
}
