import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { CalendarDate } from '../kernel/calendar-date';
import { DomainError } from '../kernel/domain-error';
import type { PersonId } from '../kernel/identifiers';
import { People } from '../people/people.service';
import type { Nomination, NominationState, WayOfTelling } from './domain/nomination';
import type { FigureId, Placement, Sector } from './domain/placement';
import { NominationRepository } from './nomination.repository';
import { NominationSteps, StepTold } from './nomination-steps.service';
import type { Whose } from './sociogram.repository';
import { Sociograms } from './sociograms.service';

/** Somebody on the map, and how far they have come towards the group. */
export interface OnTheMap {
  readonly placement: Placement;
  readonly nomination: Nomination;
}

/** What other rooms may know of somebody who was asked: nothing that only the map tells by name. */
export interface NominatedPerson {
  readonly personId: PersonId;
  readonly state: NominationState;
  readonly sector: Sector;
  readonly importantFunction: boolean;
  /** The day the service user decided that they may be asked; null when that is no longer so. */
  readonly approvedOn: CalendarDate | null;
  readonly approvedHow: WayOfTelling | null;
  readonly talkedOn: CalendarDate | null;
}

/** Who is asked into the group. Only the service user decides that somebody may be. */
@Injectable()
export class Nominations {
  constructor(
    private readonly nominations: NominationRepository,
    private readonly steps: NominationSteps,
    private readonly sociograms: Sociograms,
    private readonly people: People,
  ) {}

  /** Everybody on the map. */
  async list(viewer: Viewer, serviceUserId: PersonId): Promise<readonly OnTheMap[]> {
    const { organisationId, placements } = await this.sociograms.open(viewer, serviceUserId);
    const whose = { organisationId, serviceUserId };
    const begun = new Map((await this.nominations.of(whose)).map((one) => [one.figureId, one]));
    return placements.map((placement) => {
      const nomination = begun.get(placement.figureId) ?? this.steps.begin(whose, placement.figureId);
      return { placement, nomination };
    });
  }

  /** Not found: `notFound`. */
  async of(viewer: Viewer, serviceUserId: PersonId, figureId: FigureId): Promise<OnTheMap> {
    const found = (await this.list(viewer, serviceUserId)).find(({ placement }) => placement.figureId === figureId);
    if (!found) throw new DomainError('notFound');
    return found;
  }

  async step(viewer: Viewer, serviceUserId: PersonId, figureId: FigureId, told: StepTold): Promise<Nomination> {
    const { nomination } = await this.of(viewer, serviceUserId, figureId);
    return this.steps.record(viewer, nomination, told);
  }

  /** Somebody who may be asked has been; from now on it is known who it is among the people. */
  async ask(
    viewer: Viewer,
    serviceUserId: PersonId,
    figureId: FigureId,
    told: Omit<StepTold, 'became'> & { readonly personId: PersonId | null },
  ): Promise<Nomination> {
    const { personId, ...step } = told;
    if (personId === null) throw new DomainError('fieldNotChosen', { field: 'figurePerson' });
    const everybody = await this.list(viewer, serviceUserId);
    const found = everybody.find(({ placement }) => placement.figureId === figureId);
    if (!found) throw new DomainError('notFound');
    await this.refuseUnfit(viewer, { serviceUserId, figureId, personId }, everybody);
    return this.steps.record(viewer, found.nomination.linkedTo(personId), { ...step, became: 'asked' });
  }

  async nominatedPersons(viewer: Viewer, serviceUserId: PersonId): Promise<readonly NominatedPerson[]> {
    return (await this.list(viewer, serviceUserId)).flatMap((one) => nominatedPersonIn(one));
  }

  /** Who stands behind those who have been asked; without a viewer, and nothing of the map is shown. */
  async peopleAsked(whose: Whose): Promise<readonly PersonId[]> {
    const all = await this.nominations.of(whose);
    return all.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  }

  /** Those of the people who had said yes are now in the group; tells who they were. */
  async joined(
    viewer: Viewer,
    serviceUserId: PersonId,
    personIds: readonly PersonId[],
  ): Promise<ReadonlySet<PersonId>> {
    return this.stepAll(viewer, serviceUserId, personIds, 'in-the-group');
  }

  /** Those of the people who were in the group have left it; tells who they were. */
  async left(viewer: Viewer, serviceUserId: PersonId, personIds: readonly PersonId[]): Promise<ReadonlySet<PersonId>> {
    return this.stepAll(viewer, serviceUserId, personIds, 'left');
  }

  /** Takes somebody off the map. Whoever is being asked or is in the group must be told first. */
  async removeFromMap(viewer: Viewer, serviceUserId: PersonId, figureId: FigureId): Promise<void> {
    const { placement, nomination } = await this.of(viewer, serviceUserId, figureId);
    if (isBeingAsked(nomination.state)) throw new DomainError('figureBeingAsked', { name: placement.name });
    if (nomination.state !== 'on-the-map')
      await this.steps.record(viewer, nomination, {
        became: 'on-the-map',
        how: 'on-picture',
        day: this.steps.today(),
      });
    await this.sociograms.remove(viewer, serviceUserId, figureId);
  }

  private async stepAll(
    viewer: Viewer,
    serviceUserId: PersonId,
    personIds: readonly PersonId[],
    became: 'in-the-group' | 'left',
  ): Promise<ReadonlySet<PersonId>> {
    const stepped = new Set<PersonId>();
    for (const { nomination } of await this.list(viewer, serviceUserId)) {
      const { personId, next } = nomination;
      if (personId === null || !personIds.includes(personId) || !next.includes(became)) continue;
      await this.steps.record(viewer, nomination, { became, how: 'at-meeting', day: this.steps.today() });
      stepped.add(personId);
    }
    return stepped;
  }

  // One person stands behind one figure only, and nobody is asked into their own group.
  private async refuseUnfit(
    viewer: Viewer,
    { serviceUserId, figureId, personId }: Asked,
    everybody: readonly OnTheMap[],
  ): Promise<void> {
    await this.people.get(viewer, personId);
    const isTaken = everybody.some(
      ({ nomination }) => nomination.personId === personId && nomination.figureId !== figureId,
    );
    if (personId === serviceUserId || isTaken) throw new DomainError('personTaken', { field: 'figurePerson' });
  }
}

interface Asked {
  readonly serviceUserId: PersonId;
  readonly figureId: FigureId;
  readonly personId: PersonId;
}

const asking: readonly NominationState[] = ['asked', 'talked-with', 'yes', 'maybe', 'in-the-group'];

const isBeingAsked = (state: NominationState): boolean => asking.includes(state);

function nominatedPersonIn({ placement, nomination }: OnTheMap): readonly NominatedPerson[] {
  const { personId, state, approval, talk } = nomination;
  if (personId === null) return [];
  return [
    {
      personId,
      state,
      sector: placement.sector,
      importantFunction: placement.importantFunction,
      approvedOn: approval?.day ?? null,
      approvedHow: approval?.how ?? null,
      talkedOn: talk?.day ?? null,
    },
  ];
}
