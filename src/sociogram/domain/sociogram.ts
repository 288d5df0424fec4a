import { CalendarDate } from '../../kernel/calendar-date';
import { DomainError } from '../../kernel/domain-error';
import type { OrganisationId, PersonId, PlacementId, SociogramId } from '../../kernel/identifiers';
import { Instant } from '../../kernel/instant';
import { FigureId, Placement, PlacementDetails } from './placement';

// What the picture can hold with every name legible; DOMAIN speaks of the people one counts on, not of all one knows.
export const mostPlacements = 40;

export interface SociogramTold {
  readonly id: SociogramId;
  readonly organisationId: OrganisationId;
  readonly serviceUserId: PersonId;
  /** 1, 2, 3 … for each service user. */
  readonly version: number;
  /** The day it was begun, and once it is closed the day it shows. */
  readonly dated: CalendarDate;
  readonly closed: boolean;
  readonly madeAt: Instant;
  readonly placements: readonly Placement[];
}

/** The service user's own picture of the people around them, in one version. */
export class Sociogram implements SociogramTold {
  readonly id: SociogramId;
  readonly organisationId: OrganisationId;
  readonly serviceUserId: PersonId;
  readonly version: number;
  readonly dated: CalendarDate;
  readonly closed: boolean;
  readonly madeAt: Instant;
  readonly placements: readonly Placement[];

  constructor(told: SociogramTold) {
    if (told.placements.length > mostPlacements) throw new DomainError('sociogramFull', { max: mostPlacements });
    this.id = told.id;
    this.organisationId = told.organisationId;
    this.serviceUserId = told.serviceUserId;
    this.version = told.version;
    this.dated = told.dated;
    this.closed = told.closed;
    this.madeAt = told.madeAt;
    this.placements = told.placements;
  }

  /** Not found: `notFound`. */
  placementOf(figureId: FigureId): Placement {
    const found = this.placements.find((one) => one.figureId === figureId);
    if (!found) throw new DomainError('notFound');
    return found;
  }

  place(ids: { readonly id: PlacementId; readonly figureId: FigureId }, details: PlacementDetails): Sociogram {
    const { organisationId, id: sociogramId } = this;
    const placed = new Placement({ ...ids, organisationId, sociogramId, ...details, importantFunction: false });
    return this.with([...this.placements, placed]);
  }

  replace(changed: Placement): Sociogram {
    this.placementOf(changed.figureId);
    return this.with(this.placements.map((one) => (one.figureId === changed.figureId ? changed : one)));
  }

  remove(figureId: FigureId): Sociogram {
    this.placementOf(figureId);
    return this.with(this.placements.filter((one) => one.figureId !== figureId));
  }

  /** Exactly these have a good and important function. */
  withImportant(figures: ReadonlySet<FigureId>): Sociogram {
    for (const figure of figures) this.placementOf(figure);
    return this.with(this.placements.map((one) => one.toldAnew({ importantFunction: figures.has(one.figureId) })));
  }

  /** Keeps the picture as it is this day. An empty one has nothing to keep. */
  closedOn(day: CalendarDate): Sociogram {
    if (this.placements.length === 0) throw new DomainError('sociogramEmpty');
    this.refuseIfClosed();
    return new Sociogram(Object.assign({}, this, { dated: day, closed: true }));
  }

  /** The version after this one, with everybody where they stand. */
  next(given: {
    readonly id: SociogramId;
    readonly madeAt: Instant;
    readonly dated: CalendarDate;
    readonly placementId: () => PlacementId;
  }): Sociogram {
    const { id, madeAt, dated, placementId } = given;
    const placements = this.placements.map((one) => one.inVersion(id, placementId()));
    return new Sociogram(
      Object.assign({}, this, { id, madeAt, dated, closed: false, version: this.version + 1, placements }),
    );
  }

  private with(placements: readonly Placement[]): Sociogram {
    this.refuseIfClosed();
    return new Sociogram(Object.assign({}, this, { placements }));
  }

  private refuseIfClosed(): void {
    if (this.closed) throw new DomainError('sociogramClosed');
  }
}
