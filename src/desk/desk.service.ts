import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { GroupAnswers } from '../answers/group-answers.service';
import { Groups } from '../groups/groups.service';
import { WaitingReplies } from '../replies/waiting-replies.service';
import { Stamp } from '../people/stamp.service';
import { GroupOnDesk, onDesk } from './domain/group-on-desk';

/** A group on the desk, with the answers that only its coordinator can tell whose they are. */
export interface Lying extends GroupOnDesk {
  readonly toConfirm: number;
}

/** What lies on a coordinator's desk today. */
@Injectable()
export class Desk {
  constructor(
    private readonly groups: Groups,
    private readonly answers: GroupAnswers,
    private readonly replies: WaitingReplies,
    private readonly stamp: Stamp,
  ) {}

  async of(viewer: Viewer): Promise<readonly Lying[]> {
    const lying: Lying[] = [];
    for (const group of await this.groups.list(viewer)) {
      const found = onDesk(await this.answers.of(viewer, group.id), this.stamp.today());
      lying.push({ ...found, toConfirm: await this.replies.countIn(group) });
    }
    return lying;
  }
}
