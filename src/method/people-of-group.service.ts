import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { Groups } from '../groups/groups.service';
import { Profiles } from '../groups/profiles.service';
import type { GroupId } from '../kernel/identifiers';
import { People } from '../people/people.service';
import { Nominations } from '../sociogram/nominations.service';
import type { Picture } from './domain/picture';

type PeoplePart = Pick<Picture, 'group' | 'profile' | 'people' | 'standings' | 'asked'>;

/** Who is in the group, and how they came there. */
@Injectable()
export class PeopleOfGroup {
  constructor(
    private readonly groups: Groups,
    private readonly profiles: Profiles,
    private readonly people: People,
    private readonly nominations: Nominations,
  ) {}

  async of(viewer: Viewer, groupId: GroupId): Promise<PeoplePart> {
    const group = await this.groups.get(viewer, groupId);
    const ids = group.members.map(({ personId }) => personId);
    return {
      group,
      profile: this.profiles.get(group.profile),
      people: await this.people.reaches(viewer, ids),
      standings: await this.groups.standings(viewer, group),
      asked: await this.nominations.nominatedPersons(viewer, group.serviceUserId),
    };
  }
}
