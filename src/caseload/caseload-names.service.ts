import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { Things } from '../availability/things.service';
import { People } from '../people/people.service';
import type { GroupInCaseload } from './domain/group-in-caseload';

export type NameOf = (id: string) => string;

/** What the people of groups are called, and the rooms and links that meetings may have. */
@Injectable()
export class CaseloadNames {
  constructor(
    private readonly people: People,
    private readonly things: Things,
  ) {}

  async of(viewer: Viewer, groups: readonly Pick<GroupInCaseload, 'group'>[]): Promise<NameOf> {
    const members = groups.flatMap(({ group }) => group.members.map(({ personId }) => personId));
    const people = await this.people.many(viewer, [...new Set(members)]);
    const names = new Map<string, string>([
      ...people.map((person) => [person.id, person.calledName] as const),
      ...(await this.things.all(viewer)).map((thing) => [thing.id, thing.name] as const),
    ]);
    return (id) => names.get(id) ?? '–';
  }
}
