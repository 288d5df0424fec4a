import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CoordinatorByEmail } from '../../src/access/coordinator-by-email.service';
import { Coordinators } from '../../src/access/coordinators.service';
import type { Viewer } from '../../src/access/domain/viewer';
import { Units } from '../../src/access/units.service';
import { allSchemas } from '../../src/app.schemas';
import { BringingIn } from '../../src/exchange/bringing-in.service';
import { RuleBrokenInFile } from '../../src/exchange/file-fault';
import type { GroupFile } from '../../src/exchange/group-file';
import { readGroupFile } from '../../src/exchange/reading';
import { TakingOut } from '../../src/exchange/taking-out.service';
import { Dispatcher } from '../../src/outbox/dispatcher.service';
import { LettersPdf } from '../../src/invitations/letters/letters-pdf';
import { Letters } from '../../src/invitations/letters.service';
import { Outbox } from '../../src/outbox/outbox.service';
import { Sending } from '../../src/invitations/sending.service';
import { type GroupId, idOf } from '../../src/kernel/identifiers';
import { People } from '../../src/people/people.service';
import { YearPlans } from '../../src/planning/year-plans.service';
import type { Practised } from '../../src/practice/practice.service';
import { home } from '../support/app';
import { onEachDatabase } from '../support/databases';
import { aMail } from '../support/outbox-builders';
import { HouseOn } from '../support/practised-house';

jest.setTimeout(60_000);

const sample = (): GroupFile => readGroupFile(readFileSync(join(home, 'data/samples/group.json'), 'utf8'));

/** The same group under other ids, except for those of the given people. */
function underOtherIds(file: GroupFile, kept: readonly string[]): GroupFile {
  const next = (id: string): string => `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`;
  const ids = [file.group.id, ...file.people.map(({ id }) => id), ...file.meetings.map(({ id }) => id)];
  const changed = ids
    .filter((id) => !kept.includes(id))
    .reduce((text, id) => text.replaceAll(id, next(id)), JSON.stringify(file));
  const uids = file.meetings.flatMap(({ calendar }) => calendar.map(({ uid }) => uid));
  return readGroupFile(uids.reduce((text, uid) => text.replaceAll(uid, next(uid)), changed));
}

onEachDatabase((_, open) => {
  let here: HouseOn;
  let practised: Practised;
  let file: GroupFile;
  let there: HouseOn;
  let karin: Viewer;

  const newHouse = async (): Promise<HouseOn> => HouseOn.open((await open(allSchemas)).database);
  const takeOut = (house: HouseOn, id: string): Promise<GroupFile> =>
    house.do(() => house.get(TakingOut).takeOut(idOf<'group'>(id)));
  const bringIn = (house: HouseOn, viewer: Viewer, brought: GroupFile) =>
    house.do(() => house.get(BringingIn).bringIn(viewer, brought));
  const prepared = (house: HouseOn, viewer: Viewer, id: GroupId) =>
    house.do(() => house.get(Sending).prepare(viewer, id));
  const broken = async (work: Promise<unknown>) => {
    const fault: unknown = await work.then(() => null).catch((one: unknown) => one);
    if (!(fault instanceof RuleBrokenInFile)) throw fault;
    return [fault.place, fault.rule.code];
  };

  beforeAll(async () => {
    here = await newHouse();
    practised = await here.practise();
    file = await takeOut(here, practised.group.id);
  });

  beforeEach(async () => {
    there = await newHouse();
    karin = await there.foundOnly();
  });

  afterEach(() => there.close());
  afterAll(() => here.close());

  it('takes out again what it brought in, in the very same words', async () => {
    await bringIn(there, karin, readGroupFile(JSON.stringify(file)));

    expect(await takeOut(there, file.group.id)).toEqual(file);
  });

  it('keeps the UID and the sequence of every entry in everybody’s calendar', async () => {
    const group = await bringIn(there, karin, file);
    const before = file.meetings.map(({ id, sequence, calendar }) => ({ id, sequence, calendar }));
    const { meetings } = await takeOut(there, group.id);

    expect(before).toHaveLength(7);
    expect(before.every(({ calendar }) => calendar.length === 8)).toBe(true);
    expect(meetings.map(({ id, sequence, calendar }) => ({ id, sequence, calendar }))).toEqual(before);
  });

  it('takes an older file’s called meetings as told as they stand', async () => {
    const older = structuredClone(file);
    for (const meeting of older.meetings) for (const key of ['since', 'asTold']) Reflect.deleteProperty(meeting, key);
    const group = await bringIn(there, karin, older);

    expect((await takeOut(there, group.id)).meetings).toEqual(file.meetings);
  });

  it('sends nothing, and puts nothing that could be sent', async () => {
    const group = await bringIn(there, karin, file);
    const deliveries = await there.do(() => there.get(Outbox).ofGroup(karin, group.id));
    await there.get(Dispatcher).dispatchAll();

    expect([...new Set(deliveries.map(({ state }) => state))].sort()).toEqual(['noted', 'sent']);
    expect(existsSync(join(there.folder, 'mail'))).toBe(false);
  });

  it('leaves nothing for the next sending: what somebody was told is not told again', async () => {
    const group = await bringIn(there, karin, file);
    const { gathering } = await prepared(there, karin, group.id);

    expect(gathering.lines).toHaveLength(8);
    expect(gathering.lines.flatMap(({ messages }) => messages)).toEqual([]);
    await expect(there.do(() => there.get(Sending).send(karin, group.id))).rejects.toMatchObject({
      code: 'nothingLeftToSend',
    });
  });

  it('tells again what had reached nobody', async () => {
    const told = file.told.filter(({ channel }) => channel !== 'phone');
    const group = await bringIn(there, karin, { ...file, told });
    const { gathering } = await prepared(there, karin, group.id);

    expect(gathering.lines.filter(({ messages }) => messages.length > 0).map(({ way }) => way.by)).toEqual(['phone']);
  });

  it('prints a letter again as it was', async () => {
    const group = await bringIn(there, karin, file);
    const print = jest.spyOn(LettersPdf.prototype, 'print');
    await there.do(() => there.get(Letters).print(karin, group.id));

    expect(print.mock.calls[0]?.[0].letters.map(({ address }) => address[0])).toEqual(['Berit Sjögren']);
    print.mockRestore();
  });

  it('shows a booked year as booked, with the meetings as they are', async () => {
    const group = await bringIn(there, karin, file);
    const plan = await there.do(() => there.get(YearPlans).get(karin, group.id));

    expect(plan.state).toBe('booked');
    expect(plan.proposal.meetings.map(({ day }) => day)).toEqual(file.meetings.map(({ day }) => day));
  });

  it('proposes a year anew that was wished for and not booked', async () => {
    const wished = { ...file, plan: file.plan && { ...file.plan, booked: false }, meetings: [], told: [] };
    const group = await bringIn(there, karin, wished);
    const plan = await there.do(() => there.get(YearPlans).get(karin, group.id));

    expect(plan.state).toBe('proposed');
    expect(plan.proposal.meetings).toHaveLength(7);
  });

  it('refuses a group that is here already, and changes nothing', async () => {
    const { viewer, group } = practised;

    expect(await broken(bringIn(here, viewer, file))).toEqual(['group', 'groupAlreadyHere']);
    expect(await takeOut(here, group.id)).toEqual(file);
  });

  it('refuses ids of meetings and calendar entries that are here already', async () => {
    await bringIn(there, karin, file);
    const other = underOtherIds(file, []);
    const [first] = file.meetings;
    const sameMeeting = { ...other, told: [], meetings: [{ ...other.meetings[0]!, id: first!.id }] };
    const sameEntry = {
      ...other,
      told: [],
      meetings: [{ ...other.meetings[0]!, calendar: first!.calendar.slice(0, 1) }],
    };
    sameEntry.meetings[0]!.calendar = [{ ...first!.calendar[0]!, person: other.group.members[0]!.person }];

    expect(await broken(bringIn(there, karin, sameMeeting))).toEqual(['meetings', 'meetingAlreadyHere']);
    expect(await broken(bringIn(there, karin, sameEntry))).toEqual(['meetings', 'calendarEntryAlreadyHere']);
  });

  it('lets a doctor of two groups be one person, as they are here', async () => {
    await bringIn(there, karin, file);
    const doctor = file.group.members.find(({ part }) => part === 'doctor')!.person;
    const other = underOtherIds(file, [doctor]);
    const changed = {
      ...other,
      people: other.people.map((one) => (one.id === doctor ? { ...one, workplace: 'Elsewhere' } : one)),
    };
    await bringIn(there, karin, changed);
    const people = await there.do(() => there.get(People).list(karin));

    expect(people.filter(({ person }) => person.id === doctor).map(({ person }) => person.workplace)).toEqual([
      'Region Exempel',
    ]);
  });

  it('refuses an id that somebody else has here', async () => {
    await bringIn(there, karin, file);
    const doctor = file.group.members.find(({ part }) => part === 'doctor')!.person;
    const other = underOtherIds(file, [doctor]);
    const place = other.people.findIndex(({ id }) => id === doctor);
    other.people[place]!.fullName = 'Somebody Else';

    expect(await broken(bringIn(there, karin, other))).toEqual([`people[${String(place)}]`, 'personIdTaken']);
  });

  it('refuses the id of a private person whom the coordinator may not see', async () => {
    await bringIn(there, karin, file);
    const other = await another(there);
    const mother = file.people.findIndex(({ fullName }) => fullName === 'Gunilla Berg');
    const brought = underOtherIds(file, [file.people[mother]!.id]);

    expect(await broken(bringIn(there, other, brought))).toEqual([`people[${String(mother)}]`, 'personIdTaken']);
  });

  it.each([
    [
      'a name in two lines',
      (one: GroupFile) => (one.people[6]!.fullName = 'Gunilla\r\nBerg'),
      'people[6]',
      'fieldWithHiddenCharacters',
    ],
    [
      'two addresses in one',
      (one: GroupFile) => (one.people[6]!.email = 'b@x.example,e@y.example'),
      'people[6]',
      'moreThanOneAddress',
    ],
    [
      'a letter without an address',
      (one: GroupFile) => (one.people[0]!.postalAddress = null),
      'people[0]',
      'fieldMissing',
    ],
    ['a group without a doctor', (one: GroupFile) => one.group.members.splice(2, 1), 'group', 'groupWithoutDoctor'],
    ['an unknown profile', (one: GroupFile) => (one.group.profile = 'none'), 'group', 'profileUnknown'],
    [
      'a home that is public',
      (one: GroupFile) => (one.meetings[6]!.placeIsPublic = true),
      'meetings[6]',
      'homeIsNotPublic',
    ],
    [
      'an item of no minutes',
      (one: GroupFile) => (one.meetings[6]!.agenda!.items[0]!.minutes = 0),
      'meetings[6].agenda',
      'itemMinutesOutOfRange',
    ],
    [
      'an interval of 400 months',
      (one: GroupFile) => (one.plan!.wishes.intervals = [400]),
      'plan',
      'intervalOutOfRange',
    ],
  ])('refuses %s, says where, and keeps nothing of it', async (_what, spoil, place, code) => {
    const spoilt = sample();
    spoil(spoilt);

    expect(await broken(bringIn(there, karin, spoilt))).toEqual([place, code]);
    await expect(takeOut(there, spoilt.group.id)).rejects.toMatchObject({ code: 'noSuchGroup' });
    expect(await there.do(() => there.get(People).list(karin))).toHaveLength(1);
  });

  it('asks for a new yes, and calls, when another coordinator takes over', async () => {
    const sara = await another(there);
    const group = await bringIn(there, sara, file);
    const { gathering } = await prepared(there, sara, group.id);
    const member = group.inPart('coordinator');

    expect(member?.isApproved).toBe(false);
    expect(gathering.lacks).toEqual([{ rule: 'notApproved', names: ['Sara'] }]);
    expect((await takeOut(there, group.id)).meetings[0]?.calendar).toHaveLength(7);
  });

  it('knows no coordinator by an address that nobody signs in with', async () => {
    const find = (email: string) => there.do(() => there.get(CoordinatorByEmail).find(email));

    await expect(find('nobody@exempelstad.example')).rejects.toMatchObject({ code: 'noSuchCoordinator' });
    await expect(find('eva.brandt@exempelstad.example')).rejects.toMatchObject({ code: 'noSuchCoordinator' });
    expect((await find(' Karin.Ek@exempelstad.example')).userId).toBe(karin.userId);
  });

  it('is not taken out while mail to it is on its way', async () => {
    const group = await bringIn(there, karin, file);
    await there.do(() => there.get(Outbox).put(karin, [aMail({ groupId: group.id })]));

    await expect(takeOut(there, group.id)).rejects.toMatchObject({ code: 'mailOnItsWay', values: { count: 1 } });
  });

  it('never takes out the map, nor anything that opens a door', () => {
    const text = JSON.stringify(file);
    const onlyOnTheMap = ['Theo', 'Sixten', 'Mamma', 'Ringer varje dag', 'Höll i fotbollen'];
    const keys = [practised.own.code, practised.own.address.split('/').at(-1)!, practised.account.password];

    expect([...onlyOnTheMap, ...keys].filter((word) => text.includes(word))).toEqual([]);
  });

  async function another(house: HouseOn): Promise<Viewer> {
    const [unit] = await house.do(() => house.get(Units).all(karin));
    const sara = {
      name: 'Sara Lind',
      email: 'sara.lind@exempelstad.example',
      workPhone: '08-465 004 11',
      unitId: unit!.id,
    };
    await house.do(() => house.get(Coordinators).add(karin, sara));
    return house.do(() => house.get(CoordinatorByEmail).find(sara.email));
  }
});
