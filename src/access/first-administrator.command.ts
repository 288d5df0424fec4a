import { SystemClock } from '../platform/clock';
import { reading } from '../platform/config/from-environment';
import { openDatabase } from '../platform/database/open-database';
import { SystemDice } from '../platform/dice';
import { OneTimeSecrets } from './one-time-secrets.service';
import { accessSchemas } from './store/access.schemas';
import { TypeormOneTimeSecretRepository } from './store/typeorm-one-time-secret.repository';

/** Prints the one secret with which the first administrator of a new organisation begins. */
async function printSecret(): Promise<void> {
  const settings = reading();
  const database = await openDatabase({ address: settings.database, schemas: accessSchemas });
  const secrets = new OneTimeSecrets(new TypeormOneTimeSecretRepository(database), new SystemClock(), new SystemDice());
  try {
    const secret = await database.transaction(() => secrets.make('first-administrator', null));
    process.stdout.write(`Open ${settings.publicAddress}/start and type this secret. It is good once, for 24 hours:\n`);
    process.stdout.write(`${secret}\n`);
  } finally {
    await database.close();
  }
}

printSecret().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
});
