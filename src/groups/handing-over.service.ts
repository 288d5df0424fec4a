import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { DomainError } from '../kernel/domain-error';
import type { GroupId, UserId } from '../kernel/identifiers';
import { Facts } from '../platform/facts';
import { Coordination } from './coordination.service';
import { CoordinatorPlaces } from './coordinator-places.service';
import { CoordinatorChanged } from './domain/coordinator-changed';
import type { Approval } from './domain/member';
import type { ResourceGroup } from './domain/resource-group';
import { HandedAssignments } from './handed-assignments.service';

export interface HandoverTerms {
  readonly from: UserId;
  readonly to: UserId;
  readonly groupIds: readonly GroupId[];
  /** One for all the groups: each service user has said yes. */
  readonly approval: Approval;
}

/** Hands groups over to another coordinator, in the caller's transaction: all of them or none. */
@Injectable()
export class HandingOver {
  constructor(
    private readonly coordination: Coordination,
    private readonly places: CoordinatorPlaces,
    private readonly assignments: HandedAssignments,
    private readonly facts: Facts,
  ) {}

  async handOver(by: Viewer, terms: HandoverTerms): Promise<readonly CoordinatorChanged[]> {
    const from = await this.coordination.leaver(by, terms.from);
    const to = await this.coordination.successor(by, terms);
    const groups = chosen(await this.coordination.groupsOf(from), terms.groupIds);
    for (const group of groups) await this.places.pass(by, { group, from, to, approval: terms.approval });
    await this.assignments.pass(from.viewer, to.viewer, groups);
    const changed = groups.map(
      ({ organisationId, id }) => new CoordinatorChanged(organisationId, id, from.personId, to.personId),
    );
    for (const fact of changed) await this.facts.publish(fact);
    return changed;
  }
}

function chosen(groups: readonly ResourceGroup[], ids: readonly GroupId[]): readonly ResourceGroup[] {
  if (ids.length === 0) throw new DomainError('nothingToHandOver', { field: 'handedGroups' });
  if (!ids.every((id) => groups.some((group) => group.id === id))) throw new DomainError('notFound');
  return groups.filter(({ id }) => ids.includes(id));
}
