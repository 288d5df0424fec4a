import { Injectable } from '@nestjs/common';
import type { UserId } from '../kernel/identifiers';
import { byName } from '../kernel/in-words';
import { Facts } from '../platform/facts';
import { Accounts, type NewCoordinator } from './accounts.service';
import { CoordinatorAccess, type Handed } from './coordinator-access.service';
import { CoordinatorAdded } from './domain/coordinator-added';
import type { StaffUser } from './domain/staff-user';
import type { Viewer } from './domain/viewer';
import { StaffRepository } from './staff.repository';

/** The coordinators of the viewer's organisation, those who have been stopped among them. */
@Injectable()
export class Coordinators {
  constructor(
    private readonly staff: StaffRepository,
    private readonly accounts: Accounts,
    private readonly access: CoordinatorAccess,
    private readonly facts: Facts,
  ) {}

  async all({ organisationId, language }: Viewer): Promise<readonly StaffUser[]> {
    const inOrder = byName(language);
    return [...(await this.staff.coordinators(organisationId))].sort((a, b) => inOrder(a.name, b.name));
  }

  get({ organisationId }: Viewer, id: UserId): Promise<StaffUser> {
    return this.staff.coordinator(organisationId, id);
  }

  async add(viewer: Viewer, given: NewCoordinator): Promise<Handed> {
    const coordinator = await this.accounts.addCoordinator(viewer, given);
    await this.facts.publish(new CoordinatorAdded(Object.assign({ userId: coordinator.id }, coordinator)));
    return this.access.hand(coordinator);
  }
}
