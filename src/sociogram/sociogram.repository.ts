import type { CalendarDate } from '../kernel/calendar-date';
import type { OrganisationId, PersonId } from '../kernel/identifiers';
import type { Sociogram } from './domain/sociogram';

/** A version without the people in it. */
export interface VersionDated {
  readonly version: number;
  readonly dated: CalendarDate;
  readonly closed: boolean;
}

/** Whose sociogram, and in which organisation; whether the viewer may see that person is asked before. */
export interface Whose {
  readonly organisationId: OrganisationId;
  readonly serviceUserId: PersonId;
}

/** Keeps every version of the sociograms; names and meanings are sealed. */
export abstract class SociogramRepository {
  abstract latest(whose: Whose): Promise<Sociogram | null>;
  abstract version(whose: Whose, version: number): Promise<Sociogram | null>;
  abstract versions(whose: Whose): Promise<readonly VersionDated[]>;
  abstract save(sociogram: Sociogram): Promise<void>;
}
