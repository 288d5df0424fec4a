import { optionalPlainLine, plainLine } from '../../people/domain/personal-number';
import type { Id, OrganisationId, PlacementId, SociogramId } from '../../kernel/identifiers';
import { DomainError } from '../../kernel/domain-error';

/** Somebody on the map, the same through all its versions. */
export type FigureId = Id<'figure'>;

/** The parts of life, in the order they stand round the map. */
export const sectors = ['family', 'relatives', 'friends', 'work-school', 'leisure', 'care'] as const;
export type Sector = (typeof sectors)[number];

/** How close: 1 is closest to the middle. */
export const rings = [1, 2, 3] as const;
export type Ring = (typeof rings)[number];

/** How the tie is, as the service user feels it. */
export const ties = ['supportive', 'weak', 'strained', 'broken'] as const;
export type Tie = (typeof ties)[number];

/** What the service user says about somebody on the map. */
export interface PlacementDetails {
  readonly name: string;
  readonly sector: Sector;
  readonly ring: Ring;
  readonly tie: Tie;
  /** What they mean to the service user, in one line of their own; may be empty. */
  readonly meaning: string;
}

export interface PlacementTold extends PlacementDetails {
  readonly id: PlacementId;
  readonly organisationId: OrganisationId;
  readonly sociogramId: SociogramId;
  readonly figureId: FigureId;
  readonly importantFunction: boolean;
}

/** Where somebody stands in one version of the map. */
export class Placement implements PlacementTold {
  readonly id: PlacementId;
  readonly organisationId: OrganisationId;
  readonly sociogramId: SociogramId;
  readonly figureId: FigureId;
  readonly name: string;
  readonly sector: Sector;
  readonly ring: Ring;
  readonly tie: Tie;
  readonly meaning: string;
  readonly importantFunction: boolean;

  constructor(told: PlacementTold) {
    this.id = told.id;
    this.organisationId = told.organisationId;
    this.sociogramId = told.sociogramId;
    this.figureId = told.figureId;
    this.name = figureName(told.name);
    this.sector = told.sector;
    this.ring = told.ring;
    this.tie = told.tie;
    this.meaning = meaningLine(told.meaning);
    this.importantFunction = told.importantFunction;
  }

  toldAnew(changes: Partial<PlacementDetails> & { readonly importantFunction?: boolean }): Placement {
    return new Placement(Object.assign({}, this, changes));
  }

  /** The same somebody in another version of the map. */
  inVersion(sociogramId: SociogramId, id: PlacementId): Placement {
    return new Placement(Object.assign({}, this, { id, sociogramId }));
  }

  /** One ring towards the middle; already closest is refused. */
  closer(): Placement {
    return this.toldAnew({ ring: ringOf(this.ring - 1) });
  }

  /** One ring outwards; already furthest is refused. */
  further(): Placement {
    return this.toldAnew({ ring: ringOf(this.ring + 1) });
  }
}

/** A first name or what the service user calls them. */
export const figureName = (text: string): string => plainLine(text, { field: 'figureName', max: 40 });

export const meaningLine = (text: string): string => optionalPlainLine(text, { field: 'meaning', max: 200 });

export function ringOf(number: number): Ring {
  const ring = rings.find((one) => one === number);
  if (ring === undefined) throw new DomainError('noSuchRing', { field: 'ring' });
  return ring;
}
