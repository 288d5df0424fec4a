/** What a message is handed over with; the bytes are sent exactly as they are. */
export interface Consignment {
  readonly raw: Buffer;
  readonly envelope: { readonly from: string; readonly to: string };
}

/** Why a message could not be handed over now. */
export type Obstacle = 'serverBusy' | 'serverAway' | 'noAnswer' | 'connectionLost' | 'notSecure' | 'signInRefused';

/** What came of it. `reply` is what the server said, or what stood in the way, without addresses. */
export type Receipt =
  | { readonly kind: 'accepted'; readonly reply: string }
  | { readonly kind: 'written'; readonly reply: string }
  | { readonly kind: 'deferred'; readonly why: Obstacle; readonly reply: string }
  | { readonly kind: 'refused'; readonly code: number | null; readonly reply: string };

/** Hands finished messages over, one at a time; it decides nothing and records nothing. */
export abstract class Courier {
  /** Every expected trouble is a receipt. */
  abstract deliver(consignment: Consignment): Promise<Receipt>;
}

const longestReply = 300;

/** A server's words fit to be kept and shown: one line, no mail addresses, not endless. */
export const plainReply = (reply: string): string =>
  reply
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/<?[^\s<>@]+@[^\s<>@]+>?/g, '…')
    .trim()
    .slice(0, longestReply);
