import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { Dice } from '../platform/dice';
import { Log } from '../platform/log';
import { isPutBack, type OwnMarks, withMark } from './domain/mark';
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
  /** As the file has them. */
  private own: OwnMarks | null = null;
  private isInTable = true;

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

  /** A new mark, first in the file: a program that dies in between finds the one before there too. */
  async renew(): Promise<void> {
    await this.begin();
    // While the database is away no other is drawn, or the one that stands there would be forgotten.
    if (this.isInTable) await this.draw();
    await this.toTable();
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

  private async draw(): Promise<void> {
    const own = withMark(this.own ?? { id: this.dice.id(), marks: [] }, this.dice.id());
    await this.places.file.write(own);
    this.own = own;
    this.isInTable = false;
  }

  private async toTable(): Promise<void> {
    const { database, table, outbox } = this.places;
    const [mark] = this.own?.marks ?? [];
    const id = this.own?.id;
    if (id === undefined || mark === undefined) return;
    await database.transaction(async () => table.put({ id, mark }, await outbox.now()));
    this.isInTable = true;
  }
}
