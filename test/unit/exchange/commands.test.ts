import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { allSchemas } from '../../../src/app.schemas';
import { openDatabase } from '../../../src/platform/database/open-database';
import { HouseOn } from '../../support/practised-house';

// The commands as people run them, built (`npm test` builds first).
const home = resolve(__dirname, '../../..');
const group = '57e5ec5b-81be-4490-bc41-85be9f5cb507';
const sample = join(home, 'data/samples/group.json');

describe('import and export from the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kretsen-exchange-'));

  const run = (command: string, ...args: string[]) => {
    const env = { PATH: process.env.PATH, TZ: 'Asia/Kathmandu', KRETSEN_DATA_FOLDER: join(folder, 'data') };
    const path = join(home, 'dist/exchange', `${command}.command.js`);
    const { status, stdout, stderr } = spawnSync('node', [path, ...args], { encoding: 'utf8', env });
    return { status, stdout, stderr };
  };
  const refusal = (sentence: string) => ({ status: 2, stdout: '', stderr: `${sentence}\n` });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('ask for what is missing', () => {
    expect(run('import', '--file', sample)).toEqual(
      refusal('--coordinator is missing: give the e-mail address they sign in with.'),
    );
    expect(run('export').stderr).toMatch(/^--group is missing/);
    expect(run('export', '--all').status).toBe(2);
  });

  it('refuse a file that cannot be read, that is no group, or that is faulty, each in a sentence', () => {
    const faulty = join(folder, 'faulty.json');
    writeFileSync(faulty, readFileSync(sample, 'utf8').replace('"version": 1', '"version": 9'));

    expect(run('import', '--file', join(folder, 'no.json'), '--coordinator', 'a@b.example').stderr).toMatch(
      /no\.json cannot be read: ENOENT/,
    );
    expect(run('import', '--file', faulty, '--coordinator', 'a@b.example')).toEqual(
      refusal('version: must be 1, the only version this program reads'),
    );
  });

  it('refuse a coordinator and a group that are not there', () => {
    expect(run('import', '--file', sample, '--coordinator', 'nobody@b.example')).toEqual(
      refusal('No coordinator who can sign in here has the address nobody@b.example.'),
    );
    expect(run('export', '--group', group)).toEqual(refusal(`There is no group with the id ${group}.`));
    expect(run('export', '--group', 'x')).toEqual(refusal('There is no group with the id x.'));
  });

  it('name an unknown setting', () => {
    const env = { PATH: process.env.PATH, KRETSEN_DATA_FOLDER: join(folder, 'data'), KRETSEN_COLOUR: 'red' };
    const path = join(home, 'dist/exchange/export.command.js');
    const { status, stderr } = spawnSync('node', [path, '--group', group], { encoding: 'utf8', env });

    expect([status, stderr.split(':')[0]]).toEqual([2, 'KRETSEN_COLOUR']);
  });

  it('bring a group in and take the same out again, for its owner’s eyes only', async () => {
    const database = await openDatabase({
      address: { file: join(folder, 'data', 'kretsen.sqlite') },
      schemas: allSchemas,
    });
    const house = await HouseOn.open(database);
    await house.foundOnly();
    await house.close();
    await database.close();
    const taken = join(folder, 'taken.json');
    const karin = ['--coordinator', 'karin.ek@exempelstad.example'];

    expect(run('import', '--file', sample, ...karin)).toEqual({
      status: 0,
      stdout: 'The group Olles grupp is in, with 8 people and 7 meetings. Nobody has been sent anything.\n',
      stderr: '',
    });
    expect(run('import', '--file', sample, ...karin)).toEqual(
      refusal('group: The group is in this database already. Nothing has been changed.'),
    );
    expect(run('export', '--group', group, '--file', taken).status).toBe(0);
    expect(JSON.parse(readFileSync(taken, 'utf8'))).toEqual(JSON.parse(readFileSync(sample, 'utf8')));
    expect(statSync(taken).mode & 0o777).toBe(0o600);
    expect(JSON.parse(run('export', '--group', group).stdout)).toEqual(JSON.parse(readFileSync(sample, 'utf8')));
  });
});
