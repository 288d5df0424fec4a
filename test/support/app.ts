import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Settings } from '../../src/platform/config/settings';
import { build, serve } from '../../src/start';

export const home = resolve(__dirname, '..', '..');

export interface RunningApp {
  readonly app: NestExpressApplication;
  readonly settings: Settings;
  readonly url: string;
  stop(): Promise<void>;
}

/** Settings of a start in a fresh folder; the caller removes the folder. */
export async function freshSettings(changes: Partial<Settings> = {}): Promise<Settings> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'kretsen-'));
  const port = await freePort();
  return {
    database: { file: join(dataFolder, 'kretsen.sqlite') },
    dataFolder,
    suppliedFolder: join(home, 'data'),
    viewsFolder: join(home, 'views'),
    assetsFolder: join(home, 'dist', 'assets'),
    listen: { host: '127.0.0.1', port },
    proxies: 0,
    publicAddress: `http://localhost:${String(port)}`,
    mail: { replyAddress: 'svar@kretsen.example', smtpUrl: null, lease: 120 },
    mailbox: null,
    calls: { changePause: 0, daysAhead: 14 },
    calendarAddresses: false,
    language: 'sv',
    zone: 'Europe/Stockholm',
    keys: { data: randomBytes(32), dataKeyId: 'k1', links: randomBytes(32) },
    practice: false,
    ...changes,
  };
}

/** The whole program, answering on a port of its own, on a fresh database. */
export async function startApp(changes: Partial<Settings> = {}): Promise<RunningApp> {
  const settings = await freshSettings(changes);
  const app = await build(settings);
  await serve(app, settings);
  return {
    app,
    settings,
    url: settings.publicAddress,
    stop: async () => {
      await app.close();
      rmSync(settings.dataFolder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') failed(new Error('no port'));
        else found(address.port);
      });
    });
  });
}
