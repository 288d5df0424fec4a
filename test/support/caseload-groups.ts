import type { Viewer } from '../../src/access/domain/viewer';
import { consentKinds } from '../../src/groups/domain/consent';
import { Consents } from '../../src/groups/consents.service';
import { GroupForming } from '../../src/groups/group-forming.service';
import { Membership } from '../../src/groups/membership.service';
import type { GroupId, PersonId } from '../../src/kernel/identifiers';
import type { PersonKind } from '../../src/people/domain/person';
import { People } from '../../src/people/people.service';
import { PeopleInTransit } from '../../src/people/people-in-transit.service';
import type { CallsHouse } from './calls-house';
import { aDay } from './groups-builders';
import { byMail, details } from './people-builders';

const approval = { on: aDay('2027-02-01'), how: 'at-meeting' } as const;
const yes = { how: 'said', givenOn: approval.on, until: null, textShown: 'Jag vill.' } as const;

export interface GroupOfCaseload {
  readonly id: GroupId;
  readonly name: string;
  readonly serviceUser: PersonId;
  readonly friend: PersonId;
}

/** Groups of one coordinator, formed and without meetings; the same doctor sits in ten in a row. */
export class CaseloadGroups {
  readonly doctors: PersonId[] = [];
  private readonly professionals: PersonId[] = [];

  constructor(
    private readonly house: CallsHouse,
    readonly viewer: Viewer,
  ) {}

  /** Named `Grupp 01` and on, in that order. */
  async form(count: number): Promise<readonly GroupOfCaseload[]> {
    const groups: GroupOfCaseload[] = [];
    for (let at = 0; at < count; at += 1) {
      if (at % 10 === 0) this.doctors.push(await this.person('professional', `Doktor${letter(at / 10)}`));
      if (at % 5 === 0) this.professionals.push(await this.person('professional', `Boende${letter(at / 5)}`));
      groups.push(await this.house.within(() => this.one(at)));
    }
    return groups;
  }

  private async one(at: number): Promise<GroupOfCaseload> {
    const { house, viewer } = this;
    const name = `Grupp ${String(at + 1).padStart(2, '0')}`;
    const serviceUser = await this.person('service-user', `Bruk${letter(at)}`);
    const friend = await this.person('private', `Van${letter(at)}`);
    const { id: coordinatorPersonId } = await house.get(PeopleInTransit).own(viewer);
    const doctorId = this.doctors.at(-1)!;
    const group = await house.get(GroupForming).create(viewer, {
      ...{ serviceUserId: serviceUser, profile: 'resource-group', name, neutralTitle: 'Möte', network: [] },
      core: { coordinatorPersonId, doctorId, approval },
      sizeReason: 'Vi börjar litet.',
    });
    const network = [friend, this.professionals.at(-1)!];
    for (const personId of network)
      await house
        .get(Membership)
        .addMember(viewer, group.id, { personId, part: 'network', functionInGroup: '', approval });
    for (const personId of [serviceUser, coordinatorPersonId, doctorId, ...network])
      for (const kind of consentKinds) await house.get(Consents).record(viewer, group.id, { ...yes, personId, kind });
    return { id: group.id, name, serviceUser, friend };
  }

  private async person(kind: PersonKind, calledName: string): Promise<PersonId> {
    const given = { calledName, fullName: `${calledName} Ek`, ...byMail(`${calledName.toLowerCase()}@post.example`) };
    const added = await this.house.within(() => this.house.get(People).add(this.viewer, kind, details(given)));
    return added.id;
  }
}

// A row of digits could look like a personal number, which no name may hold.
const letter = (at: number): string =>
  `${String.fromCharCode(97 + Math.floor(at / 26))}${String.fromCharCode(97 + (at % 26))}`;
