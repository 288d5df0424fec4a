import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { idOf, type MeetingId } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import type { Fault, Typed } from '../platform/web/form';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { deputyForm } from './deputies.forms';
import { deputyPage } from './deputies.pages';
import { Deputies } from './deputies.service';
import { DeputyReading } from './deputy-reading.service';
import { Meetings } from './meetings.service';

@Controller('meetings/:id/deputy')
@For('coordinator')
export class DeputiesController {
  constructor(
    private readonly meetings: Meetings,
    private readonly deputies: Deputies,
    private readonly reading: DeputyReading,
    private readonly database: Database,
  ) {}

  @Get()
  ask(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return this.shown(viewer, id, { say, typed: {}, faults: [] });
  }

  @Post()
  async put(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const again = { say, typed: deputyForm.typed(body) };
    const filled = deputyForm.read(body);
    if (filled.kind === 'faulty') return this.shown(viewer, id, { ...again, faults: filled.faults });
    const { deputyFor: forPersonId, deputy: deputyId, approvedOn: on, approvedHow: how } = filled.value;
    const standIn = { meetingId: meetingId(id), forPersonId, deputyId, approval: { on, how } };
    const outcome = await attempt(this.database, () => this.deputies.put(viewer, standIn));
    if (outcome.kind === 'refused') return this.shown(viewer, id, { ...again, faults: [outcome.fault] });
    return goTo(`/meetings/${id}`);
  }

  @Post(':person/withdraw')
  async withdraw(
    @SignedIn() viewer: Viewer,
    @Param() { id, person }: { readonly id: string; readonly person: string },
  ): Promise<Answer> {
    await this.deputies.withdraw(viewer, meetingId(id), idOf(person));
    return goTo(`/meetings/${id}`);
  }

  private async shown(
    viewer: Viewer,
    id: string,
    again: { readonly say: Say; readonly typed: Typed; readonly faults: readonly Fault[] },
  ): Promise<Answer> {
    const { group, meeting } = await this.meetings.read(viewer, meetingId(id));
    const choices = await this.reading.choices(viewer, group);
    const now = await this.reading.of(viewer, meeting);
    return deputyPage({ group, meeting, now, ...choices }, { ...again, language: viewer.language });
  }
}

const meetingId = (id: string): MeetingId => idOf(id);
