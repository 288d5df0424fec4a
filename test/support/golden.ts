import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Compares bytes with the file kept in test/golden. UPDATE_GOLDEN=1 writes the file anew; read the difference then. */
export function expectGolden(name: string, bytes: Buffer): void {
  const file = join(__dirname, '..', 'golden', name);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, bytes);
  const kept = existsSync(file)
    ? readFileSync(file).toString('latin1')
    : `there is no ${name}; UPDATE_GOLDEN=1 makes it`;
  expect(bytes.toString('latin1')).toBe(kept);
}
