import type { OrganisationId, PersonId } from '../kernel/identifiers';
import type { TravelTime } from './domain/travel-time';

/** Keeps how long people travel to meetings at home. Who may see a person is decided before. */
export abstract class TravelRepository {
  abstract of(organisationId: OrganisationId, people: readonly PersonId[]): Promise<readonly TravelTime[]>;
  abstract save(travel: TravelTime): Promise<void>;
}
