import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { PersonId } from '../kernel/identifiers';
import { People } from '../people/people.service';
import { type NominatedPerson, Nominations } from '../sociogram/nominations.service';
import { type Candidate, lackAt, picked } from './domain/candidate';
import { withPeopleIn } from './domain/forming';
import type { ResourceGroup } from './domain/resource-group';
import { GroupChanges } from './group-changes.service';
import { newMember } from './new-member';
import { Stamp } from '../people/stamp.service';

/** Those who have been asked into the group, and how far each has come. */
@Injectable()
export class Candidates {
  constructor(
    private readonly nominations: Nominations,
    private readonly people: People,
    private readonly changes: GroupChanges,
    private readonly stamp: Stamp,
  ) {}

  /** By name. */
  async of(viewer: Viewer, { serviceUserId }: ResourceGroup): Promise<readonly Candidate[]> {
    const nominated = await this.nominations.nominatedPersons(viewer, serviceUserId);
    const ids = nominated.map(({ personId }) => personId);
    const people = await this.people.many(viewer, ids);
    return people.flatMap(({ id, calledName }) =>
      nominated.filter(({ personId }) => personId === id).map((one) => candidateOf(one, calledName)),
    );
  }

  /** The picked take the places in the draft of those picked before. */
  async choose(viewer: Viewer, group: ResourceGroup, personIds: readonly PersonId[]): Promise<ResourceGroup> {
    const chosen = picked(await this.of(viewer, group), personIds);
    return this.changes.change(viewer, group.id, { action: 'group.members-chosen', people: personIds }, (draft) =>
      withPeopleIn(draft, ['network'], this.membersFrom(chosen, draft)),
    );
  }

  /** The nominations hear that these now are in the group. */
  async joined(viewer: Viewer, { serviceUserId }: ResourceGroup, personIds: readonly PersonId[]): Promise<void> {
    await this.nominations.joined(viewer, serviceUserId, personIds);
  }

  /** Nobody is brought in whom the viewer may not see. */
  async requireSeen(viewer: Viewer, personId: PersonId): Promise<void> {
    await this.people.get(viewer, personId);
  }

  private membersFrom(chosen: readonly Candidate[], draft: ResourceGroup) {
    return chosen.map(({ personId, approval, talkedOn }) => {
      const functionInGroup = draft.memberOf(personId)?.functionInGroup ?? '';
      return newMember(draft, { personId, part: 'network', functionInGroup, approval, talkedOn }, this.stamp);
    });
  }
}

function candidateOf({ personId, state, approvedOn, approvedHow, talkedOn }: NominatedPerson, name: string): Candidate {
  const approval = approvedOn === null || approvedHow === null ? null : { on: approvedOn, how: approvedHow };
  return { personId, name, lack: approval === null ? 'notApproved' : lackAt[state], approval, talkedOn };
}
