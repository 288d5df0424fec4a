import { DomainError } from './domain-error';

declare const kind: unique symbol;

/** A random UUID that cannot be mistaken for another kind's. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind };

export type OrganisationId = Id<'organisation'>;
export type UnitId = Id<'unit'>;
export type UserId = Id<'user'>;
export type PersonId = Id<'person'>;
export type SociogramId = Id<'sociogram'>;
export type PlacementId = Id<'placement'>;
export type GroupId = Id<'group'>;
export type MeetingId = Id<'meeting'>;
export type ThingId = Id<'thing'>;
export type AgendaItemId = Id<'agenda item'>;
export type DeliveryId = Id<'delivery'>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads an id from outside (a path, a form, a file); anything that is no UUID is as if it did not exist. */
export function idOf<Kind extends string>(text: string): Id<Kind> {
  if (!uuid.test(text)) throw new DomainError('notFound');
  return text as Id<Kind>;
}
