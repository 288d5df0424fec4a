import { Injectable } from '@nestjs/common';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Groups } from '../groups/groups.service';
import type { OwnMeeting, OwnYear } from '../invitations/domain/own-year';
import { OwnYears } from '../invitations/own-years.service';
import type { CalendarDate } from '../kernel/calendar-date';
import { DomainError } from '../kernel/domain-error';
import type { PersonId } from '../kernel/identifiers';
import { type Reached, People } from '../people/people.service';
import { Stamp } from '../people/stamp.service';

/** What every page of this room begins with: whose page it is, and the group around them. */
export interface OwnRoom {
  readonly year: OwnYear;
  readonly group: ResourceGroup;
  /** Those who are or were in the group. */
  readonly people: ReadonlyMap<PersonId, Reached>;
  readonly today: CalendarDate;
}

/** Opens somebody's own page by their link; the code has been asked for before. */
@Injectable()
export class OwnRooms {
  constructor(
    private readonly years: OwnYears,
    private readonly groups: Groups,
    private readonly people: People,
    private readonly stamp: Stamp,
  ) {}

  /** A link that is over, or of somebody who is not in the group with their own yes: `notFound`. */
  async open(token: string): Promise<OwnRoom> {
    const year = await this.years.open(token);
    const group = year && (await this.groups.ofOrganisation(year.link.organisationId, year.link.groupId));
    if (!year || !group) throw new DomainError('notFound');
    const ids = group.members.map(({ personId }) => personId);
    const people = await this.people.reachesNow(group.organisationId, ids);
    return { year, group, people, today: this.stamp.today() };
  }

  /** What is the service user's alone: for anybody else it is as if it did not exist. */
  async openOwn(token: string): Promise<OwnRoom> {
    const room = await this.open(token);
    if (!isServiceUsers(room)) throw new DomainError('notFound');
    return room;
  }
}

export const isServiceUsers = ({ year: { reader }, group }: OwnRoom): boolean =>
  reader.part === 'service-user' && reader.personId === group.serviceUserId;

export function meetingNumbered({ year }: OwnRoom, number: string): OwnMeeting {
  const own = /^\d{1,4}$/.test(number) ? year.numbered(Number(number)) : null;
  if (!own) throw new DomainError('notFound');
  return own;
}

/** Whose page it is. */
export const placeOf = ({ group: { organisationId, id: groupId }, year: { reader } }: OwnRoom) => ({
  organisationId,
  groupId,
  personId: reader.personId,
});
