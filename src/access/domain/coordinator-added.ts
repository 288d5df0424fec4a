import type { OrganisationId, UnitId, UserId } from '../../kernel/identifiers';
import type { Language } from '../../kernel/in-words';

export interface AddedCoordinator {
  readonly organisationId: OrganisationId;
  readonly userId: UserId;
  readonly unitId: UnitId | null;
  readonly name: string;
  readonly email: string;
  readonly workPhone: string;
  readonly language: Language;
}

/** A coordinator has been given an account; other rooms make them somebody who can be called to meetings. */
export class CoordinatorAdded implements AddedCoordinator {
  readonly organisationId: OrganisationId;
  readonly userId: UserId;
  readonly unitId: UnitId | null;
  readonly name: string;
  readonly email: string;
  readonly workPhone: string;
  readonly language: Language;

  constructor(added: AddedCoordinator) {
    this.organisationId = added.organisationId;
    this.userId = added.userId;
    this.unitId = added.unitId;
    this.name = added.name;
    this.email = added.email;
    this.workPhone = added.workPhone;
    this.language = added.language;
  }
}
