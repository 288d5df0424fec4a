import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CaseloadFile } from '../../../src/planning/caseload-file';
import type { PlanFile } from '../../../src/planning/plan-file';
import { aCaseload, oneMeeting } from '../../support/caseloads';
import { check } from '../../support/plan-checker';

const root = resolve(__dirname, '../../..');
const hook = join(root, 'test/support/typescript-hook.cjs');
const command = join(root, 'src/planning/plan.command.ts');

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
