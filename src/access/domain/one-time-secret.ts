import type { Id, UserId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';

export type SecretPurpose = 'first-administrator' | 'choose-password';

/** A secret handed over once, by another way than mail. We hold its hash. */
export interface OneTimeSecret {
  readonly id: Id<'one-time secret'>;
  readonly hash: string;
  readonly purpose: SecretPurpose;
  /** Whose password it chooses; nobody's yet for the first administrator. */
  readonly userId: UserId | null;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
}

const day = 24 * 60;

/** How many minutes each kind is good for. */
export const goodFor = {
  'first-administrator': day,
  'choose-password': 7 * day,
} as const satisfies Record<SecretPurpose, number>;

export const isGood = ({ usedAt, expiresAt }: OneTimeSecret, now: Instant): boolean =>
  usedAt === null && now.isBefore(expiresAt);
