import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { idOf } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { AgendaReading } from './agenda-reading.service';
import { AgendaReleases } from './agenda-releases.service';
import { releasePage } from './release.page';

@Controller('meetings/:id/agenda/release')
@For('coordinator')
export class AgendaReleaseController {
  constructor(
    private readonly reading: AgendaReading,
    private readonly releases: AgendaReleases,
    private readonly database: Database,
  ) {}

  @Get()
  async ask(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return releasePage(await this.reading.of(viewer, idOf<'meeting'>(id)), { say, language: viewer.language });
  }

  @Post()
  async release(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const meetingId = idOf<'meeting'>(id);
    const outcome = await attempt(this.database, () => this.releases.release(viewer, meetingId));
    if (outcome.kind === 'done') return goTo(`/meetings/${id}/agenda`);
    const shown = await this.reading.of(viewer, meetingId);
    return releasePage(shown, { say, language: viewer.language }, [outcome.fault]);
  }
}
