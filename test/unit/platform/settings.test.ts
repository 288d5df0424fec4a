import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalSecrets } from '../../../src/platform/config/local-secrets';
import { readSettings, SettingsFaulty } from '../../../src/platform/config/read-settings';

describe('settings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kretsen-settings-'));
  const read = (environment: Record<string, string>) =>
    readSettings({
      environment: { KRETSEN_DATA_FOLDER: folder, ...environment },
      home: folder,
      secrets: new LocalSecrets(),
    });
  const faultsOf = (environment: Record<string, string>): string[] => {
    try {
      read(environment);
    } catch (fault) {
      return (fault as SettingsFaulty).faults.map(({ variable }) => variable);
    }
    return [];
  };

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('need nothing for a first local start, and keep the keys they made', () => {
    const first = read({});

    expect(first.database).toEqual({ file: join(folder, 'kretsen.sqlite') });
    expect(read({}).keys).toEqual(first.keys);
  });

  it('name each faulty variable, all at once', () => {
    expect(faultsOf({ SMTP_URL: 'mail.example', KRETSEN_PORT: '99999' })).toEqual(['SMTP_URL', 'KRETSEN_PORT']);
  });

  it('count the proxies before the program, none unless told', () => {
    expect([read({}).proxies, read({ KRETSEN_PROXIES: '1' }).proxies]).toEqual([0, 1]);
    expect(faultsOf({ KRETSEN_PROXIES: 'yes' })).toEqual(['KRETSEN_PROXIES']);
  });

  it('read no mailbox unless told which, and vouch for no sender unless told whose word counts', () => {
    const url = 'imaps://svar:secret@mail.example:993';

    expect(read({}).mailbox).toBeNull();
    expect(read({ IMAP_URL: url }).mailbox).toEqual({ url, authservId: null });
    expect(read({ IMAP_URL: url, AUTHSERV_ID: 'mx.mail.example' }).mailbox?.authservId).toBe('mx.mail.example');
    expect(faultsOf({ IMAP_URL: 'mail.example', AUTHSERV_ID: 'mx mail' })).toEqual(['IMAP_URL', 'AUTHSERV_ID']);
  });

  it('refuse a variable that is misspelt', () => {
    expect(faultsOf({ KRETSEN_PROT: '3001' })).toEqual(['KRETSEN_PROT']);
  });

  it('refuse a data key that is short or no key at all', () => {
    expect(faultsOf({ KRETSEN_DATA_KEY: 'c2hvcnQ=' })).toEqual(['KRETSEN_DATA_KEY']);
    expect(faultsOf({ KRETSEN_DATA_KEY: `${'A'.repeat(43)}=` })).toEqual(['KRETSEN_DATA_KEY']);
  });

  it('ask for keys of its own when the database is another machine', () => {
    expect(faultsOf({ DATABASE_URL: 'postgres://kretsen@db.example/kretsen' })).toEqual(['KRETSEN_DATA_KEY']);
  });
});
