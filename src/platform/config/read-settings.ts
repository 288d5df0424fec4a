import { join } from 'node:path';
import { z } from 'zod';
import { languages } from '../../kernel/in-words';
import { LocalSecrets } from './local-secrets';
import type { Settings } from './settings';

/** One setting that cannot be used, named by its variable, with what to do. */
export interface SettingFault {
  readonly variable: string;
  readonly sentence: string;
}

export class SettingsFaulty extends Error {
  constructor(readonly faults: readonly SettingFault[]) {
    super(faults.map(({ variable, sentence }) => `${variable}: ${sentence}`).join('\n'));
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const key = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 random bytes in base64; make one with: openssl rand -base64 32')
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => new Set(bytes).size > 8, 'is not random; make one with: openssl rand -base64 32');

const httpAddress = z
  .string()
  .regex(/^https?:\/\/[^/\s]+$/, 'must be like https://kretsen.example, without a slash or path at the end');

const schema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, 'must be like postgres://user:password@host/database')
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/, 'must be like smtp://user:password@host:587')
    .optional(),
  IMAP_URL: z
    .string()
    .regex(/^imaps?:\/\/[^@\s]+@\S+$/, 'must be like imaps://user:password@host:993')
    .optional(),
  AUTHSERV_ID: z
    .string()
    .regex(
      /^[\w.-]{1,200}$/,
      'must be the name your mail server writes in Authentication-Results, like mx.kretsen.example',
    )
    .optional(),
  KRETSEN_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number')
    .default('3000')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be at most 65535'),
  KRETSEN_LISTEN: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be a host name or address')
    .default('127.0.0.1'),
  KRETSEN_PROXIES: z
    .string()
    .regex(/^\d$/, 'must be how many proxies stand before the program, 0 to 9')
    .default('0')
    .transform(Number),
  KRETSEN_ADDRESS: httpAddress.optional(),
  KRETSEN_DATA_FOLDER: z.string().min(1, 'must be a folder').optional(),
  KRETSEN_MAIL_FROM: z
    .string()
    .regex(/^[\w.-]+@[\w.-]+\.[\w-]+$/, 'must be one address without a plus sign, like svar@kretsen.example')
    .default('svar@kretsen.example'),
  KRETSEN_CHANGE_PAUSE: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a number of minutes, 0 to 999')
    .default('10')
    .transform(Number),
  KRETSEN_CALL_DAYS: z
    .string()
    .regex(/^[1-9]\d?$/, 'must be a number of days, 1 to 99')
    .default('14')
    .transform(Number),
  KRETSEN_MAIL_LEASE: z
    .string()
    .regex(/^\d{1,4}$/, 'must be a number of seconds')
    .default('120')
    .transform(Number)
    .refine((seconds) => seconds >= 2, 'must be at least 2 seconds'),
  KRETSEN_CALENDAR_ADDRESSES: z
    .enum(['on', 'off'], 'must be on or off')
    .default('off')
    .transform((chosen) => chosen === 'on'),
  KRETSEN_LANGUAGE: z.enum(languages as ['sv', 'en'], 'must be sv or en').default('sv'),
  KRETSEN_ZONE: z.string().refine(isZone, 'must be a time zone like Europe/Stockholm').default('Europe/Stockholm'),
  KRETSEN_DATA_KEY: key.optional(),
  KRETSEN_LINK_KEY: key.optional(),
});

/** The variables this program knows, for telling a misspelt one. */
const knownVariables = Object.keys(schema.shape);

export interface SettingsSource {
  readonly environment: Environment;
  /** The folder that holds `data` and `views`. */
  readonly home: string;
  readonly secrets: LocalSecrets;
}

/** Reads every setting; on any fault nothing is used and all faults are told at once. */
export function readSettings({ environment, home, secrets }: SettingsSource): Settings {
  const result = schema.safeParse(environment);
  const faults = [
    ...unknownIn(environment),
    ...(result.success
      ? []
      : result.error.issues.map((issue) => ({ variable: String(issue.path[0]), sentence: issue.message }))),
  ];
  if (!result.success || faults.length > 0) throw new SettingsFaulty(faults);
  return settingsFrom(result.data, home, secrets);
}

function settingsFrom(given: z.output<typeof schema>, home: string, secrets: LocalSecrets): Settings {
  const dataFolder = given.KRETSEN_DATA_FOLDER ?? join(home, 'data', 'local');
  const isLocal = given.DATABASE_URL === undefined;
  const keyFor = (variable: 'KRETSEN_DATA_KEY' | 'KRETSEN_LINK_KEY'): Buffer => {
    const chosen = given[variable];
    if (chosen) return chosen;
    if (isLocal) return secrets.key(dataFolder, variable);
    throw new SettingsFaulty([
      { variable, sentence: 'is needed with DATABASE_URL; make one with: openssl rand -base64 32' },
    ]);
  };
  return {
    database:
      given.DATABASE_URL === undefined ? { file: join(dataFolder, 'kretsen.sqlite') } : { url: given.DATABASE_URL },
    dataFolder,
    suppliedFolder: join(home, 'data'),
    viewsFolder: join(home, 'views'),
    assetsFolder: join(home, 'dist', 'assets'),
    listen: { host: given.KRETSEN_LISTEN, port: given.KRETSEN_PORT },
    proxies: given.KRETSEN_PROXIES,
    publicAddress: given.KRETSEN_ADDRESS ?? `http://localhost:${String(given.KRETSEN_PORT)}`,
    mail: { replyAddress: given.KRETSEN_MAIL_FROM, smtpUrl: given.SMTP_URL ?? null, lease: given.KRETSEN_MAIL_LEASE },
    mailbox: given.IMAP_URL === undefined ? null : { url: given.IMAP_URL, authservId: given.AUTHSERV_ID ?? null },
    calls: { changePause: given.KRETSEN_CHANGE_PAUSE, daysAhead: given.KRETSEN_CALL_DAYS },
    calendarAddresses: given.KRETSEN_CALENDAR_ADDRESSES,
    language: given.KRETSEN_LANGUAGE,
    zone: given.KRETSEN_ZONE,
    keys: { data: keyFor('KRETSEN_DATA_KEY'), dataKeyId: 'k1', links: keyFor('KRETSEN_LINK_KEY') },
    practice: false,
  };
}

const unknownIn = (environment: Environment): SettingFault[] =>
  Object.keys(environment)
    .filter((name) => name.startsWith('KRETSEN_') && !knownVariables.includes(name))
    .map((variable) => ({
      variable,
      sentence: `is not a setting of Kretsen. The settings are ${knownVariables.join(', ')}.`,
    }));

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
