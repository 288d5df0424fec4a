import type { ClosedDay } from '../../availability/domain/swedish-calendar';
import type { CaseloadParts, PlannedGroup, PlannedPerson, WeighedDay } from './caseload-parts';
import { requireSoundCaseload } from './caseload-rules';

/** Everything the engine plans at once: the groups, their people, and the days they share. */
export class Caseload {
  readonly zone: string;
  readonly closedDays: readonly ClosedDay[];
  readonly people: readonly PlannedPerson[];
  readonly groups: readonly PlannedGroup[];
  readonly weighed: readonly WeighedDay[];

  private constructor({ zone, closedDays = [], people, groups, weighed = [] }: CaseloadParts) {
    this.zone = zone;
    this.closedDays = closedDays;
    this.people = people;
    this.groups = groups;
    this.weighed = weighed;
  }

  /** Refuses what no plan can answer, each with the place in the caseload (`groups[0].core[2]`). */
  static of(parts: CaseloadParts): Caseload {
    requireSoundCaseload(parts);
    return new Caseload(parts);
  }
}
