import { CalendarDate } from '../../src/kernel/calendar-date';
import { Instant } from '../../src/kernel/instant';
import { Nomination, type NominationState, type NominationStep } from '../../src/sociogram/domain/nomination';
import { decidersOf } from '../../src/sociogram/domain/nomination';
import { Placement, type PlacementTold, type Sector, type Tie } from '../../src/sociogram/domain/placement';
import { Sociogram } from '../../src/sociogram/domain/sociogram';
import type { DrawingWords } from '../../src/sociogram/domain/sociogram-drawing';
import { anId } from './people-builders';

export const aPlacement = (given: Partial<PlacementTold> = {}): Placement =>
  new Placement({
    id: anId<'placement'>(),
    organisationId: anId<'organisation'>(),
    sociogramId: anId<'sociogram'>(),
    figureId: anId<'figure'>(),
    name: 'Eva',
    sector: 'family',
    ring: 1,
    tie: 'supportive',
    meaning: '',
    importantFunction: false,
    ...given,
  });

export const aSociogram = (placements: readonly Placement[] = []): Sociogram =>
  new Sociogram({
    id: anId<'sociogram'>(),
    organisationId: anId<'organisation'>(),
    serviceUserId: anId<'person'>(),
    version: 1,
    dated: CalendarDate.of('2027-01-11'),
    closed: false,
    madeAt: Instant.of('2027-01-11T09:00:00.000Z'),
    placements,
  });

export const aStep = (became: NominationState, given: Partial<NominationStep> = {}): NominationStep => ({
  id: anId<'nomination step'>(),
  became,
  decidedBy: decidersOf(became)[0] ?? 'coordinator',
  how: 'at-meeting',
  day: CalendarDate.of('2027-01-12'),
  recordedBy: anId<'user'>(),
  recordedAt: Instant.of('2027-01-12T09:00:00.000Z'),
  ...given,
});

/** Somebody who has come all these steps. */
export const aNomination = (...steps: readonly NominationState[]): Nomination =>
  new Nomination({
    id: anId<'nomination'>(),
    organisationId: anId<'organisation'>(),
    serviceUserId: anId<'person'>(),
    figureId: anId<'figure'>(),
    personId: anId<'person'>(),
    steps: steps.map((became) => aStep(became)),
  });

const sectorWords: Readonly<Record<Sector, string>> = {
  family: 'Familj',
  relatives: 'Släkt',
  friends: 'Vänner',
  'work-school': 'Arbete och skola',
  leisure: 'Fritid och föreningsliv',
  care: 'Vård, stöd och myndigheter',
};

export const tieWords: Readonly<Record<Tie, string>> = {
  supportive: 'stödjande',
  weak: 'svag',
  strained: 'ansträngd',
  broken: 'bruten',
};

export const drawingWords: DrawingWords = {
  title: 'Sociogram för Olle',
  description: 'Personerna runt Olle.',
  middle: 'Olle',
  sector: (sector) => sectorWords[sector],
  tie: (tie) => tieWords[tie],
  legend: 'Så läser du bilden',
  person: 'person',
  importantFunction: 'viktig funktion',
  rings: 'Ju närmare mitten, desto närmare står personen.',
};
