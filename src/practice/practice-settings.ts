import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { LocalSecrets } from '../platform/config/local-secrets';
import { readSettings } from '../platform/config/read-settings';
import type { Settings } from '../platform/config/settings';

type Environment = Readonly<Record<string, string | undefined>>;

// A practice must not touch the real database, lead to the real address, or send anything to anybody.
const notUsed = [
  'SMTP_URL',
  'IMAP_URL',
  'AUTHSERV_ID',
  'DATABASE_URL',
  'KRETSEN_ADDRESS',
  'KRETSEN_MAIL_FROM',
  'KRETSEN_DATA_KEY',
  'KRETSEN_LINK_KEY',
] as const;

/** Those of the settings that a practice leaves unused although they are set. */
export const leftOut = (environment: Environment): readonly string[] =>
  notUsed.filter((name) => environment[name] !== undefined);

/** Where a practice that serves keeps its things: one folder for each port, new at each start. */
export const servingFolder = (environment: Environment, home: string): string =>
  join(
    environment.KRETSEN_DATA_FOLDER ?? join(home, 'data', 'local'),
    'practice',
    environment.KRETSEN_PORT ?? 'usual-port',
  );

/** The settings of a practice in a folder of its own: the built-in database, and mail that stays as files. */
export function practiceSettings(environment: Environment, home: string, folder: string): Settings {
  const kept = Object.entries(environment).filter(([name]) => !notUsed.some((one) => one === name));
  // All that they seal goes with the folder, so the keys are of this start only and written nowhere.
  const keys = { KRETSEN_DATA_KEY: newKey(), KRETSEN_LINK_KEY: newKey() };
  // Whoever practises wants to see at once what a change sends.
  const own = { ...Object.fromEntries(kept), ...keys, KRETSEN_CHANGE_PAUSE: '0', KRETSEN_DATA_FOLDER: folder };
  return Object.assign({}, readSettings({ environment: own, home, secrets: new LocalSecrets() }), { practice: true });
}

const newKey = (): string => randomBytes(32).toString('base64');
