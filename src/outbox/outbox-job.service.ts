import { Injectable } from '@nestjs/common';
import { Jobs } from '../platform/jobs/jobs.service';
import { Dispatcher } from './dispatcher.service';
import { RestoreWatch } from './restore-watch.service';

const lookEvery = 1000;
// In looks: a second after something was sent, and once a minute to show that this instance is awake.
const idleLooks = 60;

/** Lets the outbox send by itself. Only a program that serves starts it: commands, imports and upgrades send nothing. */
@Injectable()
export class OutboxJob {
  private attemptsMarked = -1;
  private looksSinceMark = 0;

  constructor(
    private readonly jobs: Jobs,
    private readonly dispatcher: Dispatcher,
    private readonly watch: RestoreWatch,
  ) {}

  start(): void {
    this.jobs.every(lookEvery, 'outbox', async (stopping) => {
      await this.watch.begin();
      await this.dispatcher.dispatchAll(stopping);
    });
    this.jobs.every(lookEvery, 'outbox mark', () => this.mark());
  }

  private async mark(): Promise<void> {
    const { attempts } = this.dispatcher;
    this.looksSinceMark += 1;
    if (attempts === this.attemptsMarked && this.looksSinceMark < idleLooks) return;
    await this.watch.renew();
    this.attemptsMarked = attempts;
    this.looksSinceMark = 0;
  }
}
