import { Controller, Get, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import type { Language } from '../kernel/in-words';
import { Settings } from '../platform/config/settings';
import { type Answer, goTo } from '../platform/web/answer';
import { InLanguage, Speaking } from '../platform/web/asking';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { Holding } from './holding.service';
import { queuePage } from './outbox.pages';
import { Queues } from './queues.service';

@Controller('outbox')
@For('administrator')
export class OutboxController {
  constructor(
    private readonly queues: Queues,
    private readonly holding: Holding,
    private readonly settings: Settings,
  ) {}

  @Get()
  @For('staff')
  async queue(@SignedIn() viewer: Viewer, @Speaking() say: Say, @InLanguage() language: Language): Promise<Answer> {
    return queuePage(await this.queues.read(viewer), viewer, { say, language, zone: this.settings.zone });
  }

  @Post('hold')
  async hold(@SignedIn() viewer: Viewer): Promise<Answer> {
    await this.holding.hold(viewer);
    return goTo('/outbox');
  }

  @Post('release')
  async release(@SignedIn() viewer: Viewer): Promise<Answer> {
    await this.holding.release(viewer);
    return goTo('/outbox');
  }
}
