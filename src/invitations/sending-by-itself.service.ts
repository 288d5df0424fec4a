import { Injectable } from '@nestjs/common';
import { Log } from '../platform/log';
import type { CallLine } from './domain/call-list';
import type { Gathering } from './domain/gathering';
import { IdentityIssue } from './identities.service';
import { Mailroom, type WrittenLine } from './mailroom.service';
import { Postings } from './postings.service';

/** Writes and puts what goes out without anybody pressing a button. */
@Injectable()
export class SendingByItself {
  constructor(
    private readonly identities: IdentityIssue,
    private readonly mailroom: Mailroom,
    private readonly postings: Postings,
    private readonly log: Log,
  ) {}

  /** In the caller's transaction. What may not leave is left out; the page about sending shows why. */
  async send(action: string, gathering: Gathering, lines: readonly CallLine[]): Promise<void> {
    const { caller } = gathering.parts;
    const told = lines.filter(({ messages }) => messages.length > 0);
    if (caller === null || told.length === 0) return;
    const identities = await this.identities.issue(gathering, caller);
    const written: WrittenLine[] = [];
    for (const line of told) written.push(await this.mailroom.write(line, { gathering, caller, identities }));
    const mayLeave = written.filter(({ findings }) => findings.length === 0);
    if (mayLeave.length < written.length)
      this.log.warn({ group: gathering.parts.group.id, action }, 'a message may not leave and was not put');
    if (mayLeave.length > 0) await this.postings.postByItself(action, gathering, mayLeave);
  }
}
