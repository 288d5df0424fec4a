import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CaseloadFile } from '../../../src/planning/caseload-file';
import type { PlanFile } from '../../../src/planning/plan-file';
import { aCaseload, oneMeeting } from '../../support/caseloads';
import { check } from '../../support/plan-checker';

const root = resolve(__dirname, '../../..');
const hook = join(root, 'test/support/typescript-hook.cjs');
const command = join(root, 'src/planning/plan.command.ts');

/** The usual trio and network, the service user as given. */
const everybodyWith = (user: object): readonly object[] => {
  const { people } = aCaseload([oneMeeting('2027-01-18')]);
  return people.map((person, at) => (at === 0 ? { ...person, ...user } : person));
};

describe('the plan command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plan-'));
  const input = join(folder, 'caseload.json');
  const output = join(folder, 'plan.json');

  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('node', ['-r', hook, command, ...args], {
      encoding: 'utf8',
      cwd: root,
    });
    return { status, stdout, stderr };
  };
  const refusal = (sentence: string) => ({ status: 2, stdout: '', stderr: `${sentence}\n` });
  const write = (caseload: unknown): void => {
    writeFileSync(input, JSON.stringify(caseload));
  };

  beforeEach(() => {
    for (const file of readdirSync(folder)) rmSync(join(folder, file));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('writes a plan of the sample that the checker agrees with', () => {
    const sample = join(root, 'data/samples/caseload.json');
    const { status, stdout } = run('--input', sample, '--output', output, '--seconds', '20');
    const plan = JSON.parse(readFileSync(output, 'utf8')) as PlanFile;
    const { broken, cost } = check(JSON.parse(readFileSync(sample, 'utf8')) as CaseloadFile, plan);

    expect([status, stdout]).toEqual([0, '']);
    expect(broken).toEqual([]);
    expect(plan.cost).toEqual(cost);
    expect(Object.keys(plan)).toEqual(['meetings', 'unplaced', 'cost', 'seconds']);
  });

  it('prints the plan when no file is named, and says who excludes every time', () => {
    write(aCaseload([oneMeeting('2027-01-18')], [{ id: 'doctor', hours: {} }]));
    const { stdout } = run('--input', input);

    expect((JSON.parse(stdout) as PlanFile).unplaced).toEqual([
      { group: 'g1', index: 0, why: 'No time was found near 2027-01-18: outside the hours of doctor.' },
    ]);
  });

  it('tells the wishes’ cost only where something is wished', () => {
    const caseload = aCaseload([oneMeeting('2027-01-18', { windowDays: 0 })]);
    write({ ...caseload, weighed: [{ day: '2027-01-18', cost: 4 }] });

    expect((JSON.parse(run('--input', input).stdout) as PlanFile).cost).toEqual({ unplaced: 0, soft: 0, wishes: 4 });
  });

  it('refuses a faulty caseload with the place of the fault and writes nothing', () => {
    write(aCaseload([oneMeeting('2027-01-18', { fixed: [{ index: 3, start: '2027-01-18T08:00' }] })]));

    expect(run('--input', input, '--output', output)).toEqual(
      refusal('groups[0].fixed[0].index: 3 is no whole number from 0 to 0.'),
    );
    expect(readdirSync(folder)).toEqual(['caseload.json']);
  });

  it('refuses a file that is no JSON, naming it', () => {
    writeFileSync(input, '{ "zone": ');
    const { status, stderr } = run('--input', input);

    expect(status).toBe(2);
    expect(stderr).toMatch(/caseload\.json cannot be read as JSON: .*\n$/);
  });

  it.each<[string, string | Buffer, string]>([
    ['is empty', ' \n', 'caseload.json is empty.\n'],
    ['is a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]), 'caseload.json cannot be read as JSON: '],
    ['is a list', '[]', 'the caseload: must be an object\n'],
    ['is nothing but brackets', '['.repeat(200_000) + ']'.repeat(200_000), 'the caseload: must be an object\n'],
    [
      'has brackets within brackets where a time belongs',
      `{"zone":"Europe/Stockholm","holidays":"SE","groups":[],"people":[{"id":"p","busy":${'['.repeat(50_000)}${']'.repeat(50_000)}}]}`,
      'people[0].busy[0]: must be a pair of two times\n',
    ],
  ])('refuses a file that %s', (_, text, sentence) => {
    writeFileSync(input, text);
    const { status, stderr } = run('--input', input, '--output', output);

    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['caseload.json']);
  });

  it('refuses a folder, and a file that is not there', () => {
    expect(run('--input', folder)).toEqual(refusal(`${folder} is no file.`));
    expect(run('--input', join(folder, 'none.json'))).toEqual(refusal(`${join(folder, 'none.json')} is not there.`));
  });

  it.each<[string, object, string]>([
    ['a key it does not know', { holiday: 'SE' }, 'the caseload: the key "holiday" is unknown'],
    ['somebody who is not listed', { people: [] }, 'groups[0].core[0]: there is no person "user" in people.'],
    ['a zone that does not exist', { zone: 'Europe/Lysekil' }, 'zone: there is no time zone "Europe/Lysekil".'],
    [
      'a time that ends before it begins',
      { people: everybodyWith({ busy: [['2027-01-12T10:00', '2027-01-12T09:00']] }) },
      'people[0].busy[0]: 2027-01-12T09:00 is not after 2027-01-12T10:00.',
    ],
  ])('refuses %s, and says where', (_, change, sentence) => {
    write({ ...aCaseload([oneMeeting('2027-01-18')]), ...change });

    expect(run('--input', input, '--output', output)).toEqual(refusal(sentence));
    expect(readdirSync(folder)).toEqual(['caseload.json']);
  });

  it('says the same fault of a very long file only so often', () => {
    write({ ...aCaseload([]), people: Array.from({ length: 5000 }, () => ({ id: 1 })) });
    const { stderr } = run('--input', input);

    expect(stderr.trim().split('\n')).toHaveLength(51);
    expect(stderr).toContain('and 4950 faults more');
  });

  it('takes ten megabytes of busy times', () => {
    const busy = Array.from({ length: 260_000 }, (_, at): [string, string] => {
      const day = `2027-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}`;
      return [`${day}T07:00`, `${day}T07:30`];
    });
    write(aCaseload([oneMeeting('2027-01-18', { windowDays: 0 })], [{ id: 'doctor', busy }]));

    expect(statSync(input).size).toBeGreaterThan(10_000_000);
    expect((JSON.parse(run('--input', input).stdout) as PlanFile).meetings).toHaveLength(1);
  });

  it.each([
    [['--inptu', 'x'], "Unknown option '--inptu'"],
    [['extra'], "Unexpected argument 'extra'. This command does not take positional arguments"],
    [[], '--input is missing: name the caseload file (--help tells more).'],
    [['--input', 'x', '--seconds', 'soon'], '--seconds must be a number above 0, not "soon".'],
    [['--input', 'x', '--seconds', '0'], '--seconds must be a number above 0, not "0".'],
  ])('refuses %j in one sentence', (args, sentence) => {
    expect(run(...args)).toEqual(refusal(sentence));
  });

  it('refuses an output that cannot be written and leaves nothing behind', () => {
    write(aCaseload([oneMeeting('2027-01-18')]));
    const { status, stderr } = run('--input', input, '--output', folder);

    expect(status).toBe(2);
    expect(stderr).toContain('cannot be written');
    expect(readdirSync(folder)).toEqual(['caseload.json']);
  });

  it('tells how it is used', () => {
    const { status, stdout } = run('--help');

    expect(status).toBe(0);
    expect(stdout).toContain('--input FILE');
    expect(stdout).toContain('"keepMonth"');
  });
});
