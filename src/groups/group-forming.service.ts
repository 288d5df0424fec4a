import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { GroupId, PersonId } from '../kernel/identifiers';
import { Candidates } from './candidates.service';
import type { ResourceGroup } from './domain/resource-group';
import { GroupChanges } from './group-changes.service';
import { type Core, type DraftBeginning, GroupDrafts } from './group-drafts.service';
import { Profiles } from './profiles.service';

/** Everything the guided questions ask for, at once. */
export interface WholeGroup extends DraftBeginning {
  readonly core: Core;
  /** Those from the map, each with what they are there for. */
  readonly network: readonly { readonly personId: PersonId; readonly functionInGroup: string }[];
  readonly sizeReason?: string;
}

/** Makes a group of a draft, or of answers that are all known. */
@Injectable()
export class GroupForming {
  constructor(
    private readonly drafts: GroupDrafts,
    private readonly candidates: Candidates,
    private readonly changes: GroupChanges,
    private readonly profiles: Profiles,
  ) {}

  async create(viewer: Viewer, whole: WholeGroup): Promise<ResourceGroup> {
    const { serviceUserId, profile, name, neutralTitle, core, network, sizeReason = '' } = whole;
    const begun = await this.drafts.begin(viewer, { serviceUserId, profile, name, neutralTitle });
    const draft = await this.drafts.chooseCore(viewer, begun.id, core);
    await this.candidates.choose(
      viewer,
      draft,
      network.map(({ personId }) => personId),
    );
    await this.drafts.describe(viewer, draft.id, new Map(network.map((one) => [one.personId, one.functionInGroup])));
    return this.form(viewer, draft.id, sizeReason);
  }

  /** The draft becomes a group, and those in it are in the group also by their nominations. */
  async form(viewer: Viewer, id: GroupId, sizeReason?: string): Promise<ResourceGroup> {
    const group = await this.changes.change(viewer, id, { action: 'group.formed' }, (draft) =>
      draft.with({ sizeReason: sizeReason ?? draft.sizeReason }).form(this.profiles.get(draft.profile)),
    );
    await this.candidates.joined(
      viewer,
      group,
      group.present.map((member) => member.personId),
    );
    return group;
  }
}
