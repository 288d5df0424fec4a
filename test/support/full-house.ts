import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { EntitySchema } from 'typeorm';
import { Coordinators } from '../../src/access/coordinators.service';
import type { Viewer } from '../../src/access/domain/viewer';
import { Units } from '../../src/access/units.service';
import { Agendas } from '../../src/agendas/agendas.service';
import { allSchemas } from '../../src/app.schemas';
import { Patterns } from '../../src/availability/patterns.service';
import { Candidates } from '../../src/groups/candidates.service';
import { consentKinds } from '../../src/groups/domain/consent';
import type { ResourceGroup } from '../../src/groups/domain/resource-group';
import { Consents } from '../../src/groups/consents.service';
import { GroupDrafts } from '../../src/groups/group-drafts.service';
import { GroupForming } from '../../src/groups/group-forming.service';
import { OwnPageKeys } from '../../src/invitations/own-page-keys.service';
import type { CalendarDate } from '../../src/kernel/calendar-date';
import { idOf, type PersonId } from '../../src/kernel/identifiers';
import type { PersonDetails, PersonKind } from '../../src/people/domain/person';
import { PeopleInTransit } from '../../src/people/people-in-transit.service';
import { People } from '../../src/people/people.service';
import { Stamp } from '../../src/people/stamp.service';
import { ProtectedMail } from '../../src/people/protected-mail.service';
import { YearBooking } from '../../src/planning/year-booking.service';
import { YearPlans } from '../../src/planning/year-plans.service';
import type { Settings } from '../../src/platform/config/settings';
import { Database } from '../../src/platform/database/database';
import { decodeMail } from '../../src/platform/mail/decode';
import { Words } from '../../src/platform/web/words';
import { Narrator } from '../../src/practice/narrator';
import { buildPractice, type PracticeProgram } from '../../src/practice/practice-house';
import { Practice } from '../../src/practice/practice.service';
import { Nominations } from '../../src/sociogram/nominations.service';
import { Sociograms } from '../../src/sociogram/sociograms.service';
import { freshSettings, home } from './app';
import { GroupPapers, type Held } from './group-papers';
import { aDay } from './groups-builders';
import { byMail, details } from './people-builders';
import { aCoordinator, anAdministrator, goodPassword } from './staff-builders';
import { Visitor } from './visitor';
import { someWishes } from './year-wishes';

const say = new Words(join(home, 'data', 'words')).in('sv');
const silence = new Narrator(say, () => undefined);

/** Nobody is called so, but a name without a space that fits in its field must fit on the page too. */
const longWord = 'Konstantinopolitanska';
const longName = `${longWord}${longWord.toLowerCase()}`;

/** How far the first meetings of Olle's year have come, in their order. */
const heldOnes: readonly Held[] = ['let out', 'with the service user', 'under way'];

export type Ids = Readonly<Record<string, string>>;

/** Somebody, and the ids of what there is for them to see. */
export interface State {
  readonly name: string;
  readonly visitor: Visitor;
  readonly policies: readonly string[];
  readonly ids: Ids;
}

/** The whole program with Olle's story told in it, long names beside, two drafts of odd sizes, and an empty organisation. */
export class FullHouse {
  states: readonly State[] = [];

  private constructor(
    private readonly program: PracticeProgram,
    private readonly settings: Settings,
  ) {}

  static async open(): Promise<FullHouse> {
    const settings = await freshSettings({ practice: true });
    const program = await buildPractice(settings);
    await program.app.listen(settings.listen.port, settings.listen.host);
    const house = new FullHouse(program, settings);
    try {
      house.states = await house.fill();
      return house;
    } catch (fault) {
      await house.close();
      throw fault;
    }
  }

  async close(): Promise<void> {
    await this.program.close();
    rmSync(this.settings.dataFolder, { recursive: true, force: true });
  }

  get app(): NestExpressApplication {
    return this.program.app;
  }

  get<Service>(service: abstract new (...given: never[]) => Service): Service {
    return this.app.get<Service>(service, { strict: false });
  }

  do<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.get(Database).transaction(work);
  }

  state(name: string): State {
    const found = this.states.find((one) => one.name === name);
    if (!found) throw new Error(`There is no state “${name}”.`);
    return found;
  }

  /** Everything that is kept, save who read what and who is signed in. */
  contents(): Promise<string> {
    const kept = allSchemas.filter(({ options: { name } }) => !/log|session|attempt/i.test(name));
    return this.do(async () => {
      const rows: string[] = [];
      for (const schema of kept) rows.push(await this.rowsOf(schema));
      return rows.join('\n');
    });
  }

  private async rowsOf(schema: EntitySchema): Promise<string> {
    const rows: readonly object[] = await this.get(Database).repository(schema).find();
    const sorted = rows.map((row) => JSON.stringify(row)).sort();
    return [`${schema.options.name}: ${String(rows.length)}`, ...sorted].join('\n');
  }

  private async fill(): Promise<readonly State[]> {
    const practised = await this.get(Practice).run(say, silence);
    const { viewer, group, account } = practised;
    const karin = await this.signedIn(account.email, account.password);
    await this.sayWhen(viewer, group.serviceUserId);
    const full = await this.idsOf(viewer, group);
    const tall = await this.longGroup(viewer, full.doctor ?? '');
    const olles = await this.heldMeetings(viewer, group);
    const twelve = await this.draftOf(viewer, full.doctor ?? '', 9);
    const three = await this.draftOf(viewer, full.doctor ?? '', 0);
    const link = { token: await this.tokenTo('olle@brev.example'), n: '2' };
    const mothers = { token: await this.tokenTo('gunilla@post.example'), n: '1' };
    const { code } = await this.do(() =>
      this.get(OwnPageKeys).makeCode(viewer, group.id, idOf<'person'>(full.personId ?? '')),
    );
    const reader = new Visitor(this.settings.publicAddress);
    const opened = await this.opened(link.token, practised.own.code);
    const mother = await this.opened(mothers.token, code);
    return [
      { name: 'full', visitor: karin, policies: ['coordinator', 'staff'], ids: { ...full, draft: twelve.id } },
      { name: 'long names', visitor: karin, policies: ['coordinator'], ids: { ...tall.ids, draft: three.id } },
      ...olles.map(({ held, ids }) => ({ name: held, visitor: karin, policies: ['coordinator'], ids })),
      { name: 'long notes', visitor: karin, policies: ['coordinator'], ids: tall.held },
      { name: 'by link', visitor: reader, policies: ['link'], ids: link },
      { name: 'by link and code', visitor: opened, policies: ['link-and-code'], ids: link },
      { name: 'by another’s link and code', visitor: mother, policies: ['link-and-code'], ids: mothers },
      { name: 'by no link', visitor: reader, policies: ['link'], ids: { token: 'a'.repeat(32), n: '1' } },
      ...(await this.organisations()),
    ];
  }

  /** Tuesday mornings, and never in the week of Monday 26 July 2027. */
  private async sayWhen(viewer: Viewer, personId: PersonId): Promise<void> {
    const { organisationId } = viewer;
    const times = { suits: [{ weekday: 2, part: 'morning' }], never: [aDay('2027-07-26')] } as const;
    await this.do(() => this.get(Patterns).take(viewer, { organisationId, personId }, times));
  }

  /** The first meetings of Olle's year, each as far along as one of these. */
  private async heldMeetings(viewer: Viewer, group: ResourceGroup) {
    const papers = new GroupPapers(this.app, viewer, group);
    const meetings = await papers.meetings();
    const held = [];
    for (const [place, how] of heldOnes.entries()) {
      const meetingId = meetings[place];
      if (meetingId) held.push({ held: how, ids: await papers.hold(meetingId, how, 'Olle vill gå dit med Milo.') });
    }
    return held;
  }

  /** Somebody who has given their code. */
  private async opened(token: string, code: string): Promise<Visitor> {
    const visitor = new Visitor(this.settings.publicAddress);
    await visitor.get(`/m/${token}/code`);
    await visitor.post(`/m/${token}/code`, { agendaCode: code });
    return visitor;
  }

  /** One with everything in it and long names, and one where nothing has been done yet. */
  private async organisations(): Promise<readonly State[]> {
    const ada = await anAdministrator(this.app, 'Ada Berg');
    const siv = await aCoordinator(this.app, ada);
    await anAdministrator(this.app, 'Bo Dahl');
    const ids = await this.do(async () => {
      const unit = await this.get(Units).add(ada, `Mottagning ${longName}`);
      const given = { name: `Eva ${longName}`, email: `${longWord}@kommunen.example`, workPhone: '070-174 06 36' };
      const { secret } = await this.get(Coordinators).add(ada, { ...given, unitId: unit.id });
      const decided = { domain: `${longWord.toLowerCase()}.example`, agreement: `Avtal med ${longName}` };
      await this.get(ProtectedMail).decide(ada, decided);
      const [decision] = await this.get(ProtectedMail).list(ada);
      return { units: unit.id, coordinators: siv.userId, secret, 'protected-mail': decision?.id ?? '' };
    });
    const stranger = new Visitor(this.settings.publicAddress);
    const [mail = ''] = this.mailFiles().map((file) => file.replace(/\.eml$/, ''));
    return [
      { name: 'stranger', visitor: stranger, policies: ['anyone'], ids: { secret: ids.secret, mail } },
      {
        name: 'stranger with an old address',
        visitor: stranger,
        policies: ['anyone'],
        ids: { secret: 'b'.repeat(32) },
      },
      { name: 'administrator', visitor: await this.signedInAs('Ada Berg'), policies: ['administrator', 'staff'], ids },
      { name: 'empty', visitor: await this.signedInAs('Siv Ek'), policies: ['coordinator', 'staff'], ids: {} },
      { name: 'nothing yet', visitor: await this.signedInAs('Bo Dahl'), policies: ['administrator'], ids: {} },
    ];
  }

  private signedInAs(name: string): Promise<Visitor> {
    return this.signedIn(`${name.toLowerCase().replaceAll(' ', '.')}@kommunen.example`, goodPassword);
  }

  private async signedIn(email: string, password: string): Promise<Visitor> {
    const visitor = new Visitor(this.settings.publicAddress);
    await visitor.get('/sign-in');
    await visitor.post('/sign-in', { email, password, next: '/' });
    await visitor.get('/');
    return visitor;
  }

  /** The first meeting that has not begun, and one proposal to it. */
  private async idsOf(viewer: Viewer, group: ResourceGroup): Promise<Ids> {
    const { id, serviceUserId } = group;
    const named = await this.do(async () => {
      await this.get(Sociograms).closeVersion(viewer, serviceUserId);
      const { sociogram } = await this.get(Sociograms).read(viewer, serviceUserId);
      const first = (await this.get(Agendas).ofGroup(viewer, id))[heldOnes.length];
      const people = (await this.get(People).list(viewer)).map(({ person }) => person);
      const called = (name: string): string => people.find(({ calledName }) => calledName === name)?.id ?? '';
      const figure = sociogram.placements.find(({ name }) => name === 'Sixten')?.figureId ?? '';
      return {
        ...{ people: serviceUserId, groups: id, meetings: first?.meeting.id ?? '', doctor: called('Amira') },
        meeting: first?.meeting.id ?? '',
        ...{ person: called('Gunilla'), personId: called('Gunilla'), version: '1', figure },
        ...{ n: '1', item: first?.agenda.items[0]?.id ?? '' },
      };
    });
    const papers = new GroupPapers(this.app, viewer, group);
    const [meetingId, mother] = [idOf<'meeting'>(named.meetings), idOf<'person'>(named.person)];
    return { ...named, ...(await papers.ask(meetingId, mother, 'Hur vi firar jul')) };
  }

  /** A group with a year booked and nothing sent, where every name is as long as it may be. */
  private async longGroup(viewer: Viewer, doctorId: string): Promise<{ readonly ids: Ids; readonly held: Ids }> {
    const serviceUserId = await this.person(viewer, 'service-user', byMail('wilhelmina@brev.example'));
    const member = await this.nominated(viewer, serviceUserId, byMail('konstantin@post.example'));
    const figure = await this.do(() => this.placed(viewer, serviceUserId));
    await this.do(() => this.get(Nominations).step(viewer, serviceUserId, figure, this.step('may-be-asked')));
    await this.do(() => this.get(Sociograms).closeVersion(viewer, serviceUserId));
    const group = await this.do(async () =>
      this.get(GroupForming).create(viewer, {
        ...{ serviceUserId, profile: 'resource-group', name: `Vi kring ${longName}`, neutralTitle: 'Möte' },
        core: await this.core(viewer, doctorId),
        network: [{ personId: member, functionInGroup: `Hjälper ${longName}` }],
        sizeReason: `Så vill ${longName} ha det`,
      }),
    );
    await this.do(() => this.permitAll(viewer, group));
    const place = `${longName} ${longName}`;
    await this.do(() => this.get(YearPlans).wish(viewer, group.id, someWishes({ place }).parts));
    await this.do(() => this.get(YearBooking).book(viewer, group.id));
    const [first, second] = await this.do(() => this.get(Agendas).ofGroup(viewer, group.id));
    if (!first || !second) throw new Error('The year of the long names has too few meetings.');
    const papers = new GroupPapers(this.app, viewer, group);
    await papers.write(longName);
    const asked = await papers.ask(first.meeting.id, member, longName);
    const ids = {
      ...{ people: serviceUserId, groups: group.id, meetings: first.meeting.id, version: '1', n: '2', figure },
      ...{ person: member, personId: member, item: first.agenda.items[0]?.id ?? '' },
      ...{ ...asked, line: 'taper', kind: 'otherwise' },
    };
    return { ids, held: await papers.hold(second.meeting.id, 'under way', longName) };
  }

  /** The core trio and so many beside it, not formed yet. */
  private async draftOf(viewer: Viewer, doctorId: string, beside: number): Promise<ResourceGroup> {
    const serviceUserId = await this.person(viewer, 'service-user');
    const chosen: PersonId[] = [];
    for (let count = 0; count < beside; count += 1) chosen.push(await this.nominated(viewer, serviceUserId));
    return this.do(async () => {
      const titles = { profile: 'resource-group', name: `De ${String(beside + 3)}`, neutralTitle: 'Möte' };
      const begun = await this.get(GroupDrafts).begin(viewer, { serviceUserId, ...titles });
      const draft = await this.get(GroupDrafts).chooseCore(viewer, begun.id, await this.core(viewer, doctorId));
      return chosen.length === 0 ? draft : this.get(Candidates).choose(viewer, draft, chosen);
    });
  }

  private async core(viewer: Viewer, doctorId: string) {
    const { id: coordinatorPersonId } = await this.get(PeopleInTransit).own(viewer);
    const approval = { on: this.today(), how: 'at-meeting' } as const;
    return { coordinatorPersonId, doctorId: idOf<'person'>(doctorId), approval };
  }

  private async permitAll(viewer: Viewer, { id, present }: ResourceGroup): Promise<void> {
    const given = { textShown: 'Ja.', how: 'said', givenOn: this.today(), until: null } as const;
    for (const { personId } of present)
      for (const kind of consentKinds) await this.get(Consents).record(viewer, id, { ...given, personId, kind });
  }

  /** Somebody new, called by a long name. */
  private async person(viewer: Viewer, kind: PersonKind, told: Partial<PersonDetails> = {}): Promise<PersonId> {
    const given = details({ calledName: longName, fullName: `Wilhelmina ${longName}`, ...told });
    const { id } = await this.do(() => this.get(People).add(viewer, kind, given));
    return id;
  }

  /** Somebody on the map who has said yes. */
  private async nominated(
    viewer: Viewer,
    serviceUserId: PersonId,
    told: Partial<PersonDetails> = {},
  ): Promise<PersonId> {
    const personId = await this.person(viewer, 'private', told);
    const nominations = this.get(Nominations);
    await this.do(async () => {
      const figure = await this.placed(viewer, serviceUserId);
      await nominations.step(viewer, serviceUserId, figure, this.step('may-be-asked'));
      await nominations.ask(viewer, serviceUserId, figure, { personId, how: 'by-phone', day: this.today() });
      await nominations.step(viewer, serviceUserId, figure, this.step('talked-with'));
      await nominations.step(viewer, serviceUserId, figure, this.step('yes'));
    });
    return personId;
  }

  private placed(viewer: Viewer, serviceUserId: PersonId) {
    const name = longName.slice(0, 40);
    const standing = { sector: 'work-school', ring: 3, tie: 'strained', meaning: `Som ${longName}` } as const;
    return this.get(Sociograms).place(viewer, serviceUserId, { name, ...standing });
  }

  private step<State extends string>(became: State) {
    return { became, how: 'at-meeting', day: this.today() } as const;
  }

  private today(): CalendarDate {
    return this.get(Stamp).today();
  }

  private mailFiles(): string[] {
    return readdirSync(join(this.settings.dataFolder, 'mail')).filter((name) => name.endsWith('.eml'));
  }

  /** The token of somebody's own page, as it stands in a mail to them. */
  private async tokenTo(address: string): Promise<string> {
    for (const file of this.mailFiles()) {
      const pieces = await decodeMail(readFileSync(join(this.settings.dataFolder, 'mail', file)));
      const isTheirs = pieces.some(({ name, text }) => name === 'to' && text.includes(address));
      const token = /\/m\/(\w+)/.exec(pieces.map(({ text }) => text).join('\n'))?.[1];
      if (isTheirs && token !== undefined) return token;
    }
    throw new Error(`No mail to ${address} has a link.`);
  }
}
