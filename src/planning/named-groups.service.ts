import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { SwedishCalendar } from '../availability/domain/swedish-calendar';
import { OrganisationCalendar } from '../availability/organisation-calendar.service';
import { Things } from '../availability/things.service';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Groups } from '../groups/groups.service';
import type { GroupId } from '../kernel/identifiers';
import { People } from '../people/people.service';

export interface NamedGroup {
  readonly group: ResourceGroup;
  readonly nameOf: (personId: string) => string;
  readonly calendar: SwedishCalendar;
}

/** A group with what its year is told in: the names of people and rooms, the organisation's calendar; the reading is logged. */
@Injectable()
export class NamedGroups {
  constructor(
    private readonly groups: Groups,
    private readonly people: People,
    private readonly calendars: OrganisationCalendar,
    private readonly things: Things,
  ) {}

  async read(viewer: Viewer, id: GroupId): Promise<NamedGroup> {
    const group = await this.groups.read(viewer, id);
    const members = group.members.map(({ personId }) => personId);
    const people = await this.people.many(viewer, members);
    const things = await this.things.all(viewer);
    const names = new Map<string, string>([
      ...people.map((person) => [person.id, person.calledName] as const),
      ...things.map((thing) => [thing.id, thing.name] as const),
    ]);
    const calendar = await this.calendars.of(viewer.organisationId);
    return { group, calendar, nameOf: (personId) => names.get(personId) ?? '–' };
  }
}
