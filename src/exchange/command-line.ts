import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { allSchemas } from '../app.schemas';
import { DomainError } from '../kernel/domain-error';
import { home, reading } from '../platform/config/from-environment';
import { SettingsFaulty } from '../platform/config/read-settings';
import { Database } from '../platform/database/database';
import { DatabaseNewerThanProgram, openDatabase } from '../platform/database/open-database';
import { PlatformModule } from '../platform/platform.module';
import { sentenceOf } from '../platform/web/form';
import { Words } from '../platform/web/words';
import { ExchangeModule } from './exchange.module';
import { FileFaulty, RuleBrokenInFile } from './file-fault';

/** What was asked for cannot be done; the sentence says why. */
export class Refusal extends Error {}

/** The commands' words are English, like the variables of the settings. */
export const say = new Words(join(home, 'data', 'words')).in('en');

/** Reads `--name value` for each of the names; all other words are refused. */
export function optionsFrom(names: readonly string[]): Readonly<Record<string, string | undefined>> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({ options, strict: true, allowPositionals: false }).values;
  } catch (fault) {
    throw new Refusal(fault instanceof Error ? fault.message : String(fault));
  }
}

export function needed(value: string | undefined, sentence: string): string {
  if (value === undefined) throw new Refusal(sentence);
  return value;
}

/** The rooms that import and export go through; nothing in them serves, and nothing sends. */
@Module({})
class ExchangeHouse {}

/** Does the work in one transaction on the configured database: all of it holds, or none. */
export async function inTransaction<Result>(
  work: (house: INestApplicationContext) => Promise<Result>,
): Promise<Result> {
  const settings = reading();
  const database = await openDatabase({ address: settings.database, schemas: allSchemas });
  try {
    const house = { module: ExchangeHouse, imports: [PlatformModule.on({ settings, database }), ExchangeModule] };
    const options = { logger: ['error', 'warn'] as ('error' | 'warn')[], abortOnError: false };
    const context = await NestFactory.createApplicationContext(house, options);
    const result = await context.get(Database).transaction(() => work(context));
    await context.close();
    return result;
  } finally {
    await database.close();
  }
}

type Ending = Pick<NodeJS.Process, 'stderr' | 'exitCode'>;

/** Runs a command; what is refused is told in a sentence, with exit code 2. */
export function run(ending: Ending, command: () => Promise<void>): void {
  command().catch((fault: unknown) => {
    ending.stderr.write(`${sentenceFor(fault)}\n`);
    ending.exitCode = 2;
  });
}

function sentenceFor(fault: unknown): string {
  if (fault instanceof RuleBrokenInFile) return `${fault.place}: ${sentenceOf(fault.rule, say)}`;
  if (fault instanceof DomainError) return sentenceOf(fault, say);
  const isToldPlainly = [Refusal, FileFaulty, SettingsFaulty, DatabaseNewerThanProgram].some(
    (kind) => fault instanceof kind,
  );
  if (fault instanceof Error) return isToldPlainly ? fault.message : (fault.stack ?? fault.message);
  return String(fault);
}
