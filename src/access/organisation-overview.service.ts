import { Injectable } from '@nestjs/common';
import { Coordinators } from './coordinators.service';
import type { Unit } from './domain/organisation';
import type { StaffUser } from './domain/staff-user';
import type { Viewer } from './domain/viewer';
import { StaffRepository } from './staff.repository';
import { Units } from './units.service';

export interface Overview {
  readonly organisation: string;
  readonly units: readonly Unit[];
  readonly coordinators: readonly StaffUser[];
}

/** All of the viewer's organisation that the administrator looks after. */
@Injectable()
export class OrganisationOverview {
  constructor(
    private readonly staff: StaffRepository,
    private readonly units: Units,
    private readonly coordinators: Coordinators,
  ) {}

  async of(viewer: Viewer): Promise<Overview> {
    const { name: organisation } = await this.staff.organisation(viewer.organisationId);
    return { organisation, units: await this.units.all(viewer), coordinators: await this.coordinators.all(viewer) };
  }
}
