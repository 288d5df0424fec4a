import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { Groups } from '../groups/groups.service';
import { Stamp } from '../people/stamp.service';
import { Meetings } from '../meetings/meetings.service';
import { GroupOnDesk, onDesk } from './domain/group-on-desk';

/** What lies on a coordinator's desk today. */
@Injectable()
export class Desk {
  constructor(
    private readonly groups: Groups,
    private readonly meetings: Meetings,
    private readonly stamp: Stamp,
  ) {}

  async of(viewer: Viewer): Promise<readonly GroupOnDesk[]> {
    const lying: GroupOnDesk[] = [];
    for (const group of await this.groups.list(viewer)) {
      const meetings = await this.meetings.of(viewer, group.id);
      lying.push(onDesk(group, meetings, this.stamp.today()));
    }
    return lying;
  }
}
