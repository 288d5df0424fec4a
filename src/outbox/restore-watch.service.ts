import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { Dice } from '../platform/dice';
import { Log } from '../platform/log';
import { isPutBack, type OwnMarks } from './domain/mark';
import { Holding } from './holding.service';
import { MarkFile } from './mark-file';
import { MarksRepository } from './marks.repository';
import { OutboxRepository } from './outbox.repository';

const awakeMinutes = 2;

/** What the watch keeps its marks in: the file, and the database beside it. */
@Injectable()
export class MarkPlaces {
  constructor(
    readonly file: MarkFile,
    readonly database: Database,
    readonly table: MarksRepository,
    readonly outbox: OutboxRepository,
  ) {}
}

/**
 * Notices that the database has been put back from a backup, where mail still waits that has gone already, and
 * then holds all mail until a person releases it. It compares random marks: what the instance last wrote into its
 * data folder must stand in the database too.
 */
@Injectable()
export class RestoreWatch {
  private looked: Promise<void> | null = null;
  /** As the file has them; null before the first. */
  private own: OwnMarks | null = null;

  constructor(
    private readonly places: MarkPlaces,
    private readonly holding: Holding,
    private readonly dice: Dice,
    private readonly log: Log,
  ) {}

  /** Before anything is sent; looks once. */
  async begin(): Promise<void> {
    this.looked ??= this.look().catch((fault: unknown) => {
      this.looked = null;
      throw fault;
    });
    await this.looked;
  }

  /** A new mark: first as the next in the file, then in the database, then as the last in the file. */
  async renew(): Promise<void> {
    await this.begin();
    const { id, last, next } = this.own ?? { id: this.dice.id(), last: null, next: null };
    // While the database is away no other is drawn: the one on its way may stand there already.
    const mark = next ?? this.dice.id();
    await this.remember({ id, last, next: mark });
    const { database, table, outbox } = this.places;
    await database.transaction(async () => table.put({ id, mark }, await outbox.now()));
    await this.remember({ id, last: mark, next: null });
  }

  private async look(): Promise<void> {
    const { file, database, table, outbox } = this.places;
    const own = await file.read();
    await database.transaction(async () => {
      const awakeAfter = (await outbox.now()).plusMinutes(-awakeMinutes);
      if (!isPutBack(own, await table.find(own?.id ?? null, awakeAfter))) return;
      await this.holding.holdEverybody();
      this.log.warn({}, 'the database has been put back: all mail is held until somebody releases it');
    });
    this.own = own;
  }

  private async remember(own: OwnMarks): Promise<void> {
    await this.places.file.write(own);
    this.own = own;
  }
}
