import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Groups } from '../groups/groups.service';
import type { GroupId } from '../kernel/identifiers';
import type { Instant } from '../kernel/instant';
import { Meetings } from '../meetings/meetings.service';
import { Stamp } from '../people/stamp.service';
import { Answers } from './answers.service';
import type { Answered } from './domain/needed';
import { AnswerBook } from './domain/standing-answer';

/** How a group has answered at this moment; its members are those who are asked to all of a meeting. */
export interface Answering extends Answered {
  readonly group: ResourceGroup;
  readonly now: Instant;
}

/** Puts together who is asked, to what, and what they answered. */
@Injectable()
export class GroupAnswers {
  constructor(
    private readonly groups: Groups,
    private readonly meetings: Meetings,
    private readonly answers: Answers,
    private readonly stamp: Stamp,
  ) {}

  /** For work in other rooms, which log what they show themselves. Not found: `notFound`. */
  async of(viewer: Viewer, groupId: GroupId): Promise<Answering> {
    const group = await this.groups.get(viewer, groupId);
    const standings = await this.groups.standings(viewer, group);
    const members = group.counted.filter(({ personId }) => {
      const standing = standings.get(personId);
      return standing?.approved === true && standing.takePart;
    });
    const meetings = await this.meetings.of(viewer, groupId);
    const book = new AnswerBook(await this.answers.ofGroup(group.organisationId, groupId));
    const replaced = await this.meetings.deputiesAt(group.organisationId, meetings);
    return { group, members, meetings, book, replaced, now: this.stamp.now() };
  }
}
