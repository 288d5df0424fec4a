import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allSchemas } from '../../src/app.schemas';
import { openDatabase } from '../../src/platform/database/open-database';
import { home } from '../support/app';
import { HouseOn } from '../support/practised-house';

jest.setTimeout(120_000);

describe('npm run outbox', () => {
  let folder: string;

  const outbox = (...words: readonly string[]) => {
    const env = { PATH: process.env.PATH, KRETSEN_DATA_FOLDER: folder };
    const command = join(home, 'dist/outbox/outbox.command.js');
    const { status, stdout, stderr } = spawnSync('node', [command, ...words], { encoding: 'utf8', env });
    return { status, said: `${stdout}${stderr}`.trim() };
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kretsen-outbox-'));
    const address = { file: join(folder, 'kretsen.sqlite') };
    const house = await HouseOn.open(await openDatabase({ address, schemas: allSchemas }));
    await house.practise();
    await house.close();
    await house.database.close();
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('tells how each organisation’s mail stands, and nobody’s name or address', () => {
    const { status, said } = outbox('status');

    expect(status).toBe(0);
    expect(said).toMatch(/^.+: mail goes out\.\n {2}Nothing waits, and everything has arrived\.$/);
    expect(said).not.toMatch(/Olle|@/);
  });

  it('holds the mail of one organisation, and releases it again', () => {
    const name = /^(.+): mail goes out/.exec(outbox('status').said)?.[1] ?? '';

    expect(outbox('hold', '--organisation', name).said).toContain(`${name}: mail is paused.`);
    expect(outbox('status').said).toContain(`${name}: mail is paused.`);
    expect(outbox('release', '--organisation', name).said).toContain(`${name}: mail goes out.`);
  });

  it.each([[[]], [['dance']], [['status', 'hold']], [['hold', '--everybody']]])(
    'says how it is asked, to %j',
    (words) => {
      expect(outbox(...words)).toEqual({
        status: 2,
        said: 'Write: npm run outbox -- status, hold or release, and if you like --organisation NAME.',
      });
    },
  );

  it('knows no organisation by a name that is not there, and holds nothing', () => {
    expect(outbox('hold', '--organisation', 'Nowhere')).toEqual({
      status: 2,
      said: 'No organisation that has sent anything is called "Nowhere".',
    });
    expect(outbox('status').said).toContain('mail goes out.');
  });
});
