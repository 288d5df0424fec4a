import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable, OnModuleInit } from '@nestjs/common';
import { argon2id, hash, type HashOptions, verify } from 'argon2';
import { Settings } from '../platform/config/settings';
import { Dice } from '../platform/dice';
import { asTyped, chosenPassword, isTooLong } from './domain/password';

// OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two rounds, one lane.
const cost: HashOptions = { type: argon2id, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** Hashes chosen passwords and compares typed ones. */
@Injectable()
export class Passwords implements OnModuleInit {
  private common: ReadonlySet<string> = new Set();
  private nobodys = '';

  constructor(
    private readonly settings: Settings,
    private readonly dice: Dice,
  ) {}

  async onModuleInit(): Promise<void> {
    const list = readFileSync(join(this.settings.suppliedFolder, 'reference', 'common-passwords.txt'), 'utf8');
    this.common = new Set(list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#')));
    this.nobodys = await hash(this.dice.secret(), cost);
  }

  /** The hash of a password that may be chosen by this user. */
  hashOf(typed: string, { email, organisation }: { email: string; organisation: string }): Promise<string> {
    const isCommon = (password: string): boolean => this.common.has(password);
    return hash(chosenPassword(typed, { email, organisation, isCommon }), cost);
  }

  /** Takes the same time whether there is a password to compare with or not. */
  async matches(typed: string, kept: string | null): Promise<boolean> {
    const password = isTooLong(typed) ? '' : asTyped(typed);
    const same = await verify(kept ?? this.nobodys, password);
    return same && kept !== null;
  }
}
