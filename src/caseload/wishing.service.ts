import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { OrganisationCalendar } from '../availability/organisation-calendar.service';
import { Profiles } from '../groups/profiles.service';
import { DomainError } from '../kernel/domain-error';
import { Stamp } from '../people/stamp.service';
import type { WishingGroup } from './domain/caseload-of-groups';
import { basisOf, type GroupInCaseload } from './domain/group-in-caseload';
import type { GroupBasis, LeftOut } from './domain/run-group';
import { wishingGroup, type WishingTerms } from './domain/wishing-group';

/** A group with what is known of it, and whether it can be planned with others. */
export interface Wished {
  readonly basis: GroupBasis;
  readonly wishing: WishingGroup | null;
  readonly leftOut: LeftOut | null;
}

/** Turns groups into what the planner takes; one whose wishes cannot be planned is left out, and it is said why. */
@Injectable()
export class Wishing {
  constructor(
    private readonly profiles: Profiles,
    private readonly calendars: OrganisationCalendar,
    private readonly stamp: Stamp,
  ) {}

  async of({ organisationId, language }: Viewer, groups: readonly GroupInCaseload[]): Promise<readonly Wished[]> {
    const calendar = await this.calendars.of(organisationId);
    const today = this.stamp.today();
    return groups.map((one) => {
      const profile = this.profiles.get(one.group.profile);
      return wishedBy(one, { profile, calendar, today, language });
    });
  }
}

function wishedBy(one: GroupInCaseload, terms: WishingTerms): Wished {
  const basis = basisOf(one);
  try {
    return { basis, wishing: wishingGroup(one.group.id, basis, terms), leftOut: null };
  } catch (fault) {
    if (!(fault instanceof DomainError)) throw fault;
    return { basis, wishing: null, leftOut: { code: fault.code, values: fault.values } };
  }
}
