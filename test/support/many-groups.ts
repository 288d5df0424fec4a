import { randomUUID } from 'node:crypto';
import type { Viewer } from '../../src/access/domain/viewer';
import { consentKinds } from '../../src/groups/domain/consent';
import { Consents } from '../../src/groups/consents.service';
import { GroupForming } from '../../src/groups/group-forming.service';
import { Membership } from '../../src/groups/membership.service';
import type { CallLine } from '../../src/invitations/domain/call-list';
import type { Mail } from '../../src/invitations/domain/mail';
import { Gatherings } from '../../src/invitations/gatherings.service';
import { IdentityIssue } from '../../src/invitations/identities.service';
import type { WrittenLine } from '../../src/invitations/mailroom.service';
import { Postings } from '../../src/invitations/postings.service';
import type { GroupId, PersonId } from '../../src/kernel/identifiers';
import { deliverySchema } from '../../src/outbox/store/outbox.schemas';
import { PeopleInTransit } from '../../src/people/people-in-transit.service';
import { People } from '../../src/people/people.service';
import type { CallsHouse } from './calls-house';
import { aDay } from './groups-builders';
import { byMail, details } from './people-builders';

const approval = { on: aDay('2027-02-01'), how: 'at-meeting' } as const;
const yes = { how: 'said', givenOn: approval.on, until: null, textShown: 'Jag vill.' } as const;

/** Groups of eight with the same coordinator and doctor: six more by mail and one by letter, everybody called. */
export async function manyGroups(
  house: CallsHouse,
  viewer: Viewer,
  { count, days }: { readonly count: number; readonly days: readonly string[] },
): Promise<readonly GroupId[]> {
  const { id: own } = await house.within(() => house.get(PeopleInTransit).own(viewer));
  const mailed = { calledName: 'Åsa', fullName: 'Åsa Lindqvist', ...byMail('asa@region.example') };
  const doctor = await house.within(() => house.get(People).add(viewer, 'professional', details(mailed)));
  const ids: GroupId[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = await house.within(() => oneGroup(house, viewer, [own, doctor.id]));
    await house.book(
      viewer,
      id,
      days.map((day, at) => ({ number: at + 1, day: aDay(day), target: aDay(day) })),
    );
    await house.within(() => call(house, viewer, id));
    ids.push(id);
  }
  return ids;
}

/** As *Skicka* does, but with no words in the mails: writing and sending them is not what these groups are for. */
async function call(house: CallsHouse, viewer: Viewer, id: GroupId): Promise<void> {
  const gathering = await house.get(Gatherings).released(viewer, id);
  await house.get(IdentityIssue).issue({ gathering, caller: gathering.parts.caller!, lines: gathering.lines });
  await house.get(Postings).post(viewer, gathering, gathering.lines.map(emptyMails));
  await house.database.repository(deliverySchema).update({ groupId: id, channel: 'email' }, { state: 'sent' });
  await house.database.repository(deliverySchema).update({ groupId: id, channel: 'letter' }, { state: 'noted' });
}

function emptyMails(line: CallLine): WrittenLine {
  const address = line.way.by === 'email' ? line.way.address : '';
  const mail = { envelope: { from: 'svar@kretsen.example', to: address }, messageId: '' } as Mail;
  const mails = line.messages.map((message) => ({ message, mail, raw: Buffer.from('\r\n') }));
  return { line, mails, letter: null, findings: [] };
}

// A row of digits could look like a personal number, which no address may hold.
const inLetters = (id: string): string => id.replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));

async function oneGroup(
  house: CallsHouse,
  viewer: Viewer,
  [coordinatorPersonId, doctorId]: readonly [PersonId, PersonId],
): Promise<GroupId> {
  const add = async (kind: 'service-user' | 'private', byPost = false): Promise<PersonId> => {
    const reached = byPost ? {} : byMail(`${inLetters(randomUUID())}@post.example`);
    return (await house.get(People).add(viewer, kind, details({ calledName: 'Kim', fullName: 'Kim Ek', ...reached })))
      .id;
  };
  const serviceUserId = await add('service-user');
  const group = await house.get(GroupForming).create(viewer, {
    ...{ serviceUserId, profile: 'resource-group', name: 'Laget', neutralTitle: 'Möte', network: [] },
    core: { coordinatorPersonId, doctorId, approval },
    sizeReason: 'Det växer.',
  });
  const friends = [await add('private', true)];
  while (friends.length < 5) friends.push(await add('private'));
  for (const personId of friends)
    await house
      .get(Membership)
      .addMember(viewer, group.id, { personId, part: 'network', functionInGroup: '', approval });
  for (const personId of [serviceUserId, coordinatorPersonId, doctorId, ...friends])
    for (const kind of consentKinds) await house.get(Consents).record(viewer, group.id, { ...yes, personId, kind });
  return group.id;
}
