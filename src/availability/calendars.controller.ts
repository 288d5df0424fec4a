import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { idOf } from '../kernel/identifiers';
import { Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { CalendarViews } from './calendar-views.service';
import { Calendars } from './calendars.service';

@Controller('people/:id/calendars')
@For('coordinator')
export class CalendarsController {
  constructor(
    private readonly views: CalendarViews,
    private readonly calendars: Calendars,
  ) {}

  @Get()
  show(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return this.views.page({ viewer, id, say });
  }

  @Post('file/remove')
  async removeFile(@SignedIn() viewer: Viewer, @Param('id') id: string): Promise<Answer> {
    await this.calendars.remove(viewer, idOf(id), 'file');
    return goTo(`/people/${id}/calendars`);
  }

  /** Also where addresses are no longer allowed: what was read from one can always be let go of. */
  @Post('address/remove')
  async removeAddress(@SignedIn() viewer: Viewer, @Param('id') id: string): Promise<Answer> {
    await this.calendars.remove(viewer, idOf(id), 'address');
    return goTo(`/people/${id}/calendars`);
  }
}
