import type { INestApplication } from '@nestjs/common';
import type { Viewer } from '../../access/domain/viewer';
import { Sending } from '../../invitations/sending.service';
import type { GroupId } from '../../kernel/identifiers';
import { PeopleInTransit } from '../../people/people-in-transit.service';
import { Settings } from '../../platform/config/settings';
import { Database } from '../../platform/database/database';
import { Dice } from '../../platform/dice';
import type { ComposableMail } from '../../platform/mail/compose';
import { Words } from '../../platform/web/words';
import { organisation } from '../cast';
import { FoundingDoors, FoundingOffice } from '../founding.service';
import { PracticeParts } from '../practice.service';

/** A group with a booked year that nobody has been told of yet, and its coordinator. */
export interface BookedGroup {
  readonly viewer: Viewer;
  readonly id: GroupId;
}

// More of them would fill one coordinator's days, and the last would find no common time.
const groupsEach = 6;

/** So many groups of Olle's size in one organisation. */
export async function fillCaseload(app: INestApplication, count: number): Promise<readonly BookedGroup[]> {
  const database = app.get(Database, { strict: false });
  const administrator = await database.transaction(() => founded(app));
  const groups: BookedGroup[] = [];
  while (groups.length < count) {
    const viewer = await database.transaction(() => newCoordinator(app, administrator, groups.length));
    for (let group = 0; group < groupsEach; group++)
      groups.push({ viewer, id: await database.transaction(() => bookedGroup(app, viewer)) });
  }
  return groups;
}

async function founded(app: INestApplication): Promise<Viewer> {
  const { founding } = app.get(PracticeParts, { strict: false });
  const { language } = app.get(Settings, { strict: false });
  const administrator = await founding.administrator(language);
  await founding.protectMail(administrator, app.get(Words, { strict: false }).in(language));
  return administrator;
}

async function newCoordinator(app: INestApplication, administrator: Viewer, number: number): Promise<Viewer> {
  const { units, coordinators } = app.get(FoundingOffice, { strict: false });
  const { handed, sessions } = app.get(FoundingDoors, { strict: false });
  const unit = await units.add(administrator, `${organisation.unit} ${String(number)}`);
  const email = `karin.ek.${String(number)}@exempelstad.example`;
  const { secret } = await coordinators.add(administrator, { ...organisation.coordinator, email, unitId: unit.id });
  const { session } = await handed.choose(secret, app.get(Dice, { strict: false }).secret());
  const found = await sessions.find(session);
  if (!found) throw new Error('Who has just signed in has a session.');
  return found.viewer;
}

async function bookedGroup(app: INestApplication, viewer: Viewer): Promise<GroupId> {
  const { circle, groups, year } = app.get(PracticeParts, { strict: false });
  const say = app.get(Words, { strict: false }).in(viewer.language);
  const ids = await circle.addPeople(viewer, say);
  await circle.nominate(viewer, ids, await circle.drawMap(viewer, ids, say));
  const { id } = await app.get(PeopleInTransit, { strict: false }).own(viewer);
  const group = await groups.form(viewer, ids, id, say);
  await groups.recordConsents(viewer, group, ids, say);
  await year.propose(viewer, group, say);
  await year.book(viewer, group.id);
  await year.releaseAgendas(viewer, group.id);
  return group.id;
}

/** The mails that the groups would get, as they are before they are composed. */
export async function mailsTo(
  app: INestApplication,
  groups: readonly BookedGroup[],
): Promise<readonly ComposableMail[]> {
  const database = app.get(Database, { strict: false });
  const sending = app.get(Sending, { strict: false });
  const mails: ComposableMail[] = [];
  for (const { viewer, id } of groups) {
    const { lines } = await database.transaction(() => sending.prepare(viewer, id));
    mails.push(...lines.flatMap((line) => line.mails.map(({ mail }) => mail)));
  }
  return mails;
}
