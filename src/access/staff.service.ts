import { Injectable } from '@nestjs/common';
import type { OrganisationId, UserId } from '../kernel/identifiers';
import { byName } from '../kernel/in-words';
import type { StaffUser } from './domain/staff-user';
import type { Viewer } from './domain/viewer';
import { StaffRepository } from './staff.repository';

/** A coordinator as calls and pages show them. */
export interface CoordinatorCard {
  readonly userId: UserId;
  readonly name: string;
  readonly firstName: string;
  readonly workPhone: string;
  readonly email: string;
}

/** Tells who the organisation's coordinators are. */
@Injectable()
export class Staff {
  constructor(private readonly staff: StaffRepository) {}

  /** Without a viewer, for whoever runs the program. */
  async organisationName(id: OrganisationId): Promise<string> {
    return (await this.staff.organisation(id)).name;
  }

  async coordinator({ organisationId }: Viewer, userId: UserId): Promise<CoordinatorCard> {
    return cardOf(await this.staff.coordinator(organisationId, userId));
  }

  /** A coordinator of the viewer's own organisation, also one who has been stopped. Not found: `notFound`. */
  async viewerOf({ organisationId }: Viewer, userId: UserId): Promise<Viewer> {
    return (await this.staff.coordinator(organisationId, userId)).viewer();
  }

  /** Those who work now, by name. */
  async coordinators({
    organisationId,
    language,
  }: Pick<Viewer, 'organisationId' | 'language'>): Promise<readonly CoordinatorCard[]> {
    const all = await this.staff.coordinators(organisationId);
    const inOrder = byName(language);
    return all
      .filter((user) => user.active)
      .map(cardOf)
      .sort((a, b) => inOrder(a.name, b.name));
  }
}

const cardOf = ({ id, name, firstName, workPhone, email }: StaffUser): CoordinatorCard => ({
  userId: id,
  name,
  firstName,
  workPhone,
  email,
});
