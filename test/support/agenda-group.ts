import type { Viewer } from '../../src/access/domain/viewer';
import { Agendas } from '../../src/agendas/agendas.service';
import { AgendaEdits } from '../../src/agendas/agenda-edits.service';
import type { Agenda } from '../../src/agendas/domain/agenda';
import type { AgendaItem, ItemContent } from '../../src/agendas/domain/agenda-item';
import type { Proposal } from '../../src/agendas/domain/proposal';
import { Proposals } from '../../src/agendas/proposals.service';
import { GroupForming } from '../../src/groups/group-forming.service';
import { Membership } from '../../src/groups/membership.service';
import type { GroupId, MeetingId, PersonId } from '../../src/kernel/identifiers';
import { Bookings } from '../../src/meetings/bookings.service';
import type { Meeting } from '../../src/meetings/domain/meeting';
import type { GroupHouse } from './group-house';
import { aDay } from './groups-builders';
import { aBooking, anItemContent } from './meetings-builders';

const days = ['2027-04-14', '2027-05-12', '2027-06-16'];
const approval = { on: aDay('2027-02-01'), how: 'at-meeting' } as const;
type Name = 'siv' | 'olle' | 'ek' | 'eva' | 'bo';

interface Made {
  readonly id: GroupId;
  readonly people: Readonly<Record<Name, PersonId>>;
  readonly meetings: readonly Meeting[];
}

/** Olle's group of the core trio, Eva from the network and Bo, an expert, with three meetings at 13:00 for an hour. */
export class AgendaGroup {
  private constructor(
    private readonly house: GroupHouse,
    private readonly viewer: Viewer,
    private readonly made: Made,
  ) {}

  get id(): GroupId {
    return this.made.id;
  }

  get people(): Made['people'] {
    return this.made.people;
  }

  static async in(house: GroupHouse, viewer: Viewer): Promise<AgendaGroup> {
    const people = {
      siv: (await house.person(viewer, 'Siv')).id,
      olle: (await house.person(viewer, 'Olle', { kind: 'service-user' })).id,
      ek: (await house.person(viewer, 'Ek')).id,
      eva: (await house.person(viewer, 'Eva', { kind: 'private' })).id,
      bo: (await house.person(viewer, 'Bo')).id,
    };
    const beginning = { serviceUserId: people.olle, profile: 'resource-group', name: 'Laget', neutralTitle: 'Möte' };
    return house.within(async () => {
      const { id } = await house.get(GroupForming).create(viewer, {
        ...{ ...beginning, network: [], sizeReason: 'Olle vill börja litet.' },
        core: { coordinatorPersonId: people.siv, doctorId: people.ek, approval },
      });
      for (const [personId, part] of [[people.eva, 'network'] as const, [people.bo, 'adjunct'] as const]) {
        await house.get(Membership).addMember(viewer, id, { personId, part, functionInGroup: '', approval });
      }
      const bookings = days.map((day, index) => aBooking({ number: index + 1, day: aDay(day) }));
      const meetings = await house.get(Bookings).book(viewer, id, bookings);
      return new AgendaGroup(house, viewer, { id, people, meetings });
    });
  }

  meeting(number = 1): MeetingId {
    return this.made.meetings[number - 1]!.id;
  }

  /** The address of a meeting's agenda. */
  path(number = 1): string {
    return `/meetings/${this.meeting(number)}/agenda`;
  }

  kept(number = 1): ReturnType<Agendas['get']> {
    return this.house.within(() => this.house.get(Agendas).get(this.viewer, this.meeting(number)));
  }

  async items(number = 1): Promise<readonly AgendaItem[]> {
    return (await this.kept(number)).agenda.items;
  }

  async titles(number = 1): Promise<readonly string[]> {
    return (await this.items(number)).map(({ title }) => title);
  }

  async itemPath(title: string, number = 1): Promise<string> {
    const found = (await this.items(number)).find((item) => item.title === title);
    return `${this.path(number)}/items/${found!.id}`;
  }

  add(given: Partial<ItemContent>, number = 1): Promise<Agenda> {
    const content = anItemContent(given);
    return this.house.within(() => this.house.get(AgendaEdits).add(this.viewer, this.meeting(number), content));
  }

  propose(personId: PersonId, words: string, number = 1): Promise<Proposal> {
    const { organisationId } = this.viewer;
    const by = { organisationId, userId: null, role: 'link-and-code' };
    const wanted = { organisationId, groupId: this.id, meetingId: this.meeting(number) };
    return this.house.within(() => this.house.get(Proposals).propose({ ...wanted, personId, words, by }));
  }

  proposals(number = 1): Promise<readonly Proposal[]> {
    const { organisationId } = this.viewer;
    return this.house.within(() => this.house.get(Proposals).ofMeeting(organisationId, this.meeting(number)));
  }
}
