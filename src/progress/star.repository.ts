import type { GroupId, OrganisationId } from '../kernel/identifiers';
import type { Measure } from './domain/measure';
import type { StarChoice } from './domain/star-pattern';

/** Whose star, and in which organisation. */
export interface WhoseStar {
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
}

/** Keeps measured values and what each group's star holds; whether a viewer may see a group is asked of the group. */
export abstract class StarRepository {
  abstract measures(whose: WhoseStar): Promise<readonly Measure[]>;
  abstract saveMeasures(measures: readonly Measure[]): Promise<void>;
  abstract choice(whose: WhoseStar): Promise<StarChoice>;
  abstract saveChoice(whose: WhoseStar, choice: StarChoice): Promise<void>;
}
