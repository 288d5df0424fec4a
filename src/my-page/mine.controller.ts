import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { idOf } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import type { Asking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import type { Fault } from '../platform/web/form';
import { For } from '../platform/web/policy';
import { easyMinePage } from './easy-mine.pages';
import { wishForm } from './mine.forms';
import { minePage } from './mine.pages';
import { OwnDeeds } from './own-deeds.service';
import { OwnPages } from './own-pages.service';
import { isServiceUsers, meetingNumbered, OwnRooms } from './own-rooms.service';

interface ProposalPath {
  readonly token: string;
  readonly n: string;
  readonly proposal: string;
}

interface TaskPath {
  readonly token: string;
  readonly task: string;
}

@Controller('m/:token/mine')
@For('link-and-code')
export class MineController {
  constructor(
    private readonly rooms: OwnRooms,
    private readonly pages: OwnPages,
    private readonly deeds: OwnDeeds,
    private readonly database: Database,
  ) {}

  /** `?lattlast` for the service user's easy-read twin. */
  @Get()
  async look(@Param('token') token: string, @Query('lattlast') easy: unknown, @Req() asking: Asking): Promise<Answer> {
    const page = await this.pages.open(token);
    const { say, language } = asking;
    if (easy !== undefined && isServiceUsers(page.room)) return easyMinePage(page, { say, language, token });
    return minePage(page, { say, language, token });
  }

  @Post('proposals')
  async propose(@Param('token') token: string, @Body() body: unknown, @Req() asking: Asking): Promise<Answer> {
    const reading = wishForm.read(body);
    if (reading.kind === 'faulty') return this.again(asking, { token, body, faults: reading.faults });
    const room = await this.rooms.open(token);
    const outcome = await attempt(this.database, () => this.deeds.propose(room, reading.value.proposal));
    if (outcome.kind === 'refused') return this.again(asking, { token, body, faults: [outcome.fault] });
    return goTo(`/m/${token}/mine#wishes`);
  }

  @Post('proposals/:n/:proposal/accept')
  accept(@Param() path: ProposalPath, @Req() asking: Asking): Promise<Answer> {
    return this.answer(path, asking, 'accept');
  }

  @Post('proposals/:n/:proposal/decline')
  decline(@Param() path: ProposalPath, @Req() asking: Asking): Promise<Answer> {
    return this.answer(path, asking, 'decline');
  }

  @Post('tasks/:task/done')
  done(@Param() path: TaskPath): Promise<Answer> {
    return this.become(path, 'done');
  }

  @Post('tasks/:task/open')
  reopen(@Param() path: TaskPath): Promise<Answer> {
    return this.become(path, 'open');
  }

  private async answer(path: ProposalPath, asking: Asking, answer: 'accept' | 'decline'): Promise<Answer> {
    const { token, n, proposal } = path;
    const room = await this.rooms.openOwn(token);
    const { id } = meetingNumbered(room, n).meeting;
    const outcome = await attempt(this.database, () => this.deeds[answer](room, id, idOf<'proposal'>(proposal)));
    if (outcome.kind === 'refused') return this.again(asking, { token, body: {}, faults: [outcome.fault] });
    return goTo(`/m/${token}/mine#wishes`);
  }

  private async become({ token, task }: TaskPath, state: 'open' | 'done'): Promise<Answer> {
    await this.deeds.become(await this.rooms.open(token), idOf<'task'>(task), state);
    return goTo(`/m/${token}/mine#tasks`);
  }

  /** The page once more, with what was typed and what was wrong with it. */
  private async again({ say, language }: Asking, { token, body, faults }: Again): Promise<Answer> {
    const { proposal } = wishForm.typed(body);
    const typed = typeof proposal === 'string' ? proposal : '';
    return minePage(await this.pages.open(token), { say, language, token }, { typed, faults });
  }
}

interface Again {
  readonly token: string;
  readonly body: unknown;
  readonly faults: readonly Fault[];
}
