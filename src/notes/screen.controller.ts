import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { idOf } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { screenForm } from './notes.forms';
import { Pressing } from './pressing.service';
import { ScreenReading } from './screen-reading.service';
import { screenPage } from './screen.pages';

interface ScreenPath {
  readonly id: string;
  readonly item: string;
}

@Controller('meetings/:id/hold/:item')
@For('coordinator')
export class ScreenController {
  constructor(
    private readonly reading: ScreenReading,
    private readonly pressing: Pressing,
    private readonly database: Database,
  ) {}

  @Get()
  async screen(@SignedIn() viewer: Viewer, @Param() path: ScreenPath, @Speaking() say: Say): Promise<Answer> {
    return screenPage(await this.read(viewer, path), { say, language: viewer.language });
  }

  @Post()
  async press(
    @SignedIn() viewer: Viewer,
    @Param() path: ScreenPath,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const screen = await this.read(viewer, path);
    const speech = { say, language: viewer.language };
    const again = { ...screen, typed: screenForm.typed(body) };
    const reading = screenForm.read(body);
    if (reading.kind === 'faulty') return screenPage({ ...again, faults: reading.faults }, speech);
    const outcome = await attempt(this.database, () => this.pressing.press(viewer, screen, reading.value));
    if (outcome.kind === 'refused') return screenPage({ ...again, faults: [outcome.fault] }, speech);
    const onward = outcome.value;
    return goTo(onward.kind === 'over' ? `/meetings/${path.id}/notes/read` : `/meetings/${path.id}/hold/${onward.id}`);
  }

  private read(viewer: Viewer, { id, item }: ScreenPath) {
    return this.reading.of(viewer, idOf<'meeting'>(id), idOf<'agenda item'>(item));
  }
}
