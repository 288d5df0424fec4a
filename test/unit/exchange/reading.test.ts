import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FileFaulty } from '../../../src/exchange/file-fault';
import type { GroupFile } from '../../../src/exchange/group-file';
import { readGroupFile } from '../../../src/exchange/reading';

const text = readFileSync(join(resolve(__dirname, '../../..'), 'data/samples/group.json'), 'utf8');

type Spoil = (file: GroupFile & Record<string, unknown>) => unknown;

/** The sentences about the sample after something in it was changed. */
function sentencesAbout(spoil: Spoil): readonly string[] {
  const file = JSON.parse(text) as GroupFile & Record<string, unknown>;
  spoil(file);
  return sentencesIn(JSON.stringify(file));
}

function sentencesIn(json: string): readonly string[] {
  try {
    readGroupFile(json);
    return [];
  } catch (fault) {
    if (fault instanceof FileFaulty) return fault.sentences;
    throw fault;
  }
}

describe('a group’s file', () => {
  it('is read when it is like the sample', () => {
    expect(sentencesIn(text)).toEqual([]);
  });

  it('is read when it is from before answers and what was told were kept', () => {
    const file = JSON.parse(text) as GroupFile;
    for (const meeting of file.meetings) for (const key of ['since', 'asTold']) Reflect.deleteProperty(meeting, key);

    expect(sentencesIn(JSON.stringify(file))).toEqual([]);
  });

  it('is read after an editor put a byte order mark before it', () => {
    expect(sentencesIn(`\ufeff${text}`)).toEqual([]);
  });

  it('is refused when it is no JSON', () => {
    expect(sentencesIn('{')[0]).toMatch(/^the file: is no JSON: /);
  });

  it.each<[string, Spoil, string]>([
    [
      'another version',
      (file) => (file.version = 2 as never),
      'version: must be 1, the only version this program reads',
    ],
    ['another format', (file) => (file.format = 'x' as never), 'format: must be "kretsen-group"'],
    ['an unknown key', (file) => (file.sociogram = []), 'the file: the key "sociogram" is unknown'],
    [
      'an unknown key inside',
      (file) => Object.assign(file.people[1]!, { personnummer: '', diagnosis: '' }),
      'people[1]: the keys "personnummer", "diagnosis" are unknown',
    ],
    ['a missing key', (file) => Reflect.deleteProperty(file.group, 'name'), 'group.name: is missing'],
    ['a missing list', (file) => Reflect.deleteProperty(file, 'told'), 'told: is missing'],
    ['a number for a text', (file) => (file.group.name = 7 as never), 'group.name: must be a text'],
    ['no list', (file) => (file.people = {} as never), 'people: must be a list'],
    [
      'an unknown word',
      (file) => (file.people[0]!.route = 'fax' as never),
      'people[0].route: must be one of email, letter, phone, none',
    ],
    ['no id', (file) => (file.meetings[0]!.id = '7'), 'meetings[0].id: is no id; an id is a UUID in small letters'],
    ['no day', (file) => (file.meetings[1]!.day = '2027-02-30'), 'meetings[1].day: is no day like "2027-04-14"'],
    ['no time', (file) => (file.meetings[1]!.start = '24:00'), 'meetings[1].start: is no time like "13:00"'],
    [
      'no zone',
      (file) => (file.meetings[1]!.zone = 'Europe/Kretsen'),
      'meetings[1].zone: is no time zone like "Europe/Stockholm"',
    ],
    ['a falling sequence', (file) => (file.meetings[1]!.sequence = -1), 'meetings[1].sequence: must be at least 0'],
    [
      'an unknown reason',
      (file) => (file.meetings[0]!.why.reasons[0]!.rule = '__proto__'),
      "meetings[0].why.reasons[0].rule: is none of the planner's reasons",
    ],
  ])('says what is wrong, and where: %s', (_what, spoil, sentence) => {
    expect(sentencesAbout(spoil)).toContain(sentence);
  });

  it.each<[string, Spoil, RegExp]>([
    [
      'two people with one id',
      (file) => (file.people[1]!.id = file.people[0]!.id),
      /^people\[1\]\.id: "[0-9a-f-]{36}" stands twice$/,
    ],
    [
      'two meetings with one number',
      (file) => (file.meetings[1]!.number = 1),
      /^meetings\[1\]\.number: "1" stands twice$/,
    ],
    [
      'two entries with one UID',
      (file) => (file.meetings[1]!.calendar[0]!.uid = file.meetings[0]!.calendar[0]!.uid),
      /^meetings\[1\]\.calendar\[0\]\.uid: ".+" stands twice$/,
    ],
    [
      'a revision told twice',
      (file) => file.meetings[0]!.asTold!.push({ ...file.meetings[0]!.asTold![0]! }),
      /^meetings\[0\]\.asTold\[1\]\.revision: "\d+" stands twice$/,
    ],
    [
      'somebody twice in the group',
      (file) => (file.group.members[4]!.person = file.group.members[3]!.person),
      /^group\.members\[4\]\.person: ".+" stands twice$/,
    ],
    [
      'a member who is not in people',
      (file) => file.people.splice(0, 1),
      /^group\.members\[3\]\.person: ".+" is not in people$/,
    ],
    [
      'a consent of nobody',
      (file) => (file.consents[0]!.person = 'mother'),
      /^consents\[0\]\.person: "mother" is not in group\.members$/,
    ],
    [
      'an absent nobody',
      (file) => file.meetings[0]!.why.absent.push('p7'),
      /^meetings\[0\]\.why\.absent\[0\]: "p7" is not in group\.members$/,
    ],
    [
      'a message about no meeting',
      (file) => (file.told[1]!.meeting = file.group.id),
      /^told\[1\]\.meeting: ".+" is not in meetings$/,
    ],
    [
      'no service user',
      (file) => file.group.members.splice(0, 1),
      /^group\.members: exactly one must be "service-user", and 0 are$/,
    ],
    [
      'a group of a professional',
      (file) => (file.people.find(({ kind }) => kind === 'service-user')!.kind = 'private'),
      /^group\.members\[0\]\.person: must be of the kind "service-user" in people$/,
    ],
    [
      'a coordinator who is not told',
      (file) => (file.coordinator = null),
      /^coordinator: is null, though the group has one$/,
    ],
    [
      'a coordinator in another part',
      (file) => (file.group.members[1]!.part = 'network'),
      /^group\.members\[1\]: the person "coordinator" and/,
    ],
    [
      'a letter that is not there',
      (file) => (file.told.find(({ letter }) => letter)!.letter = null),
      /^told\[\d+\]\.letter: must be there for a letter/,
    ],
    [
      'a home, and somebody with protected identity',
      (file) => (file.people[0]!.protectedIdentity = true),
      /^meetings\[0\]\.form: must not be "home", since somebody in the group has protected identity$/,
    ],
  ])('says what does not hold together: %s', (_what, spoil, sentence) => {
    expect(sentencesAbout(spoil)).toContainEqual(expect.stringMatching(sentence));
  });
});
