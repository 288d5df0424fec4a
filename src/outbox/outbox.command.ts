import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { allSchemas } from '../app.schemas';
import { home, reading } from '../platform/config/from-environment';
import { openDatabase } from '../platform/database/open-database';
import { PlatformModule } from '../platform/platform.module';
import { Words } from '../platform/web/words';
import { HoldingByName, type OrganisationQueue } from './holding-by-name.service';
import { OutboxModule } from './outbox.module';
import { linesOf } from './outbox.pages';

// npm run outbox -- status|hold|release [--organisation NAME]     Without a name: all organisations.
const deeds = ['status', 'hold', 'release'] as const;
type Deed = (typeof deeds)[number];

class Refusal extends Error {}

interface Asked {
  readonly deed: Deed;
  readonly organisation: string | undefined;
}

/** Only this room and those it leans on; nothing in it serves, and nothing sends. */
@Module({})
class OutboxHouse {}

// The commands' words are English, like the variables of the settings.
const say = new Words(join(home, 'data', 'words')).in('en');

function asked(): Asked {
  try {
    const { values, positionals } = parseArgs({
      options: { organisation: { type: 'string' } },
      allowPositionals: true,
    });
    const [word] = positionals;
    const deed = deeds.find((one) => one === word);
    if (deed === undefined || positionals.length > 1) throw new Refusal(say('outbox.command.usage'));
    return { deed, organisation: values.organisation };
  } catch (fault) {
    throw fault instanceof Refusal ? fault : new Refusal(say('outbox.command.usage'));
  }
}

async function outbox(): Promise<void> {
  const { deed, organisation } = asked();
  const settings = reading();
  const database = await openDatabase({ address: settings.database, schemas: allSchemas });
  try {
    const house = { module: OutboxHouse, imports: [PlatformModule.on({ settings, database }), OutboxModule] };
    const context = await NestFactory.createApplicationContext(house, {
      logger: ['error', 'warn'],
      abortOnError: false,
    });
    const byName = context.get(HoldingByName, { strict: false });
    const found = await database.transaction(() => done(byName, { deed, organisation }));
    await context.close();
    const lines = found.flatMap((one) => told(one, settings.zone));
    process.stdout.write(`${(found.length === 0 ? [say('outbox.command.empty')] : lines).join('\n')}\n`);
  } finally {
    await database.close();
  }
}

/** Does it, and tells how it stands afterwards. */
async function done(byName: HoldingByName, { deed, organisation: name }: Asked): Promise<readonly OrganisationQueue[]> {
  const found = await byName.organisations(name);
  if (name !== undefined && found.length === 0) throw new Refusal(say('outbox.command.noSuchOrganisation', { name }));
  if (deed === 'status') return found;
  for (const { id } of found) await byName[deed](id);
  return byName.organisations(name);
}

function told({ name, hold, queue }: OrganisationQueue, zone: string): readonly string[] {
  const state = hold === null ? 'outbox.command.goes' : `outbox.command.${hold.why}`;
  const lines = linesOf(queue, hold, { say, language: 'en', zone });
  return [`${name}: ${say(state)}`, ...lines.map((line) => `  ${line}`)];
}

outbox().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
});
