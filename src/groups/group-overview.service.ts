import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { GroupId, PersonId } from '../kernel/identifiers';
import type { Person } from '../people/domain/person';
import { People, type Reached } from '../people/people.service';
import type { Consent } from './domain/consent';
import type { Standing } from './domain/may-be-called';
import type { Profile } from './domain/profile';
import type { ResourceGroup } from './domain/resource-group';
import { Groups } from './groups.service';
import { Profiles } from './profiles.service';

/** A group with all that its pages show. */
export interface Overview {
  readonly group: ResourceGroup;
  readonly profile: Profile;
  /** Those of its people whom the viewer may see. */
  readonly people: ReadonlyMap<PersonId, Reached>;
  readonly standings: ReadonlyMap<PersonId, Standing>;
  readonly consents: readonly Consent[];
}

/** Gathers what a group's pages show; each reading is logged. */
@Injectable()
export class GroupOverview {
  constructor(
    private readonly groups: Groups,
    private readonly people: People,
    private readonly profiles: Profiles,
  ) {}

  async of(viewer: Viewer, id: GroupId): Promise<Overview> {
    const group = await this.groups.read(viewer, id);
    const ids = group.members.map((member) => member.personId);
    return {
      group,
      profile: this.profiles.get(group.profile),
      people: await this.people.reaches(viewer, ids),
      standings: await this.groups.standings(viewer, group),
      consents: await this.groups.consents(viewer, id),
    };
  }

  /** Those who may be chosen as coordinator and doctor. */
  async professionals(viewer: Viewer): Promise<readonly Person[]> {
    return (await this.everybody(viewer)).filter((person) => person.kind === 'professional');
  }

  /** Those the viewer may see who are not in the group. */
  async outside(viewer: Viewer, group: ResourceGroup): Promise<readonly Person[]> {
    return (await this.everybody(viewer)).filter((person) => !group.memberOf(person.id)?.isInTheGroup);
  }

  private async everybody(viewer: Viewer): Promise<readonly Person[]> {
    return (await this.people.list(viewer)).map(({ person }) => person);
  }
}
