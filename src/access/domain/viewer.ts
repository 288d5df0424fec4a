import type { OrganisationId, UnitId, UserId } from '../../kernel/identifiers';
import type { Language } from '../../kernel/in-words';

export type Role = 'administrator' | 'coordinator';

/** Who asks. Every store takes one and gives only what this user's organisation and assignments allow. */
export class Viewer {
  constructor(
    readonly userId: UserId,
    readonly organisationId: OrganisationId,
    readonly role: Role,
    readonly name: string,
    readonly language: Language,
    readonly unitId: UnitId | null = null,
  ) {}
}
