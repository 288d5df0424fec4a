import { Controller, Get, Param } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { idOf } from '../kernel/identifiers';
import { Stamp } from '../people/stamp.service';
import type { Answer } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { DeputyReading } from './deputy-reading.service';
import { aheadOf, isAhead } from './domain/rescheduling';
import { meetingPage, meetingsPage } from './meetings.pages';
import { Meetings } from './meetings.service';

@Controller()
@For('coordinator')
export class MeetingsController {
  constructor(
    private readonly meetings: Meetings,
    private readonly stamp: Stamp,
    private readonly deputies: DeputyReading,
  ) {}

  @Get('groups/:id/meetings')
  async ofGroup(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const { group, meetings } = await this.meetings.readOf(viewer, idOf<'group'>(id));
    const mayChange = aheadOf(meetings, this.stamp.now()).length > 0;
    return meetingsPage({ group, meetings, mayChange }, { say, language: viewer.language });
  }

  @Get('meetings/:id')
  async meeting(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const { group, meeting } = await this.meetings.read(viewer, idOf<'meeting'>(id));
    const mayChange = isAhead(meeting, this.stamp.now());
    const deputies = await this.deputies.of(viewer, meeting);
    return meetingPage({ group, meeting, mayChange, deputies }, { say, language: viewer.language });
  }
}
