import type { Instant } from '../../kernel/instant';

/** A mail as it lies on the server. */
export interface LyingMail {
  readonly uid: number;
  /** When the server took it in; null when it does not say. */
  readonly arrivedAt: Instant | null;
  /** Bytes. */
  readonly size: number;
  /** null: it is larger than asked for, and was left where it lies. */
  readonly raw: Buffer | null;
}

/** The mailbox while a connection to it is open. Nothing in it is ever deleted. */
export interface OpenMailbox {
  /** Which mailbox this is, told without its password. */
  readonly name: string;
  /** The numbers below mean nothing under another validity (RFC 9051 §2.3.1.1). */
  readonly validity: string;
  /** The numbers of all mail after this one, in their order. */
  after(uid: number): Promise<readonly number[]>;
  fetch(uids: readonly number[], largest: number): Promise<readonly LyingMail[]>;
  markSeen(uids: readonly number[]): Promise<void>;
}

/** Where answers to our mail arrive. */
export abstract class Mailbox {
  /** Opens it, works, closes it; what the network breaks is thrown. */
  abstract visit(work: (open: OpenMailbox) => Promise<void>, stopping?: AbortSignal): Promise<void>;
}
