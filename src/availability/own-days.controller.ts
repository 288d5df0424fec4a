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
import { dayListForm, ownDaysForm, quietWeeksForm } from './own-days.forms';
import { OwnDaysNotes } from './own-days-notes.service';
import { type OwnDaysAgain, ownDaysPage } from './own-days.pages';

const page = '/organisation/days';

/** The organisation's own days and its quiet weeks. */
@Controller('organisation/days')
@For('administrator')
export class OwnDaysController {
  constructor(
    private readonly notes: OwnDaysNotes,
    private readonly database: Database,
  ) {}

  @Get()
  days(@SignedIn() viewer: Viewer, @Speaking() say: Say): Promise<Answer> {
    return this.shown(viewer, say, {});
  }

  @Post()
  async add(@SignedIn() viewer: Viewer, @Body() body: unknown, @Speaking() say: Say): Promise<Answer> {
    const typed = ownDaysForm.typed(body);
    const filled = ownDaysForm.read(body);
    if (filled.kind === 'faulty') return this.shown(viewer, say, { typed, faults: filled.faults });
    const { ownDayKind: kind, ownDayName: name, ownDayFrom: from, ownDayUntil: until } = filled.value;
    const outcome = await attempt(this.database, () =>
      this.notes.add(viewer, { kind, name, from, until: until ?? from }),
    );
    return outcome.kind === 'done' ? goTo(page) : this.shown(viewer, say, { typed, faults: [outcome.fault] });
  }

  @Post('list')
  async addList(@SignedIn() viewer: Viewer, @Body() body: unknown, @Speaking() say: Say): Promise<Answer> {
    const typed = dayListForm.typed(body);
    const filled = dayListForm.read(body);
    if (filled.kind === 'faulty') return this.shown(viewer, say, { typed, faults: filled.faults });
    const outcome = await attempt(this.database, () => this.notes.addList(viewer, filled.value.dayList));
    if (outcome.kind === 'refused') return this.shown(viewer, say, { typed, faults: [outcome.fault] });
    return outcome.value.length === 0 ? goTo(page) : this.shown(viewer, say, { typed, lines: outcome.value });
  }

  @Post('quiet-weeks')
  async setQuietWeeks(@SignedIn() viewer: Viewer, @Body() body: unknown, @Speaking() say: Say): Promise<Answer> {
    const filled = quietWeeksForm.read(body);
    if (filled.kind === 'faulty')
      return this.shown(viewer, say, { typed: quietWeeksForm.typed(body), faults: filled.faults });
    await this.notes.setQuietWeeks(viewer, filled.value.quietWeeks);
    return goTo(page);
  }

  @Post(':id/remove')
  async remove(@SignedIn() viewer: Viewer, @Param('id') id: string): Promise<Answer> {
    await this.notes.remove(viewer, idOf(id));
    return goTo(page);
  }

  private async shown(viewer: Viewer, say: Say, again: OwnDaysAgain): Promise<Answer> {
    return ownDaysPage(await this.notes.of(viewer), { ...again, say, language: viewer.language });
  }
}
