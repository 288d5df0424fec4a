import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { idOf } from '../kernel/identifiers';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { unitForm } from './access.forms';
import type { Viewer } from './domain/viewer';
import { organisationPage, unitPage } from './organisation.pages';
import { OrganisationOverview } from './organisation-overview.service';
import { SignedIn } from './signed-in.decorator';
import { Units } from './units.service';

/** The units of the organisation: added on its page, renamed on their own. */
@Controller('organisation/units')
@For('administrator')
export class UnitsController {
  constructor(
    private readonly units: Units,
    private readonly overview: OrganisationOverview,
  ) {}

  @Post()
  async add(@SignedIn() viewer: Viewer, @Body() body: unknown, @Speaking() say: Say): Promise<Answer> {
    const reading = unitForm.read(body);
    if (reading.kind === 'faulty') {
      const shown = { typed: unitForm.typed(body), faults: reading.faults };
      return organisationPage(await this.overview.of(viewer), say, shown);
    }
    await this.units.add(viewer, reading.value.unitName);
    return goTo('/organisation');
  }

  @Get(':id')
  async page(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return unitPage(await this.units.get(viewer, idOf(id)), say);
  }

  @Post(':id')
  async rename(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const unit = await this.units.get(viewer, idOf(id));
    const reading = unitForm.read(body);
    if (reading.kind === 'faulty') return unitPage(unit, say, { typed: unitForm.typed(body), faults: reading.faults });
    await this.units.rename(viewer, unit.id, reading.value.unitName);
    return goTo('/organisation');
  }
}
