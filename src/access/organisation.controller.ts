import { Controller, Get } from '@nestjs/common';
import type { Answer } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import type { Viewer } from './domain/viewer';
import { organisationPage } from './organisation.pages';
import { OrganisationOverview } from './organisation-overview.service';
import { SignedIn } from './signed-in.decorator';

/** The administrator's start page: units and coordinators. */
@Controller('organisation')
@For('administrator')
export class OrganisationController {
  constructor(private readonly overview: OrganisationOverview) {}

  @Get()
  async page(@SignedIn() viewer: Viewer, @Speaking() say: Say): Promise<Answer> {
    return organisationPage(await this.overview.of(viewer), say);
  }
}
