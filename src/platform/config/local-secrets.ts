import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keeps the keys of a local start in files beside its database, so that nobody has to make them first. */
export class LocalSecrets {
  key(folder: string, name: string): Buffer {
    const file = join(folder, `${name.toLowerCase().replaceAll('_', '-')}.key`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    try {
      // `wx` refuses to write over a key that sealed something already.
      writeFileSync(file, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 });
    } catch (fault) {
      if (!isAlreadyThere(fault)) throw fault;
    }
    const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
    if (key.length !== 32) throw new Error(`${file} does not hold 32 bytes in base64. Restore it from a backup.`);
    return key;
  }
}

const isAlreadyThere = (fault: unknown): boolean =>
  typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === 'EEXIST';
