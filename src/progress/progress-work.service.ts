import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { type Actor, AuditLog } from '../audit/audit-log.service';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Groups } from '../groups/groups.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId, Id, OrganisationId, PersonId } from '../kernel/identifiers';
import { Stamp } from '../people/stamp.service';
import type { AuthorId, Mark } from './domain/step';
import { ProgressTurns } from './progress-turns';

/** Somebody with a personal link, in the group it belongs to. */
export interface OwnPlace {
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly personId: PersonId;
}

/** What is done, and to which goals, tasks, values or plans. */
export interface ProgressDeed {
  readonly action: string;
  readonly ids: readonly Id<string>[];
}

/** How every reading and change in this room begins: who may, written down, and one at a time. */
@Injectable()
export class ProgressWork {
  constructor(
    private readonly groups: Groups,
    private readonly turns: ProgressTurns,
    private readonly audit: AuditLog,
    readonly stamp: Stamp,
  ) {}

  group(viewer: Viewer, groupId: GroupId): Promise<ResourceGroup> {
    return this.groups.get(viewer, groupId);
  }

  /** Without a viewer, for what the program does by itself. */
  groupNow(organisationId: OrganisationId, groupId: GroupId): Promise<ResourceGroup | null> {
    return this.groups.ofOrganisation(organisationId, groupId);
  }

  /** For somebody with a personal link; who has left the group finds nothing. */
  async groupAs({ organisationId, groupId, personId }: OwnPlace): Promise<ResourceGroup> {
    const group = await this.groups.ofOrganisation(organisationId, groupId);
    if (!group?.memberOf(personId)?.isInTheGroup) throw new DomainError('notFound');
    return group;
  }

  /**
   * Before a change: nobody else changes anything of this group until the transaction ends. The log makes people wait
   * for each other as well; it comes first, as in every room, or two could wait for each other for ever.
   */
  async alone(actor: Actor, group: ResourceGroup, { action, ids }: ProgressDeed): Promise<void> {
    await this.record(actor, group, action, ids);
    await this.turns.take(group.id);
  }

  mark(by: AuthorId): Mark {
    return { id: this.stamp.id<'step'>(), by, at: this.stamp.now() };
  }

  record(actor: Actor, group: ResourceGroup, action: string, ids: readonly Id<string>[]): Promise<void> {
    return this.audit.record(actor, { action, about: group.serviceUserId, subjects: [group.id, ...ids] });
  }
}
