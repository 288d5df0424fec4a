import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { type GroupId, idOf } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import type { Fault } from '../platform/web/form';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { CaseloadNames } from './caseload-names.service';
import { ExtraMeetings } from './extra-meetings.service';
import { extraForm } from './extra.forms';
import { extraPage } from './extra.page';

@Controller('groups/:id/extra')
@For('coordinator')
export class ExtraController {
  constructor(
    private readonly meetings: ExtraMeetings,
    private readonly names: CaseloadNames,
    private readonly database: Database,
  ) {}

  @Get()
  ask(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return this.shown(viewer, id, { say, faults: [] });
  }

  @Post()
  async book(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const filled = extraForm.read(body);
    if (filled.kind === 'faulty') return this.shown(viewer, id, { say, faults: filled.faults });
    const outcome = await attempt(this.database, () => this.meetings.book(viewer, groupId(id), filled.value));
    if (outcome.kind === 'refused') return this.shown(viewer, id, { say, faults: [outcome.fault] });
    return goTo(`/groups/${id}/send`);
  }

  private async shown(viewer: Viewer, id: string, { say, faults }: { say: Say; faults: readonly Fault[] }) {
    const offered = await this.meetings.offer(viewer, groupId(id));
    const nameOf = await this.names.of(viewer, [offered.read]);
    return extraPage(offered, { say, language: viewer.language, nameOf }, faults);
  }
}

const groupId = (id: string): GroupId => idOf(id);
