import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { idOf } from '../kernel/identifiers';
import { Settings } from '../platform/config/settings';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { coordinatorForm } from './access.forms';
import { Coordinators } from './coordinators.service';
import type { Viewer } from './domain/viewer';
import { coordinatorPage, handedPage, newCoordinatorPage } from './organisation.pages';
import { SignedIn } from './signed-in.decorator';
import { Units } from './units.service';

/** Adding coordinators and looking at one. */
@Controller('organisation/coordinators')
@For('administrator')
export class CoordinatorsController {
  constructor(
    private readonly coordinators: Coordinators,
    private readonly units: Units,
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  @Get('new')
  async form(@SignedIn() viewer: Viewer, @Speaking() say: Say): Promise<Answer> {
    const units = await this.units.all(viewer);
    return units.length === 0 ? goTo('/organisation') : newCoordinatorPage(units, say);
  }

  /** Ends in a page, not in another address: the secret on it is shown this once and kept nowhere. */
  @Post()
  async add(@SignedIn() viewer: Viewer, @Body() body: unknown, @Speaking() say: Say): Promise<Answer> {
    const typed = coordinatorForm.typed(body);
    const units = await this.units.all(viewer);
    const reading = coordinatorForm.read(body);
    if (reading.kind === 'faulty') return newCoordinatorPage(units, say, { typed, faults: reading.faults });
    const { staffName: name, staffEmail: email, staffPhone: workPhone, staffUnit: unitId } = reading.value;
    const given = { name, email, workPhone, unitId };
    const outcome = await attempt(this.database, () => this.coordinators.add(viewer, given));
    if (outcome.kind === 'refused') return newCoordinatorPage(units, say, { typed, faults: [outcome.fault] });
    return handedPage(outcome.value, this.settings.publicAddress, say);
  }

  @Get(':id')
  async page(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const coordinator = await this.coordinators.get(viewer, idOf(id));
    const unit = coordinator.unitId === null ? '' : (await this.units.get(viewer, coordinator.unitId)).name;
    return coordinatorPage(coordinator, unit, say);
  }
}
