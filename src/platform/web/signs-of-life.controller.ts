import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { Database } from '../database/database';
import { type Answer, download } from './answer';
import { OwnTransactions } from './own-transactions';
import { For } from './policy';

const patience = 3000;

/** For whoever watches over the program: is it there, and can it work? Nothing else is told. */
@Controller()
@For('anyone')
export class SignsOfLifeController {
  constructor(private readonly database: Database) {}

  @Get('live')
  @OwnTransactions()
  live(): Answer {
    return plain('alive\n');
  }

  @Get('ready')
  @OwnTransactions()
  async ready(): Promise<Answer> {
    if (!(await this.databaseAnswers())) throw new ServiceUnavailableException();
    return plain('ready\n');
  }

  private async databaseAnswers(): Promise<boolean> {
    const enough = new AbortController();
    const late = sleep(patience, false, { signal: enough.signal }).catch(() => false);
    const asked = this.database.transaction(() => this.database.manager().query('SELECT 1'));
    const answers = asked.then(
      () => true,
      () => false,
    );
    const outcome = await Promise.race([answers, late]);
    enough.abort();
    return outcome;
  }
}

const plain = (body: string): Answer => download({ body, type: 'text/plain' });
