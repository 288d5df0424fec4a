import { randomUUID } from 'node:crypto';
import { Act, type Arrival, type GivenAct } from '../../src/answers/domain/act';
import { type GivenWish, Wish } from '../../src/answers/domain/wish';
import { anId, someMoment } from './groups-builders';

export const aGivenAct = (given: Partial<GivenAct> = {}): GivenAct => ({
  organisationId: anId(),
  groupId: anId(),
  meetingId: anId(),
  personId: anId(),
  revision: 1,
  choice: 'yes',
  way: 'link',
  actedAt: someMoment,
  by: null,
  comment: '',
  source: `link:${randomUUID()}`,
  ...given,
});

/** An act that came the moment it was done, unless said otherwise. */
export const anAct = (given: Partial<GivenAct & Arrival> = {}): Act =>
  new Act({ ...aGivenAct(given), id: anId(), arrival: 1, recordedAt: given.actedAt ?? someMoment, ...given });

export const aGivenWish = (given: Partial<GivenWish> = {}): GivenWish => ({
  organisationId: anId(),
  groupId: anId(),
  meetingId: anId(),
  personId: anId(),
  kind: 'otherTime',
  text: 'Torsdagar passar bättre.',
  way: 'link',
  at: someMoment,
  ...given,
});

export const aWish = (given: Partial<GivenWish> = {}): Wish => new Wish({ ...aGivenWish(given), id: anId() });
