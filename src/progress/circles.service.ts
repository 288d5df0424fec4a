import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { Staff } from '../access/staff.service';
import type { ResourceGroup } from '../groups/domain/resource-group';
import type { CalendarDate } from '../kernel/calendar-date';
import type { GroupId, Id, PersonId } from '../kernel/identifiers';
import type { Person } from '../people/domain/person';
import { People } from '../people/people.service';
import { Settings } from '../platform/config/settings';
import { ProgressWork } from './progress-work.service';

/** A group and the names of those in and around it, as far as the viewer may know them. */
export interface Circle {
  readonly group: ResourceGroup;
  readonly people: ReadonlyMap<PersonId, Person>;
  /** Staff with an account, by their id. */
  readonly staff: ReadonlyMap<string, string>;
  readonly today: CalendarDate;
  readonly zone: string;
}

/** Gathers whom this room's pages name, and writes down that a page was shown. */
@Injectable()
export class Circles {
  constructor(
    private readonly people: People,
    private readonly staff: Staff,
    private readonly work: ProgressWork,
    private readonly settings: Settings,
  ) {}

  async of(viewer: Viewer, groupId: GroupId): Promise<Circle> {
    const group = await this.work.group(viewer, groupId);
    const people = await this.people.many(
      viewer,
      group.members.map(({ personId }) => personId),
    );
    const coordinators = await this.staff.coordinators(viewer);
    return {
      group,
      people: new Map(people.map((person) => [person.id, person])),
      staff: new Map(coordinators.map(({ userId, name }) => [userId, name])),
      today: this.work.stamp.today(),
      zone: this.settings.zone,
    };
  }

  shown(viewer: Viewer, { group }: Circle, action: string, ids: readonly Id<string>[] = []): Promise<void> {
    return this.work.record(viewer, group, action, ids);
  }
}
