import type { OrganisationId } from '../kernel/identifiers';
import type { OwnDays, OwnDaysId } from './domain/own-days';

/** Keeps what an organisation has said of its own days and of the quiet weeks of its year. */
export abstract class OwnDaysRepository {
  /** The first day first. */
  abstract all(organisationId: OrganisationId): Promise<readonly OwnDays[]>;
  abstract add(days: readonly OwnDays[]): Promise<void>;
  abstract remove(organisationId: OrganisationId, id: OwnDaysId): Promise<void>;
  /** null when the organisation has not said anything. */
  abstract quietWeeksOf(organisationId: OrganisationId): Promise<readonly number[] | null>;
  abstract saveQuietWeeks(organisationId: OrganisationId, weeks: readonly number[]): Promise<void>;
}
