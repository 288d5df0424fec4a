import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Say } from '../platform/web/words';
import { Refusal, reasonOf } from './refusal';

const ours = ['letters', 'mail', 'plan.json', 'year.svg'];

/** What one run of the practice leaves behind. */
export interface Harvest {
  /** The folder of written mail. */
  readonly mail: string;
  readonly letters: Buffer;
  readonly plan: object;
  readonly year: string;
}

/** The folder of `--out`: new, empty, or holding only what an earlier run wrote there, which is then replaced. */
export class OutputFolder {
  constructor(
    private readonly path: string,
    say: Say,
  ) {
    const others = this.names(say).filter((name) => !ours.includes(name));
    if (others.length > 0) throw new Refusal(say('practice.outNotOurs', { folder: path, names: others.join(', ') }));
  }

  write({ mail, letters, plan, year }: Harvest): void {
    for (const name of ours) rmSync(join(this.path, name), { recursive: true, force: true });
    mkdirSync(join(this.path, 'letters'), { recursive: true });
    cpSync(mail, join(this.path, 'mail'), { recursive: true });
    writeFileSync(join(this.path, 'letters', 'letters.pdf'), letters);
    writeFileSync(join(this.path, 'plan.json'), `${JSON.stringify(plan, null, 2)}\n`);
    writeFileSync(join(this.path, 'year.svg'), `${year}\n`);
  }

  private names(say: Say): readonly string[] {
    try {
      return existsSync(this.path) ? readdirSync(this.path) : [];
    } catch (fault) {
      throw new Refusal(say('practice.outUnreadable', { folder: this.path, reason: reasonOf(fault) }));
    }
  }
}
