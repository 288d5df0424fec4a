import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { People } from '../people/people.service';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { beginningPage } from './beginning.page';
import { GroupDrafts } from './group-drafts.service';
import { beginForm } from './groups.forms';
import { Profiles } from './profiles.service';

@Controller('groups/new')
@For('coordinator')
export class BeginningController {
  constructor(
    private readonly drafts: GroupDrafts,
    private readonly people: People,
    private readonly profiles: Profiles,
    private readonly database: Database,
  ) {}

  @Get()
  async ask(@SignedIn() viewer: Viewer, @Query('person') asked: unknown, @Speaking() say: Say): Promise<Answer> {
    const serviceUserId = typeof asked === 'string' ? asked : '';
    const { meetingTitle } = this.profiles.first;
    const typed = { serviceUserId, neutralTitle: meetingTitle[viewer.language] };
    return beginningPage({ ...(await this.choices(viewer)), say, typed, faults: [] });
  }

  @Post()
  async begin(@SignedIn() viewer: Viewer, @Body() body: unknown, @Speaking() say: Say): Promise<Answer> {
    const reading = beginForm.read(body);
    const again = { ...(await this.choices(viewer)), say, typed: beginForm.typed(body) };
    if (reading.kind === 'faulty') return beginningPage({ ...again, faults: reading.faults });
    const { groupName: name, neutralTitle, serviceUserId, profile } = reading.value;
    const outcome = await attempt(this.database, () =>
      this.drafts.begin(viewer, { name, neutralTitle, serviceUserId, profile }),
    );
    if (outcome.kind === 'refused') return beginningPage({ ...again, faults: [outcome.fault] });
    return goTo(`/groups/${outcome.value.id}/new/core`);
  }

  private async choices(viewer: Viewer) {
    const people = (await this.people.list(viewer)).map(({ person }) => person);
    const serviceUsers = people.filter((person) => person.kind === 'service-user');
    return { serviceUsers, profiles: this.profiles.all, language: viewer.language };
  }
}
