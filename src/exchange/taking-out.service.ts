import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service';
import type { ResourceGroup } from '../groups/domain/resource-group';
import type { GroupId } from '../kernel/identifiers';
import type { Person } from '../people/domain/person';
import { GroupDoors, YearDoors } from './doors.service';
import type { GroupFile } from './group-file';
import { PersonReferences } from './person-references';
import { consentsToFile, groupToFile, meetingToFile, personToFile, planToFile, toldToFile } from './to-file';

/** Takes a group out as one file. Whoever may run the program may read the file; the log tells that it was made. */
@Injectable()
export class TakingOut {
  constructor(
    private readonly group: GroupDoors,
    private readonly year: YearDoors,
    private readonly audit: AuditLog,
  ) {}

  async takeOut(groupId: GroupId): Promise<GroupFile> {
    const { group, consents } = await this.group.groups.takeOut(groupId);
    const coordinator = await this.personIn(group, 'coordinator');
    const references = new PersonReferences(coordinator?.id ?? null);
    const people = await this.peopleOf(group);
    const file: GroupFile = {
      format: 'kretsen-group',
      version: 1,
      coordinator: coordinator && { name: coordinator.fullName, email: coordinator.email?.toString() ?? '' },
      people: people.filter(({ id }) => id !== coordinator?.id).map(personToFile),
      group: groupToFile(group, references),
      consents: consentsToFile(consents, references),
      ...(await this.yearOf(group, references)),
    };
    await this.write(group, people);
    return file;
  }

  private async yearOf(
    group: ResourceGroup,
    references: PersonReferences,
  ): Promise<Pick<GroupFile, 'plan' | 'meetings' | 'told'>> {
    const plan = await this.year.plans.takeOut(group);
    const meetings = await this.year.meetings.takeOut(group);
    const asTold = await this.year.meetings.takeOutTold(group, meetings);
    const agendas = await this.year.agendas.takeOut(meetings);
    const { entries, told } = await this.year.calls.takeOut(group);
    return {
      plan: plan && planToFile(plan),
      meetings: meetings.map((meeting) => meetingToFile(meeting, { group, references, agendas, entries, asTold })),
      told: toldToFile(told, references),
    };
  }

  /** Those who left too: their names must stay out of open mail as before. */
  private async peopleOf({ organisationId, members }: ResourceGroup): Promise<readonly Person[]> {
    const people: Person[] = [];
    for (const { personId } of members) people.push(await this.group.people.takeOut(organisationId, personId));
    return people.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  private async personIn(group: ResourceGroup, part: 'coordinator'): Promise<Person | null> {
    const member = group.inPart(part);
    return member && this.group.people.takeOut(group.organisationId, member.personId);
  }

  private write({ id, organisationId, serviceUserId }: ResourceGroup, people: readonly Person[]): Promise<void> {
    const operator = { organisationId, userId: null, role: 'operator' };
    const subjects = [id, ...people.map((person) => person.id)];
    return this.audit.record(operator, { action: 'group.taken-out', about: serviceUserId, subjects });
  }
}
