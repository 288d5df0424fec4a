import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import type { Asking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { For } from '../platform/web/policy';
import { ratingForm } from './mine.forms';
import { OwnProgress } from './own-progress.service';
import { OwnRooms } from './own-rooms.service';
import { axesLeft, ownStarPage, type StarPage } from './star.pages';

@Controller('m/:token/mine/star')
@For('link-and-code')
export class OwnStarController {
  constructor(
    private readonly rooms: OwnRooms,
    private readonly progress: OwnProgress,
    private readonly database: Database,
  ) {}

  @Get()
  async look(@Param('token') token: string, @Req() { say, language }: Asking): Promise<Answer> {
    return ownStarPage(await this.page(token), { say, language, token });
  }

  @Post()
  async rate(@Param('token') token: string, @Body() body: unknown, @Req() { say, language }: Asking): Promise<Answer> {
    const page = await this.page(token);
    const speech = { say, language, token };
    const form = ratingForm(axesLeft(page));
    const typed = form.typed(body);
    const reading = form.read(body);
    if (reading.kind === 'faulty') return ownStarPage(page, speech, { typed, faults: reading.faults });
    const values = Object.values(reading.value).flatMap((one) => one ?? []);
    const outcome = await attempt(this.database, () => this.progress.rate(page.room, values));
    if (outcome.kind === 'refused') return ownStarPage(page, speech, { typed, faults: [outcome.fault] });
    return goTo(`/m/${token}/mine/star`);
  }

  private async page(token: string): Promise<StarPage> {
    const room = await this.rooms.openOwn(token);
    return { room, star: await this.progress.star(room) };
  }
}
