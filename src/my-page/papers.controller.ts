import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import type { Answer } from '../platform/web/answer';
import type { Asking } from '../platform/web/asking';
import { For } from '../platform/web/policy';
import { Settings } from '../platform/config/settings';
import { crisisPlanPage } from './crisis-plan.pages';
import { OwnPapers } from './own-papers.service';
import { OwnProgress } from './own-progress.service';
import { OwnRooms } from './own-rooms.service';
import { readersPage } from './readers.pages';
import { sharingPage } from './sharing.pages';

/** What only the service user has: the plan, who gets what, and who has read. */
@Controller('m/:token/mine')
@For('link-and-code')
export class OwnPapersController {
  constructor(
    private readonly rooms: OwnRooms,
    private readonly progress: OwnProgress,
    private readonly papers: OwnPapers,
    private readonly settings: Settings,
  ) {}

  @Get('crisis-plan')
  async crisisPlan(@Param('token') token: string, @Req() { say, language }: Asking): Promise<Answer> {
    const room = await this.rooms.openOwn(token);
    const { zone } = this.settings;
    return crisisPlanPage({ room, plan: await this.progress.plan(room), zone }, { say, language, token });
  }

  @Get('sharing')
  async sharing(@Param('token') token: string, @Req() { say, language }: Asking): Promise<Answer> {
    const room = await this.rooms.openOwn(token);
    return sharingPage({ room, shares: await this.papers.shares(room) }, { say, language, token });
  }

  /** `?before` leads to what is older. */
  @Get('readers')
  async readers(
    @Param('token') token: string,
    @Query('before') before: unknown,
    @Req() { say, language }: Asking,
  ): Promise<Answer> {
    const room = await this.rooms.openOwn(token);
    const number = typeof before === 'string' && /^\d{1,9}$/.test(before) ? Number(before) : null;
    const entries = await this.papers.readings(room, number);
    return readersPage({ room, entries, zone: this.settings.zone }, { say, language, token });
  }
}
