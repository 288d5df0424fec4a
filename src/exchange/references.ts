import { AsToldInFile, coordinatorWord, GroupFile } from './group-file';

/** Something in the file that is named twice, or that names nothing; as a sentence with its place. */
type Rule = (file: GroupFile) => readonly string[];

interface Named {
  readonly place: string;
  readonly name: string;
}

const rules: readonly Rule[] = [
  ({ people }) => twice(people.map(({ id }, at) => ({ place: `people[${String(at)}].id`, name: id }))),
  ({ meetings }) => twice(meetings.map(({ id }, at) => ({ place: `meetings[${String(at)}].id`, name: id }))),
  ({ meetings }) =>
    twice(meetings.map(({ number }, at) => ({ place: `meetings[${String(at)}].number`, name: String(number) }))),
  ({ group }) => twice(membersOf(group)),
  ({ meetings }) => twice(meetings.flatMap(({ calendar }, at) => uidsIn(calendar, at))),
  ({ meetings }) => meetings.flatMap(({ calendar }, at) => twice(ownersIn(calendar, at))),
  ({ meetings }) => meetings.flatMap(({ asTold = [] }, at) => twice(revisionsIn(asTold, at))),
  oneServiceUser,
  ownerIsServiceUser,
  noHomeOfTheProtected,
  coordinatorIsTold,
  everybodyIsThere,
  everyMeetingIsThere,
  lettersAreThere,
];

/** Every reference that leads nowhere, and everything that stands twice. */
export const referenceFaults = (file: GroupFile): readonly string[] => rules.flatMap((rule) => rule(file));

function twice(named: readonly Named[]): readonly string[] {
  const again = named.filter(({ name }, at) => named.findIndex((one) => one.name === name) < at);
  return again.map(({ place, name }) => `${place}: "${name}" stands twice`);
}

type Calendar = GroupFile['meetings'][number]['calendar'];

const entryPlace = (meeting: number, at: number): string => `meetings[${String(meeting)}].calendar[${String(at)}]`;

const uidsIn = (calendar: Calendar, meeting: number): Named[] =>
  calendar.map(({ uid }, at) => ({ place: `${entryPlace(meeting, at)}.uid`, name: uid }));

const ownersIn = (calendar: Calendar, meeting: number): Named[] =>
  calendar.map(({ person }, at) => ({ place: `${entryPlace(meeting, at)}.person`, name: person }));

const revisionsIn = (asTold: readonly AsToldInFile[], meeting: number): Named[] =>
  asTold.map(({ revision }, at) => ({
    place: `meetings[${String(meeting)}].asTold[${String(at)}].revision`,
    name: String(revision),
  }));

const membersOf = ({ members }: GroupFile['group']): Named[] =>
  members.map(({ person }, at) => ({ place: `group.members[${String(at)}].person`, name: person }));

function oneServiceUser({ group: { members } }: GroupFile): readonly string[] {
  const count = members.filter(({ part }) => part === 'service-user').length;
  return count === 1 ? [] : [`group.members: exactly one must be "service-user", and ${String(count)} are`];
}

function ownerIsServiceUser({ people, group: { members } }: GroupFile): readonly string[] {
  const owner = members.findIndex(({ part }) => part === 'service-user');
  const person = people.find(({ id }) => id === members[owner]?.person);
  if (!person || person.kind === 'service-user') return [];
  return [`group.members[${String(owner)}].person: must be of the kind "service-user" in people`];
}

// Where somebody with protected identity lives or goes is told to nobody.
function noHomeOfTheProtected({ people, group: { members }, meetings }: GroupFile): readonly string[] {
  const present = new Set(members.filter(({ state }) => state === 'in-the-group').map(({ person }) => person));
  if (!people.some(({ id, protectedIdentity }) => protectedIdentity && present.has(id))) return [];
  return meetings.flatMap(({ form, state }, at) =>
    form === 'home' && (state === 'planned' || state === 'called')
      ? [`meetings[${String(at)}].form: must not be "home", since somebody in the group has protected identity`]
      : [],
  );
}

function coordinatorIsTold({ coordinator, group: { members } }: GroupFile): readonly string[] {
  const isMember = members.some(({ person }) => person === coordinatorWord);
  if (isMember && coordinator === null) return ['coordinator: is null, though the group has one'];
  return members.flatMap(({ person, part, state }, at) => {
    const isCoordinator = part === 'coordinator' && state === 'in-the-group';
    if (isCoordinator === (person === coordinatorWord)) return [];
    return [`group.members[${String(at)}]: the person "coordinator" and the present coordinator's part go together`];
  });
}

function everybodyIsThere({ people, group, consents, meetings, told }: GroupFile): readonly string[] {
  const inPeople = new Set<string>([...people.map(({ id }) => id), coordinatorWord]);
  const inGroup = new Set(group.members.map(({ person }) => person));
  const consenting = consents.map(({ person }, at) => ({ place: `consents[${String(at)}].person`, name: person }));
  const hearing = told.map(({ person }, at) => ({ place: `told[${String(at)}].person`, name: person }));
  const calendars = meetings.flatMap(({ calendar }, at) => ownersIn(calendar, at));
  return [
    ...missing(membersOf(group), inPeople, 'people'),
    ...missing([...consenting, ...calendars, ...hearing], inGroup, 'group.members'),
    ...missing(meetings.flatMap(peopleInReasons), inGroup, 'group.members'),
    ...missing(meetings.flatMap(peopleOnAgenda), inGroup, 'group.members'),
  ];
}

function peopleInReasons({ why }: GroupFile['meetings'][number], meeting: number): Named[] {
  const place = `meetings[${String(meeting)}].why`;
  const absent = why.absent.map((name, at) => ({ place: `${place}.absent[${String(at)}]`, name }));
  const named = why.reasons.flatMap(({ people = [] }, at) =>
    people.map((name, which) => ({ place: `${place}.reasons[${String(at)}].people[${String(which)}]`, name })),
  );
  return [...absent, ...named];
}

function peopleOnAgenda({ agenda }: GroupFile['meetings'][number], meeting: number): Named[] {
  return (agenda?.items ?? []).flatMap(({ readership, guest, proposedBy }, at) => {
    const place = `meetings[${String(meeting)}].agenda.items[${String(at)}]`;
    const named = (readership?.named ?? []).map((name) => ({ place: `${place}.readership.named`, name }));
    const others = Object.entries({ guest, proposedBy }).map(([key, name]) => ({ place: `${place}.${key}`, name }));
    return [...named, ...others].flatMap(({ name, ...where }) => (name ? [{ ...where, name }] : []));
  });
}

function everyMeetingIsThere({ meetings, told }: GroupFile): readonly string[] {
  const known = new Set<string>(meetings.map(({ id }) => id));
  const about = told.flatMap(({ meeting }, at) =>
    meeting === null ? [] : [{ place: `told[${String(at)}].meeting`, name: meeting }],
  );
  return missing(about, known, 'meetings');
}

function lettersAreThere({ told }: GroupFile): readonly string[] {
  return told.flatMap(({ channel, letter }, at) =>
    (channel === 'letter') === (letter !== null)
      ? []
      : [`told[${String(at)}].letter: must be there for a letter, and null for anything else`],
  );
}

const missing = (named: readonly Named[], known: ReadonlySet<string>, list: string): readonly string[] =>
  named.filter(({ name }) => !known.has(name)).map(({ place, name }) => `${place}: "${name}" is not in ${list}`);
