import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database';
import type { OpenMailbox } from '../platform/mailbox/mailbox';
import { Consequences } from './consequences.service';
import type { Instant } from '../kernel/instant';
import { decideOn } from './domain/decide';
import type { Decision } from './domain/decision';
import { InvitationsKnown, type KnownInvitation } from './domain/known-invitation';
import type { Reading } from './domain/read-mail';
import { IncomingMails } from './incoming-mails.service';

/** A mail that has been read. */
export interface Arrived {
  readonly key: string;
  /** null: the server does not tell when it came. */
  readonly arrivedAt: Instant | null;
  readonly reading: Reading;
}

/** Decides on a mail, lets it have its consequences and writes both down: all in one transaction, once for each mail. */
@Injectable()
export class TakingIn {
  constructor(
    private readonly database: Database,
    private readonly incoming: IncomingMails,
    private readonly known: InvitationsKnown,
    private readonly consequences: Consequences,
  ) {}

  reached(open: OpenMailbox): Promise<number> {
    return this.database.transaction(() => this.incoming.reached(open));
  }

  reach(open: OpenMailbox, uid: number): Promise<void> {
    return this.database.transaction(() => this.incoming.reach(open, uid));
  }

  take({ key, arrivedAt, reading }: Arrived): Promise<void> {
    return this.database.transaction(async () => {
      if (await this.incoming.has(key)) return;
      const mail = { key, arrivedAt: this.notInTheFuture(arrivedAt) };
      const decisions = await this.decisions(reading, mail.arrivedAt);
      for (const kept of (await this.incoming.keep(mail, decisions)) ?? []) {
        const why = await this.consequences.of(kept.decision, nameOf(reading, key));
        if (why !== null) await this.incoming.cameToNothing(kept, why);
      }
    });
  }

  private async decisions(reading: Reading, arrivedAt: Instant): Promise<readonly Decision[]> {
    if (reading.kind === 'unreadable') return [{ kind: 'nothing', why: reading.why }];
    const known = new Map<string, KnownInvitation>();
    for (const address of reading.mail.addresses) {
      const invitation = await this.known.byAddress(address);
      if (invitation) known.set(address, invitation);
    }
    return decideOn(reading.mail, known, arrivedAt);
  }

  private notInTheFuture(arrivedAt: Instant | null): Instant {
    const now = this.incoming.now();
    return arrivedAt?.isBefore(now) === true ? arrivedAt : now;
  }
}

// RFC 5322 §3.6.4: the Message-ID names this mail and no other; one that has none is named by all that is in it.
const nameOf = (reading: Reading, key: string): string =>
  (reading.kind === 'read' ? reading.mail.messageId : '') || key;
