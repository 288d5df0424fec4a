import { Injectable } from '@nestjs/common';
import { Jobs } from '../platform/jobs/jobs.service';
import { Dispatcher } from './dispatcher.service';

const lookEvery = 1000;

/** Lets the outbox send by itself. Only a program that serves starts it: commands, imports and upgrades send nothing. */
@Injectable()
export class OutboxJob {
  constructor(
    private readonly jobs: Jobs,
    private readonly dispatcher: Dispatcher,
  ) {}

  start(): void {
    this.jobs.every(lookEvery, 'outbox', (stopping) => this.dispatcher.dispatchAll(stopping));
  }
}
