import type { ChainedEntry, Head } from './domain/access-log';

/** Keeps the access log; every call belongs to the transaction of what is logged. */
export abstract class AccessLogRepository {
  /** Takes the organisation's next number; others wait for it until the transaction ends. */
  abstract takeNumber(organisationId: string): Promise<{ readonly number: number; readonly previous: string }>;
  abstract append(entry: ChainedEntry): Promise<void>;
  abstract head(organisationId: string): Promise<Head>;
  abstract organisations(): Promise<readonly string[]>;
  /** At most `count` entries after the number, in order. */
  abstract after(organisationId: string, number: number, count: number): Promise<readonly ChainedEntry[]>;
  /** At most `count` entries about a person, newest first; only those before the number when one is given. */
  abstract about(organisationId: string, personId: string, page: TrailPage): Promise<readonly ChainedEntry[]>;
}

export interface TrailPage {
  readonly before: number | null;
  readonly count: number;
}
