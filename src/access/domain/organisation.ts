import type { Instant } from '../../kernel/instant';
import type { OrganisationId, UnitId } from '../../kernel/identifiers';
import { line } from '../../kernel/line';

/** One municipality, region or clinic; nothing in the product crosses from one to another. */
export interface Organisation {
  readonly id: OrganisationId;
  readonly name: string;
  readonly madeAt: Instant;
}

export const organisationName = (typed: string): string => line(typed, { field: 'organisationName', max: 100 });

/** A part of an organisation that coordinators belong to. */
export class Unit {
  readonly name: string;

  constructor(
    readonly id: UnitId,
    readonly organisationId: OrganisationId,
    name: string,
  ) {
    this.name = unitName(name);
  }

  renamed(name: string): Unit {
    return new Unit(this.id, this.organisationId, name);
  }
}

export const unitName = (typed: string): string => line(typed, { field: 'unitName', max: 100 });
