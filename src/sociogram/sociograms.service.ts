import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import type { CalendarDate } from '../kernel/calendar-date';
import { DomainError } from '../kernel/domain-error';
import type { PersonId } from '../kernel/identifiers';
import type { Person } from '../people/domain/person';
import { People } from '../people/people.service';
import { Stamp } from '../people/stamp.service';
import { compare, Comparison } from './domain/comparison';
import type { FigureId, Placement, PlacementDetails } from './domain/placement';
import { Sociogram } from './domain/sociogram';
import { SociogramRepository, VersionDated, Whose } from './sociogram.repository';

/** The service user's map of the people around them. Seen and drawn with the service user, by the assigned alone. */
@Injectable()
export class Sociograms {
  constructor(
    private readonly sociograms: SociogramRepository,
    private readonly people: People,
    private readonly stamp: Stamp,
    private readonly log: AuditLog,
  ) {}

  /** For a page that shows the map; the reading is logged. */
  async read(viewer: Viewer, serviceUserId: PersonId): Promise<{ serviceUser: Person; sociogram: Sociogram }> {
    const serviceUser = await this.serviceUser(viewer, serviceUserId);
    const sociogram = await this.openOf(serviceUser);
    await this.log.record(viewer, { action: 'sociogram.read', about: serviceUserId, subjects: [] });
    return { serviceUser, sociogram };
  }

  /** The version that is drawn on; a first one that is kept when somebody is placed on it. */
  async open(viewer: Viewer, serviceUserId: PersonId): Promise<Sociogram> {
    return this.openOf(await this.serviceUser(viewer, serviceUserId));
  }

  async place(viewer: Viewer, serviceUserId: PersonId, details: PlacementDetails): Promise<FigureId> {
    const figureId = this.stamp.id<'figure'>();
    const ids = { id: this.stamp.id<'placement'>(), figureId };
    await this.change(viewer, serviceUserId, figureId, (map) => map.place(ids, details));
    return figureId;
  }

  /** Moves, renames or describes somebody anew. */
  async move(
    viewer: Viewer,
    serviceUserId: PersonId,
    figureId: FigureId,
    how: (placement: Placement) => Placement,
  ): Promise<void> {
    await this.change(viewer, serviceUserId, figureId, (map) => map.replace(how(map.placementOf(figureId))));
  }

  /** Takes somebody off the map; `Nominations.removeFromMap` sees to it that nobody being asked is. */
  async remove(viewer: Viewer, serviceUserId: PersonId, figureId: FigureId): Promise<void> {
    await this.change(viewer, serviceUserId, figureId, (map) => map.remove(figureId));
  }

  async markImportant(viewer: Viewer, serviceUserId: PersonId, figures: ReadonlySet<FigureId>): Promise<void> {
    await this.change(viewer, serviceUserId, null, (map) => map.withImportant(figures));
  }

  versions(viewer: Viewer, { organisationId, id: serviceUserId }: Person): Promise<readonly VersionDated[]> {
    if (viewer.organisationId !== organisationId) throw new DomainError('notFound');
    return this.sociograms.versions({ organisationId, serviceUserId });
  }

  /** Keeps the map as it is today and goes on with a new version of it. */
  async closeVersion(viewer: Viewer, serviceUserId: PersonId): Promise<void> {
    const closed = (await this.open(viewer, serviceUserId)).closedOn(this.stamp.today());
    await this.sociograms.save(closed);
    const [id, madeAt, dated] = [this.stamp.id<'sociogram'>(), this.stamp.now(), this.stamp.today()];
    const placementId = () => this.stamp.id<'placement'>();
    await this.sociograms.save(closed.next({ id, madeAt, dated, placementId }));
    await this.log.record(viewer, { action: 'sociogram.closed', about: serviceUserId, subjects: [closed.id] });
  }

  /** An earlier version beside the one drawn on; the reading is logged. */
  async compare(
    viewer: Viewer,
    serviceUserId: PersonId,
    version: number,
  ): Promise<{ serviceUser: Person; earlier: Sociogram; later: Sociogram; comparison: Comparison }> {
    const { serviceUser, sociogram: later } = await this.read(viewer, serviceUserId);
    const earlier = await this.sociograms.version(whose(serviceUser), version);
    if (!earlier) throw new DomainError('notFound');
    return { serviceUser, earlier, later, comparison: compare(earlier, later) };
  }

  /** The day where we are, which forms begin with. */
  today(): CalendarDate {
    return this.stamp.today();
  }

  private async change(
    viewer: Viewer,
    serviceUserId: PersonId,
    figureId: FigureId | null,
    how: (map: Sociogram) => Sociogram,
  ): Promise<void> {
    await this.sociograms.save(how(await this.open(viewer, serviceUserId)));
    const subjects = figureId === null ? [] : [figureId];
    await this.log.record(viewer, { action: 'sociogram.changed', about: serviceUserId, subjects });
  }

  private async serviceUser(viewer: Viewer, id: PersonId): Promise<Person> {
    const person = await this.people.get(viewer, id);
    if (person.kind !== 'service-user') throw new DomainError('notFound');
    return person;
  }

  private async openOf(serviceUser: Person): Promise<Sociogram> {
    return (await this.sociograms.latest(whose(serviceUser))) ?? this.first(whose(serviceUser));
  }

  private first(whose: Whose): Sociogram {
    const [id, madeAt, dated] = [this.stamp.id<'sociogram'>(), this.stamp.now(), this.stamp.today()];
    return new Sociogram({ ...whose, id, version: 1, dated, closed: false, madeAt, placements: [] });
  }
}

const whose = ({ organisationId, id: serviceUserId }: Person): Whose => ({ organisationId, serviceUserId });
