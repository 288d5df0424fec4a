import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Groups } from '../groups/groups.service';
import type { GroupId } from '../kernel/identifiers';
import { byName } from '../kernel/in-words';
import { Deputies } from '../meetings/deputies.service';
import { Meetings } from '../meetings/meetings.service';
import { WishesReading } from '../planning/wishes-reading.service';
import { letOthersIn } from '../platform/threads/let-others-in';
import type { GroupInCaseload } from './domain/group-in-caseload';

/** Reads all of a coordinator's groups, without keeping other pages waiting; the reading is logged. */
@Injectable()
export class CaseloadReading {
  constructor(
    private readonly groups: Groups,
    private readonly meetings: Meetings,
    private readonly wishes: WishesReading,
    private readonly deputies: Deputies,
  ) {}

  /** By name. */
  async of(viewer: Viewer): Promise<readonly GroupInCaseload[]> {
    const compare = byName(viewer.language);
    const groups = [...(await this.groups.list(viewer))].sort((a, b) => compare(a.name, b.name));
    const read: GroupInCaseload[] = [];
    for (const group of groups) {
      read.push(await this.one(viewer, group));
      await letOthersIn();
    }
    return read;
  }

  /** For a page about one of them; the reading is logged. Not found: `notFound`. */
  async read(viewer: Viewer, id: GroupId): Promise<GroupInCaseload> {
    return this.one(viewer, await this.groups.read(viewer, id));
  }

  private async one(viewer: Viewer, group: ResourceGroup): Promise<GroupInCaseload> {
    const meetings = await this.meetings.of(viewer, group.id);
    const ids = meetings.map(({ id }) => id);
    const deputies = await this.deputies.of(viewer.organisationId, ids);
    return { group, meetings, deputies, ...(await this.wishes.ofGroup(viewer, group)) };
  }
}
