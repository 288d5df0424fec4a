import { postgresFor } from './postgres';
import { makeRunFolder } from './run-folder';
import type { RunFolder } from './run-folder';

declare global {
  var kretsenTestRun: RunFolder | undefined;
}

interface Run {
  readonly testPathPatterns: { readonly patterns: readonly string[] };
}

/** Before the first test file: a folder for the run, and PostgreSQL in it unless only unit tests are asked for. */
async function startRun({ testPathPatterns: { patterns } }: Run): Promise<void> {
  const onlyUnits = patterns.length > 0 && patterns.every((pattern) => pattern.includes('test/unit'));
  if (onlyUnits) return;
  const folder = makeRunFolder();
  globalThis.kretsenTestRun = folder;
  process.env.KRETSEN_TEST_FOLDER = folder.path;
  const postgres = await postgresFor(folder.path);
  if ('url' in postgres) process.env.KRETSEN_TEST_POSTGRES = postgres.url;
  else {
    process.env.KRETSEN_TEST_WITHOUT_POSTGRES = postgres.missing;
    process.stderr.write(`Tests on PostgreSQL are skipped: ${postgres.missing}.\n`);
  }
}

// Jest takes what the module itself is.
module.exports = startRun;
