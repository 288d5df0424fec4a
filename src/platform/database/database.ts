import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager, EntitySchema, ObjectLiteral, Repository } from 'typeorm';

/** Every query belongs to a transaction; one outside is a bug, not something to tolerate. */
export class QueryOutsideTransaction extends Error {}

/** Lets one piece of work begin when the one before it has ended, however it ended. */
class Turns {
  private last: Promise<unknown> = Promise.resolve();

  take<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.last.then(work);
    this.last = result.catch(() => undefined);
    return result;
  }
}

interface Transaction {
  readonly manager: EntityManager;
  /** Parts started at the same time; savepoints of one connection cannot overlap. */
  readonly parts: Turns;
  isOver: boolean;
}

/** The open database. Work happens in transactions; stores ask for the one that is under way. */
export class Database {
  private readonly current = new AsyncLocalStorage<Transaction>();
  private readonly turns = new Turns();

  constructor(private readonly source: DataSource) {}

  get engine(): 'sqlite' | 'postgres' {
    return this.source.options.type === 'postgres' ? 'postgres' : 'sqlite';
  }

  /** Holds or falls as one. Inside another transaction it is a savepoint of that one. */
  transaction<Result>(work: () => Promise<Result>): Promise<Result> {
    const outer = this.underWay();
    if (outer) return outer.parts.take(() => this.begin(outer.manager, work));
    // SQLite has one connection, and statements of two open transactions would mix on it.
    if (this.engine === 'sqlite') return this.turns.take(() => this.begin(this.source.manager, this.asWriter(work)));
    return this.begin(this.source.manager, work);
  }

  repository<Row extends ObjectLiteral>(schema: EntitySchema<Row>): Repository<Row> {
    return this.manager().getRepository(schema);
  }

  manager(): EntityManager {
    const transaction = this.underWay();
    if (!transaction) throw new QueryOutsideTransaction();
    return transaction.manager;
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  // Work that was not waited for outlives its transaction, and on SQLite would write into somebody else's.
  private underWay(): Transaction | undefined {
    const transaction = this.current.getStore();
    return transaction?.isOver === true ? undefined : transaction;
  }

  private begin<Result>(manager: EntityManager, work: () => Promise<Result>): Promise<Result> {
    return manager.transaction(async (inner) => {
      const transaction: Transaction = { manager: inner, parts: new Turns(), isOver: false };
      try {
        return await this.current.run(transaction, work);
      } finally {
        transaction.isOver = true;
      }
    });
  }

  // A transaction that reads first and writes later fails at once when another process wrote in between.
  // A write that changes nothing takes SQLite's write lock at the start, where waiting for it is allowed.
  private asWriter<Result>(work: () => Promise<Result>): () => Promise<Result> {
    return async () => {
      await this.manager().query('UPDATE migrations SET id = id WHERE id IS NULL');
      return work();
    };
  }
}
