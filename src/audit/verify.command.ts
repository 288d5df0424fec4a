import { SystemClock } from '../platform/clock';
import { reading } from '../platform/config/from-environment';
import { Database } from '../platform/database/database';
import { connect } from '../platform/database/open-database';
import { SystemDice } from '../platform/dice';
import { AuditLog } from './audit-log.service';
import type { Step } from './domain/access-log';
import { auditSchemas } from './store/audit.schemas';
import { TypeormAccessLogRepository } from './store/typeorm-access-log.repository';

const reasons = {
  missing: 'an entry is missing',
  moved: 'the entry does not follow the one before it',
  changed: 'the entry was changed after it was written',
  cut: 'the log does not end where it should',
} as const;

/** Checks every organisation's access log and names the first bad entry of each. */
async function verifyAll(): Promise<void> {
  const database = new Database(await connect(reading().database, auditSchemas));
  const log = new AuditLog(new TypeormAccessLogRepository(database), new SystemClock(), new SystemDice());
  try {
    for (const organisation of await database.transaction(() => log.organisations())) {
      const outcome = await database.transaction(() => log.verify(organisation));
      process.stdout.write(`${organisation}: ${told(outcome)}\n`);
      if (outcome.kind === 'broken') process.exitCode = 1;
    }
  } finally {
    await database.close();
  }
}

const told = (outcome: Step): string =>
  outcome.kind === 'holds'
    ? `whole, ${outcome.head.number} entries, ends with ${outcome.head.hash}`
    : `broken at number ${outcome.number}: ${reasons[outcome.why]}`;

verifyAll().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
});
