import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import type { GroupId, OrganisationId, PersonId } from '../kernel/identifiers';
import { type Consent } from './domain/consent';
import { noStanding, type Standing, standingOf } from './domain/may-be-called';
import type { Member } from './domain/member';
import type { ResourceGroup } from './domain/resource-group';
import { GroupsRepository } from './groups.repository';
import { Stamp } from '../people/stamp.service';

/** Gives groups to those who may see them, and tells what holds for a member today. */
@Injectable()
export class Groups {
  constructor(
    private readonly groups: GroupsRepository,
    private readonly audit: AuditLog,
    private readonly stamp: Stamp,
  ) {}

  /** For work in other rooms, which log what they show themselves. Not found: `notFound`. */
  get(viewer: Viewer, id: GroupId): Promise<ResourceGroup> {
    return this.groups.get(viewer, id);
  }

  /** For a page about this group; the reading is logged. */
  async read(viewer: Viewer, id: GroupId): Promise<ResourceGroup> {
    const group = await this.groups.get(viewer, id);
    const subjects = [group.id, ...group.members.map((member) => member.personId)];
    await this.audit.record(viewer, { action: 'group.read', about: group.serviceUserId, subjects });
    return group;
  }

  /** Every group the viewer works with; the reading is logged. */
  async list(viewer: Viewer): Promise<readonly ResourceGroup[]> {
    const groups = await this.groups.list(viewer);
    const subjects = groups.map((group) => group.id);
    await this.audit.record(viewer, { action: 'group.listed', about: null, subjects });
    return groups;
  }

  consents(viewer: Viewer, id: GroupId): Promise<readonly Consent[]> {
    return this.groups.consents(viewer, id);
  }

  /** What holds today for each member, by person. */
  async standings(viewer: Viewer, group: ResourceGroup): Promise<ReadonlyMap<PersonId, Standing>> {
    const consents = await this.groups.consents(viewer, group.id);
    const today = this.stamp.today();
    return new Map(group.members.map((member) => [member.personId, standingOf(member, consents, today)]));
  }

  /** The same without a viewer, for what the program does by itself. */
  async standingsNow(group: ResourceGroup): Promise<ReadonlyMap<PersonId, Standing>> {
    const consents = await this.groups.consentsOf(group.organisationId, group.id);
    const today = this.stamp.today();
    return new Map(group.members.map((member) => [member.personId, standingOf(member, consents, today)]));
  }

  /** For the outbox, which asks again at the moment of sending, when nobody is looking. */
  async standing(organisationId: OrganisationId, groupId: GroupId, personId: PersonId): Promise<Standing> {
    const member = (await this.groups.ofOrganisation(organisationId, groupId))?.memberOf(personId);
    if (!member) return noStanding;
    return standingOf(member, await this.groups.consentsOf(organisationId, groupId), this.stamp.today());
  }

  /** Without a viewer, for what the program does by itself. */
  ofOrganisation(organisationId: OrganisationId, id: GroupId): Promise<ResourceGroup | null> {
    return this.groups.ofOrganisation(organisationId, id);
  }

  /** Which groups of the organisation take these people's time; adjuncts only come to their own item. */
  async groupsOf(organisationId: OrganisationId, personIds: readonly PersonId[]): Promise<readonly Member[]> {
    const places = await this.groups.placesOf(organisationId, personIds);
    return places.filter((member) => member.part !== 'adjunct');
  }
}
