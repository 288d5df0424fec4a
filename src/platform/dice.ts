import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Id } from '../kernel/identifiers';

/** Gives what nobody can guess; the only place that asks for randomness. */
export abstract class Dice {
  abstract id<Kind extends string>(): Id<Kind>;
  /** A secret of 160 bits as 32 lower-case base32 letters, fit for addresses and paths. */
  abstract secret(): string;
  /** A code of so many digits, to be said or written on paper. */
  abstract digits(count: number): string;
}

const base32 = 'abcdefghijklmnopqrstuvwxyz234567';

@Injectable()
export class SystemDice extends Dice {
  id<Kind extends string>(): Id<Kind> {
    return randomUUID() as string as Id<Kind>;
  }

  secret(): string {
    // 256 is a multiple of 32, so every letter is equally likely.
    return Array.from(randomBytes(32), (byte) => base32.charAt(byte % 32)).join('');
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => String(randomInt(10))).join('');
  }
}
