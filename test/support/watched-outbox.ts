import { AuditLog } from '../../src/audit/audit-log.service';
import { TypeormAccessLogRepository } from '../../src/audit/store/typeorm-access-log.repository';
import type { Hold } from '../../src/outbox/domain/hold';
import { type Holder, Holding } from '../../src/outbox/holding.service';
import { MarkFile } from '../../src/outbox/mark-file';
import { MarkPlaces, RestoreWatch } from '../../src/outbox/restore-watch.service';
import { TypeormMarksRepository } from '../../src/outbox/store/typeorm-marks.repository';
import { SystemClock } from '../../src/platform/clock';
import type { Settings } from '../../src/platform/config/settings';
import type { Database } from '../../src/platform/database/database';
import { SystemDice } from '../../src/platform/dice';
import { organisationId, OutboxOnDatabase } from './outbox-builders';

const dice = new SystemDice();

const administrator: Holder = { organisationId, userId: dice.id(), role: 'administrator' };

/** The outbox of a program that has just been started on a database, with its marks in a data folder. */
export class WatchedOutbox extends OutboxOnDatabase {
  readonly audit: AuditLog;
  readonly holding: Holding;
  readonly watch: RestoreWatch;

  constructor(
    private readonly opened: Database,
    dataFolder: string,
  ) {
    super(opened);
    this.audit = new AuditLog(new TypeormAccessLogRepository(opened), new SystemClock(), dice);
    this.holding = new Holding(this.holds, this.kept, this.audit);
    const file = new MarkFile({ dataFolder } as unknown as Settings);
    const places = new MarkPlaces(file, opened, new TypeormMarksRepository(opened), this.kept);
    this.watch = new RestoreWatch(places, this.holding, dice, this.log);
  }

  /** Holds as an administrator, or releases with null. */
  hold(why: 'paused' | null): Promise<void> {
    return this.opened.transaction(() => this.holding[why === null ? 'release' : 'hold'](administrator));
  }

  held(): Promise<Hold | null> {
    return this.opened.transaction(() => this.holding.of({ organisationId }));
  }

  /** What is broken in the database or in the access log. */
  async faults(): Promise<readonly string[]> {
    const audit = await this.opened.transaction(() => this.audit.verify(organisationId));
    const log = audit.kind === 'broken' ? [`the access log is broken at ${String(audit.number)}`] : [];
    if (this.opened.engine === 'postgres') return log;
    const check = 'PRAGMA integrity_check';
    const rows = await this.opened.transaction(() => this.opened.manager().query<Record<string, string>[]>(check));
    return [...log, ...rows.map((row) => row.integrity_check ?? '').filter((told) => told !== 'ok')];
  }

  close(): Promise<void> {
    return this.opened.close();
  }
}
