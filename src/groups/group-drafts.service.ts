import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { DomainError } from '../kernel/domain-error';
import type { GroupId, PersonId } from '../kernel/identifiers';
import { People } from '../people/people.service';
import { requireNotAhead } from './domain/day-passed';
import { withFunctions, withPeopleIn } from './domain/forming';
import type { Approval } from './domain/member';
import { ResourceGroup } from './domain/resource-group';
import { GroupChanges } from './group-changes.service';
import { newMember } from './new-member';
import { NeutralTitles } from './neutral-titles.service';
import { Stamp } from '../people/stamp.service';

export interface GroupTitles {
  readonly name: string;
  readonly neutralTitle: string;
}

export interface DraftBeginning extends GroupTitles {
  readonly serviceUserId: PersonId;
  readonly profile: string;
}

export interface Core {
  readonly coordinatorPersonId: PersonId;
  readonly doctorId: PersonId;
  /** The service user's yes to these two. */
  readonly approval: Approval;
}

/** A group on its way: made question by question, left and taken up again. */
@Injectable()
export class GroupDrafts {
  constructor(
    private readonly changes: GroupChanges,
    private readonly people: People,
    private readonly titles: NeutralTitles,
    private readonly stamp: Stamp,
  ) {}

  async begin(viewer: Viewer, beginning: DraftBeginning): Promise<ResourceGroup> {
    const { serviceUserId, neutralTitle } = beginning;
    const serviceUser = await this.people.get(viewer, serviceUserId);
    if (serviceUser.kind !== 'service-user') throw new DomainError('notAServiceUser', { field: 'serviceUserId' });
    await this.titles.require(viewer, neutralTitle, [serviceUserId]);
    const { organisationId, unitId } = serviceUser;
    const group = { ...beginning, id: this.stamp.id<'group'>(), organisationId, unitId, madeAt: this.stamp.now() };
    const owner = newMember(group, { personId: serviceUserId, part: 'service-user' }, this.stamp);
    return this.changes.add(viewer, new ResourceGroup({ ...group, members: [owner] }));
  }

  async chooseCore(viewer: Viewer, id: GroupId, core: Core): Promise<ResourceGroup> {
    const { coordinatorPersonId, doctorId, approval } = core;
    if (coordinatorPersonId === doctorId) throw new DomainError('coreTrioNeedsThree', { field: 'doctorId' });
    requireNotAhead(approval.on, this.stamp.today(), 'approvedOn');
    await this.requireProfessional(viewer, coordinatorPersonId, 'coordinatorPersonId');
    await this.requireProfessional(viewer, doctorId, 'doctorId');
    const people = [coordinatorPersonId, doctorId];
    return this.changes.change(viewer, id, { action: 'group.core-chosen', people }, (group) =>
      withPeopleIn(
        group,
        ['coordinator', 'doctor'],
        [
          newMember(group, { personId: coordinatorPersonId, part: 'coordinator', approval }, this.stamp),
          newMember(group, { personId: doctorId, part: 'doctor', approval }, this.stamp),
        ],
      ),
    );
  }

  /** What the service user wants the group to be called, among themselves and on a postcard. */
  async rename(viewer: Viewer, group: ResourceGroup, titles: GroupTitles): Promise<ResourceGroup> {
    const ids = group.present.map((member) => member.personId);
    await this.titles.require(viewer, titles.neutralTitle, ids);
    return this.changes.change(viewer, group.id, { action: 'group.renamed' }, (before) => before.with(titles));
  }

  describe(viewer: Viewer, id: GroupId, functions: ReadonlyMap<PersonId, string>): Promise<ResourceGroup> {
    const people = [...functions.keys()];
    return this.changes.change(viewer, id, { action: 'group.functions-described', people }, (group) =>
      withFunctions(group, functions),
    );
  }

  private async requireProfessional(viewer: Viewer, id: PersonId, field: string): Promise<void> {
    const { kind } = await this.people.get(viewer, id);
    if (kind !== 'professional') throw new DomainError('notAProfessional', { field });
  }
}
