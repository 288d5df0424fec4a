import { Injectable } from '@nestjs/common';
import { Log } from '../platform/log';
import type { CallLine } from './domain/call-list';
import type { Gathering } from './domain/gathering';
import { IdentityIssue } from './identities.service';
import { Mailroom, type WrittenLine } from './mailroom.service';
import { Postings, type Sender } from './postings.service';

/** Writes and puts what goes out without anybody pressing a button. */
@Injectable()
export class SendingByItself {
  constructor(
    private readonly identities: IdentityIssue,
    private readonly mailroom: Mailroom,
    private readonly postings: Postings,
    private readonly log: Log,
  ) {}

  send(action: string, gathering: Gathering, lines: readonly CallLine[]): Promise<void> {
    const { organisationId } = gathering.parts.group;
    return this.sendFor({ organisationId, userId: null, role: 'program' }, action, { gathering, lines });
  }

  /** In the caller's transaction. What may not leave is left out. */
  async sendFor(by: Sender, action: string, { gathering, lines, shownTo }: Telling): Promise<void> {
    const { caller } = gathering.parts;
    const told = lines.filter(({ messages }) => messages.length > 0);
    if (told.length === 0) return;
    if (caller === null) {
      this.tell(gathering, action, 'nobody works here to call in the name of, and nothing was put');
      return;
    }
    const identities = await this.identities.issue({ gathering, caller, lines: told, shownTo: shownTo ?? told });
    const written: WrittenLine[] = [];
    for (const line of told) written.push(await this.mailroom.write(line, { gathering, caller, identities }));
    const mayLeave = written.filter(({ findings }) => findings.length === 0);
    if (mayLeave.length < written.length) this.tell(gathering, action, 'a message may not leave and was not put');
    if (mayLeave.length > 0) await this.postings.postUnseen(by, action, gathering, mayLeave);
  }

  private tell({ parts: { group } }: Gathering, action: string, what: string): void {
    this.log.warn({ group: group.id, action }, what);
  }
}

interface Telling {
  readonly gathering: Gathering;
  readonly lines: readonly CallLine[];
  /** Whose own pages name the caller from now on; those who are told, unless others are named. */
  readonly shownTo?: readonly CallLine[];
}
