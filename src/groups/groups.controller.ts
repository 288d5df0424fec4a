import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { type GroupId, idOf } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { GroupDesk } from './group-desk.service';
import { homeOf } from './group-home';
import { sizeForm, titlesForm } from './groups.forms';
import { groupPage, listPage, sizePage, titlesPage } from './groups.pages';
import { Groups } from './groups.service';
import { Membership } from './membership.service';

@Controller('groups')
@For('coordinator')
export class GroupsController {
  constructor(
    private readonly groups: Groups,
    private readonly desk: GroupDesk,
    private readonly membership: Membership,
    private readonly database: Database,
  ) {}

  @Get()
  async list(@SignedIn() viewer: Viewer, @Speaking() say: Say): Promise<Answer> {
    return listPage(await this.groups.list(viewer), { say, language: viewer.language });
  }

  @Get(':id')
  async group(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const overview = await this.desk.overviews.of(viewer, groupId(id));
    if (overview.group.state === 'forming') return goTo(`/groups/${id}/new`);
    return groupPage(overview, { say, language: viewer.language });
  }

  @Get(':id/name')
  async askName(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return titlesPage({ overview: await this.desk.overviews.of(viewer, groupId(id)), say, faults: [] });
  }

  @Post(':id/name')
  async rename(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const overview = await this.desk.overviews.of(viewer, groupId(id));
    const again = { overview, say, typed: titlesForm.typed(body) };
    const reading = titlesForm.read(body);
    if (reading.kind === 'faulty') return titlesPage({ ...again, faults: reading.faults });
    const { groupName: name, neutralTitle } = reading.value;
    const outcome = await attempt(this.database, () =>
      this.desk.drafts.rename(viewer, overview.group, { name, neutralTitle }),
    );
    if (outcome.kind === 'refused') return titlesPage({ ...again, faults: [outcome.fault] });
    return goTo(homeOf(outcome.value));
  }

  @Get(':id/size')
  async askSize(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return sizePage({ overview: await this.desk.overviews.of(viewer, groupId(id)), say, faults: [] });
  }

  @Post(':id/size')
  async explainSize(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const overview = await this.desk.overviews.of(viewer, groupId(id));
    const again = { overview, say, typed: sizeForm.typed(body) };
    const reading = sizeForm.read(body);
    if (reading.kind === 'faulty') return sizePage({ ...again, faults: reading.faults });
    return goTo(homeOf(await this.membership.giveSizeReason(viewer, overview.group.id, reading.value.sizeReason)));
  }
}

const groupId = (id: string): GroupId => idOf<'group'>(id);
