import { Injectable } from '@nestjs/common';
import { AuditLog, linkHolder } from '../audit/audit-log.service';
import { Clock } from '../platform/clock';
import { Dice } from '../platform/dice';
import { digest } from '../platform/digest';
import { LinkSession } from './domain/link-session';
import type { PersonalLink } from './domain/personal-link';
import { LinksRepository } from './links.repository';

/** Keeps what is behind the code open for a short while after each visit. Only the session's hash is kept. */
@Injectable()
export class LinkSessions {
  constructor(
    private readonly links: LinksRepository,
    private readonly clock: Clock,
    private readonly dice: Dice,
    private readonly audit: AuditLog,
  ) {}

  /** The session's secret, for the browser's cookie; an earlier one of the same link ends. */
  async begin(link: PersonalLink): Promise<string> {
    const { id: linkId, groupId, personId } = link;
    const now = this.clock.now();
    const secret = this.dice.secret();
    await this.links.endSessions(linkId);
    const origin = { id: this.dice.id<'link session'>(), csrf: this.dice.secret(), madeAt: now, seenAt: now };
    await this.links.addSession(new LinkSession({ ...origin, hash: digest(secret), linkId }));
    await this.audit.record(linkHolder(link, 'link'), {
      action: 'agenda.opened',
      about: personId,
      subjects: [groupId],
    });
    return secret;
  }

  async find(secret: string | undefined, link: PersonalLink): Promise<LinkSession | null> {
    if (secret === undefined) return null;
    const session = await this.links.session(digest(secret));
    const now = this.clock.now();
    if (session?.opens(link.id, now) !== true) return null;
    if (session.isToBeNoticed(now)) await this.links.noticeSession(session.id, now);
    return session;
  }
}
