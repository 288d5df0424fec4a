import { Injectable } from '@nestjs/common';
import { DomainError } from '../kernel/domain-error';
import type { GroupId, OrganisationId } from '../kernel/identifiers';
import type { Instant } from '../kernel/instant';
import { Stamp } from '../people/stamp.service';
import { digest } from '../platform/digest';
import type { OpenMailbox } from '../platform/mailbox/mailbox';
import type { Decision, Nothing } from './domain/decision';
import { type IncomingId, IncomingMail, type MailPart } from './domain/incoming-mail';
import { IncomingMailRepository } from './incoming-mail.repository';

type Mail = Omit<MailPart, 'part'>;

/** A decision and what is kept of it. */
export interface Kept {
  readonly decision: Decision;
  readonly incoming: IncomingMail;
}

/** Writes down what came of each mail, and how far the mailbox has been read. */
@Injectable()
export class IncomingMails {
  constructor(
    private readonly kept: IncomingMailRepository,
    private readonly stamp: Stamp,
  ) {}

  has(key: string): Promise<boolean> {
    return this.kept.has(key);
  }

  /** One for each decision; null when another process keeps them already. */
  async keep(mail: Mail, decisions: readonly Decision[]): Promise<readonly Kept[] | null> {
    const at = this.stamp.now();
    const kept = decisions.map((decision, part) => {
      const made = { id: this.stamp.id<'incoming mail'>(), at };
      return { decision, incoming: IncomingMail.of({ ...mail, part }, decision, made) };
    });
    return (await this.kept.add(kept.map(({ incoming }) => incoming))) ? kept : null;
  }

  cameToNothing({ incoming }: Kept, why: Nothing): Promise<void> {
    return this.kept.save(incoming.cameToNothing(why));
  }

  waitingIn(organisationId: OrganisationId, groupId: GroupId): Promise<readonly IncomingMail[]> {
    return this.kept.waitingIn(organisationId, groupId);
  }

  get(organisationId: OrganisationId, id: IncomingId): Promise<IncomingMail | null> {
    return this.kept.get(organisationId, id);
  }

  async close(mail: IncomingMail): Promise<void> {
    if (!(await this.kept.close(mail))) throw new DomainError('replyAlreadyClosed');
  }

  /** The last number that was read; 0 in a mailbox that is new, or whose server has numbered it anew. */
  async reached({ name, validity }: OpenMailbox): Promise<number> {
    const before = await this.kept.reached(digest(name));
    return before?.validity === validity ? before.uid : 0;
  }

  reach({ name, validity }: OpenMailbox, uid: number): Promise<void> {
    return this.kept.reach({ mailbox: digest(name), validity, uid });
  }

  now(): Instant {
    return this.stamp.now();
  }
}
