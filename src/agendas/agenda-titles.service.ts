import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { Groups } from '../groups/groups.service';
import { NeutralTitles } from '../groups/neutral-titles.service';
import type { GroupId } from '../kernel/identifiers';

/** An agenda's neutral titles may name nobody in its group. */
@Injectable()
export class AgendaTitles {
  constructor(
    private readonly groups: Groups,
    private readonly titles: NeutralTitles,
  ) {}

  async require(viewer: Viewer, groupId: GroupId, title: string): Promise<void> {
    const { present } = await this.groups.get(viewer, groupId);
    await this.titles.require(
      viewer,
      title,
      present.map((member) => member.personId),
    );
  }
}
