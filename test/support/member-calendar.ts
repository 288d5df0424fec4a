import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const python = '/usr/bin/python3';

export const hasCalendarEngine = (): boolean =>
  spawnSync(python, ['-c', 'import ctypes; ctypes.CDLL("libicalss.so.3").icalclassify']).status === 0;

export interface Held {
  readonly uid: string;
  /** In UTC: `20270414T110000Z`. */
  readonly start: string;
  readonly sequence: number;
}

/** A member's calendar, played by libical's own iTIP engine in a process of its own. */
export class MemberCalendar {
  private readonly lines: AsyncIterator<string>;

  private constructor(private readonly engine: ChildProcessWithoutNullStreams) {
    this.lines = createInterface({ input: engine.stdout })[Symbol.asyncIterator]();
  }

  static of(address: string): MemberCalendar {
    return new MemberCalendar(spawn(python, [join(__dirname, 'member-calendar.py'), address]));
  }

  /** What the engine calls the message (`REQUEST-NEW`, `CANCEL-EVENT`, …), and all that the calendar holds then. */
  take(text: string): Promise<{ readonly class: string; readonly holds: readonly Held[] }> {
    return this.ask({ take: text });
  }

  /** The answer to the one event that it holds. */
  async reply(answer: 'accept' | 'decline'): Promise<string> {
    return (await this.ask<{ readonly reply: string }>({ reply: answer })).reply;
  }

  close(): void {
    this.engine.stdin.end();
  }

  private async ask<Done>(command: object): Promise<Done> {
    this.engine.stdin.write(`${JSON.stringify(command)}\n`);
    const next: IteratorResult<string, unknown> = await this.lines.next();
    if (next.done === true) throw new Error('The calendar engine ended.');
    return JSON.parse(next.value) as Done;
  }
}
