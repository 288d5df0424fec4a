import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { idOf } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { Circles } from './circles.service';
import { type Rater, raters } from './domain/axis';
import { axesPage, measurePage, raterPage, typedForAxes } from './measuring.pages';
import { axesForm, raterTyped, ratingForm, readRating } from './star.forms';
import { starPage, type StarShown, valuesPage } from './star.pages';
import { Stars } from './stars.service';

@Controller('groups/:id/star')
@For('coordinator')
export class StarController {
  constructor(
    private readonly stars: Stars,
    private readonly circles: Circles,
    private readonly database: Database,
  ) {}

  @Get()
  async star(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Query('earlier') earlier: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const number = typeof earlier === 'string' && /^\d{1,4}$/.test(earlier) ? Number(earlier) : null;
    return starPage(await this.read(viewer, id), number, { say, language: viewer.language });
  }

  /** `?rater` says whose form it is. */
  @Get('measure')
  async ask(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Query('rater') asked: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const shown = await this.read(viewer, id);
    const rater = raterTyped(asked);
    const speech = { say, language: viewer.language };
    if (rater === null) return raterPage(shown, ratersOf(shown), speech);
    const typed = { measuredOn: shown.circle.today.iso };
    return measurePage({ ...shown, rater, typed, faults: [] }, speech);
  }

  @Post('measure')
  async measure(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const shown = await this.read(viewer, id);
    const typed = ratingForm.typed(body);
    const rater = raterTyped(typed.rater) ?? 'service-user';
    const again = { ...shown, rater, typed };
    const speech = { say, language: viewer.language };
    const reading = readRating(typed, axesOf(shown, rater));
    if (reading.kind === 'faulty') return measurePage({ ...again, faults: reading.faults }, speech);
    const { raterPerson: raterId, measuredOn: day, values } = reading.value;
    const outcome = await attempt(this.database, () =>
      this.stars.rate(viewer, shown.circle.group.id, { raterId, day, values }),
    );
    if (outcome.kind === 'refused') return measurePage({ ...again, faults: [outcome.fault] }, speech);
    return goTo(`/groups/${id}/star`);
  }

  @Get('axes')
  async askAxes(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const shown = await this.read(viewer, id);
    return axesPage({ ...shown, typed: typedForAxes(shown), faults: [] }, { say, language: viewer.language });
  }

  @Post('axes')
  async chooseAxes(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const again = { ...(await this.read(viewer, id)), typed: axesForm.typed(body) };
    const speech = { say, language: viewer.language };
    const reading = axesForm.read(body);
    if (reading.kind === 'faulty') return axesPage({ ...again, faults: reading.faults }, speech);
    const { optionalAxes: optional, ownAxis: label, ownBetter: better } = reading.value;
    const own = label === '' ? null : { label, better };
    await this.stars.choose(viewer, again.circle.group.id, { optional, own });
    return goTo(`/groups/${id}/star`);
  }

  @Get('values')
  async values(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return valuesPage(await this.read(viewer, id), { say, language: viewer.language });
  }

  @Post('values/:measure/take-back')
  async takeBack(
    @SignedIn() viewer: Viewer,
    @Param() { id, measure }: { readonly id: string; readonly measure: string },
  ): Promise<Answer> {
    await this.stars.takeBack(viewer, idOf<'group'>(id), idOf<'measure'>(measure));
    return goTo(`/groups/${id}/star/values`);
  }

  private async read(viewer: Viewer, id: string): Promise<StarShown> {
    const circle = await this.circles.of(viewer, idOf<'group'>(id));
    const star = await this.stars.ofGroup(viewer, circle.group.id);
    await this.circles.shown(viewer, circle, 'star.read');
    return { circle, star };
  }
}

const axesOf = ({ star }: StarShown, rater: Rater) => star.axes.filter((axis) => axis.rater === rater);

const ratersOf = (shown: StarShown): readonly Rater[] => raters.filter((rater) => axesOf(shown, rater).length > 0);
