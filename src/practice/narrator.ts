import type { Say, Values } from '../platform/web/words';

/** Tells each step of the practice in one line. */
export class Narrator {
  private step = 0;

  constructor(
    private readonly say: Say,
    private readonly print: (line: string) => void,
  ) {}

  /** A numbered line: `practice.step.<key>`. */
  tell(key: string, values: Values = {}): void {
    this.step += 1;
    this.print(`${String(this.step).padStart(2)}. ${this.say(`practice.step.${key}`, values)}`);
  }

  /** A line by itself: `practice.<key>`. */
  add(key: string, values: Values = {}): void {
    this.print(this.say(`practice.${key}`, values));
  }
}
