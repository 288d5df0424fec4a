import { DomainError } from '../../kernel/domain-error';
import type { OrganisationId, PersonId } from '../../kernel/identifiers';

const longest = 240;

/** How long a person needs to get to a meeting at somebody's home, and as long to get away again. */
export class TravelTime {
  constructor(
    readonly personId: PersonId,
    readonly organisationId: OrganisationId,
    readonly minutes: number,
  ) {
    if (!Number.isInteger(minutes) || minutes < 0 || minutes > longest)
      throw new DomainError('travelOutOfRange', { field: 'travelMinutes', given: minutes, max: longest });
  }
}

/** Nobody has said anything of most people, and they need none. */
export const travelMinutesOf = (
  personId: string,
  travel: readonly Pick<TravelTime, 'personId' | 'minutes'>[],
): number => travel.find((one) => one.personId === personId)?.minutes ?? 0;
