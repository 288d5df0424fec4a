import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { Assignments } from '../../access/assignments.service';
import type { Viewer } from '../../access/domain/viewer';
import { DomainError } from '../../kernel/domain-error';
import type { GroupId, OrganisationId, PersonId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import { Seal, SealedTable } from '../../platform/database/seal';
import type { Consent } from '../domain/consent';
import type { Member } from '../domain/member';
import { ResourceGroup } from '../domain/resource-group';
import { GroupsRepository } from '../groups.repository';
import { consentSchema, type GroupRow, groupSchema, memberSchema } from './groups.schemas';

const sealedGroups = new SealedTable<GroupRow>('resource_group', ['sizeReason']);
const sealedMembers = new SealedTable<Member>('member', ['functionInGroup']);
const sealedConsents = new SealedTable<Consent>('consent', ['textShown']);

@Injectable()
export class TypeormGroupsRepository extends GroupsRepository {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
    private readonly assignments: Assignments,
  ) {
    super();
  }

  async get(viewer: Viewer, id: GroupId): Promise<ResourceGroup> {
    await this.requireAssigned(viewer, id);
    const group = await this.ofOrganisation(viewer.organisationId, id);
    if (!group) throw new DomainError('notFound');
    return group;
  }

  async list(viewer: Viewer): Promise<readonly ResourceGroup[]> {
    const ids = [...(await this.assignments.subjects(viewer, 'group'))] as GroupId[];
    return this.read(viewer.organisationId, ids);
  }

  async save(viewer: Viewer, group: ResourceGroup): Promise<void> {
    await this.requireOwn(viewer, { organisationId: group.organisationId, groupId: group.id });
    const { members, ...row } = group;
    const kept = members.map((member) => member.id);
    await this.database.repository(groupSchema).save(sealedGroups.close(row, this.seal));
    // Only a draft ever drops somebody; whoever has been in a made group stays as someone who left.
    await this.database.repository(memberSchema).delete({ groupId: row.id, id: Not(In(kept)) });
    await this.database.repository(memberSchema).save(members.map((member) => sealedMembers.close(member, this.seal)));
  }

  async consents(viewer: Viewer, id: GroupId): Promise<readonly Consent[]> {
    await this.requireAssigned(viewer, id);
    return this.consentsOf(viewer.organisationId, id);
  }

  async saveConsent(viewer: Viewer, consent: Consent): Promise<void> {
    await this.requireOwn(viewer, consent);
    await this.database.repository(consentSchema).save(sealedConsents.close(consent, this.seal));
  }

  async organisationOf(id: GroupId): Promise<OrganisationId | null> {
    const row = await this.database.repository(groupSchema).findOneBy({ id });
    return row?.organisationId ?? null;
  }

  async ofOrganisation(organisationId: OrganisationId, id: GroupId): Promise<ResourceGroup | null> {
    const [group = null] = await this.read(organisationId, [id]);
    return group;
  }

  async consentsOf(organisationId: OrganisationId, groupId: GroupId): Promise<readonly Consent[]> {
    const order = { recordedAt: 'ASC', id: 'ASC' } as const;
    const rows = await this.database.repository(consentSchema).find({ where: { organisationId, groupId }, order });
    return rows.map((row) => sealedConsents.open(row, this.seal));
  }

  async placesOf(organisationId: OrganisationId, personIds: readonly PersonId[]): Promise<readonly Member[]> {
    const where = { organisationId, personId: In(personIds), state: 'in-the-group' } as const;
    return this.opened(await this.database.repository(memberSchema).find({ where }));
  }

  private async read(organisationId: OrganisationId, ids: readonly GroupId[]): Promise<readonly ResourceGroup[]> {
    const rows = await this.database.repository(groupSchema).findBy({ organisationId, id: In(ids) });
    const members = await this.database.repository(memberSchema).find({
      where: { organisationId, groupId: In(ids) },
      order: { madeAt: 'ASC', id: 'ASC' },
    });
    const opened = this.opened(members);
    return rows.map((row) => this.whole(row, opened));
  }

  private whole(row: GroupRow, members: readonly Member[]): ResourceGroup {
    const own = members.filter((member) => member.groupId === row.id);
    return new ResourceGroup({ ...sealedGroups.open(row, this.seal), members: own });
  }

  private opened(members: readonly Member[]): readonly Member[] {
    return members.map((member) => sealedMembers.open(member, this.seal));
  }

  private async requireOwn(viewer: Viewer, of: { organisationId: OrganisationId; groupId: GroupId }): Promise<void> {
    if (of.organisationId !== viewer.organisationId) throw new DomainError('notFound');
    await this.requireAssigned(viewer, of.groupId);
  }

  private async requireAssigned(viewer: Viewer, id: GroupId): Promise<void> {
    if (!(await this.assignments.isAssigned(viewer, 'group', id))) throw new DomainError('notFound');
  }
}
