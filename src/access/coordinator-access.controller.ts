import { Controller, Param, Post } from '@nestjs/common';
import { idOf } from '../kernel/identifiers';
import { Settings } from '../platform/config/settings';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { CoordinatorAccess } from './coordinator-access.service';
import type { Viewer } from './domain/viewer';
import { handedPage } from './organisation.pages';
import { SignedIn } from './signed-in.decorator';

/** Two buttons: a new way in for a coordinator, and none any more. */
@Controller('organisation/coordinators/:id')
@For('administrator')
export class CoordinatorAccessController {
  constructor(
    private readonly access: CoordinatorAccess,
    private readonly settings: Settings,
  ) {}

  @Post('new-address')
  async handAgain(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return handedPage(await this.access.handAgain(viewer, idOf(id)), this.settings.publicAddress, say);
  }

  @Post('stop')
  async stop(@SignedIn() viewer: Viewer, @Param('id') id: string): Promise<Answer> {
    await this.access.stop(viewer, idOf(id));
    return goTo('/organisation');
  }
}
