import type { OrganisationId, ThingId } from '../kernel/identifiers';
import type { Thing } from './domain/thing';

/** Keeps the rooms and links of organisations. */
export abstract class ThingsRepository {
  /** By name, those that are retired as well. */
  abstract all(organisationId: OrganisationId): Promise<readonly Thing[]>;
  /** Those of the ids that are the organisation's. */
  abstract some(organisationId: OrganisationId, ids: readonly ThingId[]): Promise<readonly Thing[]>;
  abstract save(thing: Thing): Promise<void>;
}
