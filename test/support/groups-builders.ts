import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Consent, type ConsentParts } from '../../src/groups/domain/consent';
import { Member, type MemberParts } from '../../src/groups/domain/member';
import type { Part } from '../../src/groups/domain/part';
import type { Profile } from '../../src/groups/domain/profile';
import { type GroupParts, ResourceGroup } from '../../src/groups/domain/resource-group';
import { readProfile } from '../../src/groups/profile-file';
import { CalendarDate } from '../../src/kernel/calendar-date';
import { type Id, idOf } from '../../src/kernel/identifiers';
import { Instant } from '../../src/kernel/instant';

export const anId = <Kind extends string>(): Id<Kind> => idOf<Kind>(randomUUID());

export const aDay = (iso: string): CalendarDate => CalendarDate.of(iso);

export const someMoment = Instant.of('2027-01-04T08:00:00Z');

const profileFile = 'resource-group.json';
const folder = join(__dirname, '..', '..', 'data', 'profiles');

export const resourceGroupProfile = (): Profile =>
  readProfile(profileFile, readFileSync(join(folder, profileFile), 'utf8'));

export const aMember = (given: Partial<MemberParts> = {}): Member =>
  new Member({
    id: anId(),
    organisationId: anId(),
    groupId: anId(),
    personId: anId(),
    part: 'network',
    approval: { on: aDay('2027-01-04'), how: 'at-meeting' },
    madeAt: someMoment,
    ...given,
  });

/** A group of the core trio and so many of each other part. */
export function aGroup({ network = 3, adjuncts = 0, ...given }: Partial<GroupParts> & Sizes = {}): ResourceGroup {
  const parts: Part[] = ['service-user', 'coordinator', 'doctor'];
  const id = given.id ?? anId<'group'>();
  const organisationId = given.organisationId ?? anId<'organisation'>();
  const all = [...parts, ...Array<Part>(network).fill('network'), ...Array<Part>(adjuncts).fill('adjunct')];
  const members = given.members ?? all.map((part) => aMember({ part, groupId: id, organisationId }));
  return new ResourceGroup({
    profile: 'resource-group',
    serviceUserId: members[0]?.personId ?? anId(),
    name: 'Olles lag',
    neutralTitle: 'Möte',
    madeAt: someMoment,
    ...given,
    id,
    organisationId,
    members,
  });
}

interface Sizes {
  readonly network?: number;
  readonly adjuncts?: number;
}

export const aConsent = (given: Partial<ConsentParts> = {}): Consent =>
  new Consent({
    id: anId(),
    organisationId: anId(),
    groupId: anId(),
    personId: anId(),
    kind: 'take-part',
    textShown: 'Jag vill vara med på mötena.',
    how: 'said',
    givenOn: aDay('2027-01-04'),
    until: null,
    recordedBy: anId(),
    recordedAt: someMoment,
    ...given,
  });
