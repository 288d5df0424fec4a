import { DomainError } from '../../kernel/domain-error';
import type { OrganisationId, ThingId } from '../../kernel/identifiers';
import { optionalLine } from '../../kernel/line';
import type { TimeOfDay } from '../../kernel/time-of-day';
import { optionalPlainLine, plainLine } from '../../people/domain/personal-number';
import type { Taken } from './personal-hours';

/** What can be booked besides people. */
export const thingKinds = ['room', 'link'] as const;
export type ThingKind = (typeof thingKinds)[number];

/** When a room can be used, Monday to Friday. */
export interface OpeningHours {
  readonly opens: TimeOfDay;
  readonly closes: TimeOfDay;
}

export interface ThingParts {
  readonly id: ThingId;
  readonly organisationId: OrganisationId;
  readonly kind: ThingKind;
  readonly name: string;
  /** A room's address, or a link's `https://…`. */
  readonly place: string;
  readonly placeIsPublic: boolean;
  readonly opens: TimeOfDay | null;
  readonly closes: TimeOfDay | null;
  /** No longer to be chosen; meetings that have it keep it. */
  readonly isRetired?: boolean;
}

/** A room or a video link that no two meetings can have at the same time. */
export class Thing implements ThingParts {
  readonly id: ThingId;
  readonly organisationId: OrganisationId;
  readonly kind: ThingKind;
  readonly name: string;
  readonly place: string;
  readonly placeIsPublic: boolean;
  readonly opens: TimeOfDay | null;
  readonly closes: TimeOfDay | null;
  readonly isRetired: boolean;

  constructor({ isRetired = false, ...given }: ThingParts) {
    requireHours(given);
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.kind = given.kind;
    this.name = plainLine(given.name, { field: 'thingName', max: 80 });
    this.place = given.kind === 'link' ? linkOf(given.place) : optionalPlainLine(given.place, placeRule);
    // Whoever reads a link in open mail could join the meeting.
    this.placeIsPublic = given.kind === 'room' && given.placeIsPublic;
    this.opens = given.opens;
    this.closes = given.closes;
    this.isRetired = isRetired;
  }

  retired(): Thing {
    return new Thing(Object.assign({}, this, { isRetired: true }));
  }

  /** null: whenever the group wants to meet. */
  get hours(): OpeningHours | null {
    return this.opens && this.closes ? { opens: this.opens, closes: this.closes } : null;
  }

  /** As the place of a meeting. */
  get placeText(): string {
    if (this.kind === 'link') return this.place;
    return [this.name, this.place].filter((words) => words !== '').join(', ');
  }
}

const placeRule = { field: 'thingPlace', max: 200 } as const;

function requireHours({ opens, closes }: Pick<ThingParts, 'opens' | 'closes'>): void {
  if (opens && !closes) throw new DomainError('fieldMissing', { field: 'thingCloses' });
  if (closes && !opens) throw new DomainError('fieldMissing', { field: 'thingOpens' });
  if (opens && closes && !opens.isBefore(closes)) throw new DomainError('thingHoursReversed', { field: 'thingCloses' });
}

/** An https address without a name and a password in it. */
function linkOf(typed: string): string {
  const address = optionalLine(typed, placeRule);
  if (!URL.canParse(address)) throw new DomainError('linkUnfit', { field: 'thingPlace' });
  const { protocol, username, password } = new URL(address);
  if (protocol !== 'https:' || username !== '' || password !== '' || /\s/.test(address))
    throw new DomainError('linkUnfit', { field: 'thingPlace' });
  return address;
}

/** When a thing can be used and when it is taken, as far as a plan needs to know. */
export interface KnownThing {
  readonly id: ThingId;
  readonly name: string;
  readonly hours: OpeningHours | null;
  readonly taken: readonly Pick<Taken, 'starts' | 'ends'>[];
}

/** Where a meeting is to be. */
export interface Place {
  readonly thingId: ThingId | null;
  readonly place: string;
  readonly placeIsPublic: boolean;
}

/** In one of the things that can be chosen, or where somebody wrote; never both. */
export function placeIn({ thingId, ...written }: Place, things: readonly Thing[]): Place {
  if (thingId === null) return { thingId, ...written };
  const thing = things.find(({ id }) => id === thingId);
  if (!thing) throw new DomainError('thingGone', { field: 'thing' });
  if (written.place !== '' && written.place !== thing.placeText)
    throw new DomainError('placeTwice', { field: 'place' });
  return { thingId, place: thing.placeText, placeIsPublic: thing.placeIsPublic };
}
