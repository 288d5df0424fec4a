import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { idOf } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import type { Fault, Typed } from '../platform/web/form';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { thingForm } from './things.forms';
import { thingsPage } from './things.pages';
import { Things } from './things.service';

/** The rooms and video links that can be booked; every member of the staff looks after them. */
@Controller('organisation/things')
@For('staff')
export class ThingsController {
  constructor(
    private readonly things: Things,
    private readonly database: Database,
  ) {}

  @Get()
  list(@SignedIn() viewer: Viewer, @Speaking() say: Say): Promise<Answer> {
    return this.shown(viewer, { say, typed: {}, faults: [] });
  }

  @Post()
  async add(@SignedIn() viewer: Viewer, @Body() body: unknown, @Speaking() say: Say): Promise<Answer> {
    const again = { say, typed: thingForm.typed(body) };
    const filled = thingForm.read(body);
    if (filled.kind === 'faulty') return this.shown(viewer, { ...again, faults: filled.faults });
    const { thingKind: kind, thingName: name, thingPlace: place, ...more } = filled.value;
    const { thingIsPublic: placeIsPublic, thingOpens: opens, thingCloses: closes } = more;
    const outcome = await attempt(this.database, () =>
      this.things.add(viewer, { kind, name, place, placeIsPublic, opens, closes }),
    );
    if (outcome.kind === 'refused') return this.shown(viewer, { ...again, faults: [outcome.fault] });
    return goTo('/organisation/things');
  }

  @Post(':id/retire')
  async retire(@SignedIn() viewer: Viewer, @Param('id') id: string): Promise<Answer> {
    await this.things.retire(viewer, idOf(id));
    return goTo('/organisation/things');
  }

  private async shown(
    viewer: Viewer,
    again: { readonly say: Say; readonly typed: Typed; readonly faults: readonly Fault[] },
  ): Promise<Answer> {
    const { role, language } = viewer;
    return thingsPage(await this.things.inUse(viewer), { ...again, role, language });
  }
}
