import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { GroupId, idOf } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import type { Fault } from '../platform/web/form';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { wishesForm, wishesIn } from './planning.forms';
import { typedWishes, wishesPage } from './wishes.page';
import { WishesReading } from './wishes-reading.service';
import { YearPlans } from './year-plans.service';

@Controller('groups/:id/plan')
@For('coordinator')
export class WishesController {
  constructor(
    private readonly years: YearPlans,
    private readonly reading: WishesReading,
    private readonly database: Database,
  ) {}

  @Get()
  async wishes(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const read = await this.reading.of(viewer, groupId(id));
    return wishesPage({ ...read, typed: typedWishes(read.wishes), faults: [], say, language: viewer.language });
  }

  @Post()
  async wish(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const read = await this.reading.of(viewer, groupId(id));
    const again = (faults: readonly Fault[]): Answer =>
      wishesPage({ ...read, typed: wishesForm.typed(body), faults, say, language: viewer.language });
    const filled = wishesForm.read(body);
    if (filled.kind === 'faulty') return again(filled.faults);
    const outcome = await attempt(this.database, async () =>
      this.years.wish(viewer, groupId(id), wishesIn(filled.value, read.things)),
    );
    return outcome.kind === 'refused' ? again([outcome.fault]) : goTo(`/groups/${id}/plan/proposal`);
  }
}

const groupId = (id: string): GroupId => idOf(id);
