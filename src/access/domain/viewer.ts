import type { OrganisationId, UnitId, UserId } from '../../kernel/identifiers';
import type { Language } from '../../kernel/in-words';

export type Role = 'administrator' | 'coordinator';

export interface ViewerParts {
  readonly userId: UserId;
  readonly organisationId: OrganisationId;
  readonly role: Role;
  readonly name: string;
  readonly language: Language;
  readonly unitId?: UnitId | null;
}

/** Who asks. Every store takes one and gives only what this user's organisation and assignments allow. */
export class Viewer {
  readonly userId: UserId;
  readonly organisationId: OrganisationId;
  readonly role: Role;
  readonly name: string;
  readonly language: Language;
  readonly unitId: UnitId | null;

  constructor({ userId, organisationId, role, name, language, unitId = null }: ViewerParts) {
    this.userId = userId;
    this.organisationId = organisationId;
    this.role = role;
    this.name = name;
    this.language = language;
    this.unitId = unitId;
  }
}
