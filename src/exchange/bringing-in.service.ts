import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import type { Agenda } from '../agendas/domain/agenda';
import type { Consent } from '../groups/domain/consent';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Stamp } from '../people/stamp.service';
import { idOf } from '../kernel/identifiers';
import type { Meeting } from '../meetings/domain/meeting';
import type { ToldMeeting } from '../meetings/domain/told-meeting';
import { GroupDoors, YearDoors } from './doors.service';
import { at } from './file-fault';
import {
  type Arrival,
  agendaFrom,
  consentFrom,
  groupFrom,
  meetingFrom,
  personFrom,
  toldFrom,
  toldMeetingsFrom,
} from './from-file';
import type { GroupFile } from './group-file';
import { handedOver, isTheSame } from './handing-over';
import { PersonReferences } from './person-references';

/** Brings a group in from a file, into the hands of one coordinator, in the caller's transaction. Nobody is told. */
@Injectable()
export class BringingIn {
  constructor(
    private readonly group: GroupDoors,
    private readonly year: YearDoors,
    private readonly stamp: Stamp,
    private readonly audit: AuditLog,
  ) {}

  async bringIn(viewer: Viewer, file: GroupFile): Promise<ResourceGroup> {
    const own = await this.group.people.own(viewer);
    const held = isTheSame(file, own.email?.toString() ?? '') ? file : handedOver(file);
    const references = new PersonReferences(own.id);
    const arrival: Arrival = { viewer, references, newId: () => this.stamp.id() };
    const group = await this.bringGroup(held, arrival);
    await this.bringYear(held, group, arrival);
    const subjects = [group.id, ...group.members.map(({ personId }) => personId)];
    await this.audit.record(viewer, { action: 'group.brought-in', about: group.serviceUserId, subjects });
    return group;
  }

  private async bringGroup(file: GroupFile, arrival: Arrival): Promise<ResourceGroup> {
    for (const [index, person] of file.people.entries())
      await at(`people[${String(index)}]`, () =>
        this.group.people.bringIn(arrival.viewer, personFrom(person, arrival)),
      );
    const group = await at('group', () => groupFrom(file.group, arrival));
    const consents: Consent[] = [];
    for (const [index, consent] of file.consents.entries())
      consents.push(await at(`consents[${String(index)}]`, () => consentFrom(consent, group, arrival)));
    await at('group', () => this.group.groups.bringIn(arrival.viewer, { group, consents }));
    return group;
  }

  private async bringYear(file: GroupFile, group: ResourceGroup, arrival: Arrival): Promise<void> {
    const meetings = await this.bringMeetings(file, group, arrival);
    const { plan } = file;
    if (plan)
      await at('plan', () =>
        this.year.plans.bringIn(arrival.viewer, group, { wishes: plan.wishes, isBooked: plan.booked, meetings }),
      );
    const entries = file.meetings.flatMap(({ id, calendar }) =>
      calendar.map(({ person, uid }) => ({
        meetingId: idOf<'meeting'>(id),
        personId: arrival.references.person(person),
        uid,
      })),
    );
    const told = file.told.map((one) => toldFrom(one, arrival));
    await at('meetings', () => this.year.calls.bringIn(group, { entries, told }));
  }

  private async bringMeetings(file: GroupFile, group: ResourceGroup, arrival: Arrival): Promise<readonly Meeting[]> {
    const meetings: Meeting[] = [];
    const agendas: Agenda[] = [];
    const told: ToldMeeting[] = [];
    for (const [index, { agenda, ...rest }] of file.meetings.entries()) {
      const place = `meetings[${String(index)}]`;
      const meeting = await at(place, () => meetingFrom(rest, group, arrival));
      meetings.push(meeting);
      told.push(...(await at(`${place}.asTold`, () => toldMeetingsFrom(rest, group, arrival))));
      if (agenda) agendas.push(await at(`${place}.agenda`, () => agendaFrom(agenda, meeting, arrival)));
    }
    await at('meetings', () => this.year.meetings.bringIn(meetings, told));
    await this.year.agendas.bringIn(agendas);
    return meetings;
  }
}
