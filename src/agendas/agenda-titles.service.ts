import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { Groups } from '../groups/groups.service';
import { NeutralTitles } from '../groups/neutral-titles.service';
import type { MeetingId } from '../kernel/identifiers';
import { Meetings } from '../meetings/meetings.service';

/** An agenda's neutral titles may name nobody in its group. */
@Injectable()
export class AgendaTitles {
  constructor(
    private readonly meetings: Meetings,
    private readonly groups: Groups,
    private readonly titles: NeutralTitles,
  ) {}

  async require(viewer: Viewer, meetingId: MeetingId, title: string): Promise<void> {
    const { groupId } = await this.meetings.get(viewer, meetingId);
    const { present } = await this.groups.get(viewer, groupId);
    await this.titles.require(
      viewer,
      title,
      present.map((member) => member.personId),
    );
  }
}
