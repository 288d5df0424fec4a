import { Injectable } from '@nestjs/common';
import { Settings } from '../platform/config/settings';
import { Jobs } from '../platform/jobs/jobs.service';
import { MailboxRounds } from './mailbox-rounds.service';

const lookEvery = 30_000;

/** Lets the program look into its mailbox by itself. Only a program that serves starts it, and only if it has one. */
@Injectable()
export class RepliesJob {
  constructor(
    private readonly jobs: Jobs,
    private readonly rounds: MailboxRounds,
    private readonly settings: Settings,
  ) {}

  start(): void {
    if (this.settings.mailbox === null) return;
    this.jobs.every(lookEvery, 'replies', (stopping) => this.rounds.look(stopping));
  }
}
