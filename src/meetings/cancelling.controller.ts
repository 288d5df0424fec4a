import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { type GroupId, idOf, type MeetingId } from '../kernel/identifiers';
import { Stamp } from '../people/stamp.service';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { cancelPage, cancelRestPage } from './cancelling.pages';
import { aheadOf, isAhead } from './domain/rescheduling';
import { Meetings } from './meetings.service';
import { Rescheduling } from './rescheduling.service';

@Controller()
@For('coordinator')
export class CancellingController {
  constructor(
    private readonly meetings: Meetings,
    private readonly rescheduling: Rescheduling,
    private readonly stamp: Stamp,
    private readonly database: Database,
  ) {}

  @Get('meetings/:id/cancel')
  async ask(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const { group, meeting } = await this.meetings.read(viewer, meetingId(id));
    if (!isAhead(meeting, this.stamp.now())) return goTo(`/meetings/${id}`);
    return cancelPage({ group, meeting, faults: [] }, { say, language: viewer.language });
  }

  @Post('meetings/:id/cancel')
  async cancel(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const read = await this.meetings.read(viewer, meetingId(id));
    const outcome = await attempt(this.database, () => this.rescheduling.cancel(viewer, meetingId(id)));
    if (outcome.kind === 'done') return goTo(`/groups/${read.group.id}/send`);
    return cancelPage({ ...read, faults: [outcome.fault] }, { say, language: viewer.language });
  }

  @Get('groups/:id/meetings/cancel')
  async askRest(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const { group, meetings } = await this.meetings.readOf(viewer, groupId(id));
    const ahead = aheadOf(meetings, this.stamp.now());
    if (ahead.length === 0) return goTo(`/groups/${id}/meetings`);
    return cancelRestPage(group, ahead, { say, language: viewer.language });
  }

  @Post('groups/:id/meetings/cancel')
  async cancelRest(@SignedIn() viewer: Viewer, @Param('id') id: string): Promise<Answer> {
    await this.rescheduling.cancelRest(viewer, groupId(id));
    return goTo(`/groups/${id}/send`);
  }
}

const groupId = (id: string): GroupId => idOf(id);
const meetingId = (id: string): MeetingId => idOf(id);
