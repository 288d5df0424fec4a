import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Dice } from '../platform/dice';
import { digest } from '../platform/digest';
import { isOver, isToBeNoticed, sessionLimits } from './domain/session';
import type { StaffUser } from './domain/staff-user';
import type { Viewer } from './domain/viewer';
import { SessionRepository } from './session.repository';
import { StaffRepository } from './staff.repository';

/** A session as a request needs it. */
export interface OpenSession {
  readonly viewer: Viewer;
  readonly csrf: string;
  readonly organisation: string;
}

/** Begins, finds and ends what a signed-in browser holds on to. */
@Injectable()
export class Sessions {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly staff: StaffRepository,
    private readonly clock: Clock,
    private readonly dice: Dice,
  ) {}

  /** The secret for the browser's cookie. A new one at each signing in, so that none from before lives on. */
  async begin({ id: userId }: StaffUser): Promise<string> {
    const now = this.clock.now();
    await this.sessions.removeOlder(sessionLimits(now));
    const secret = this.dice.secret();
    const fresh = { id: this.dice.id<'session'>(), csrf: this.dice.secret() };
    await this.sessions.save({ ...fresh, hash: digest(secret), userId, madeAt: now, seenAt: now });
    return secret;
  }

  async find(secret: string): Promise<OpenSession | null> {
    const now = this.clock.now();
    const session = await this.sessions.byHash(digest(secret));
    if (session === null || isOver(session, now)) return null;
    const user = await this.staff.byId(session.userId);
    if (!user?.active) return null;
    if (isToBeNoticed(session, now)) await this.sessions.save({ ...session, seenAt: now });
    const { name } = await this.staff.organisation(user.organisationId);
    return { viewer: user.viewer(), csrf: session.csrf, organisation: name };
  }

  end(secret: string): Promise<void> {
    return this.sessions.remove(digest(secret));
  }

  endAllOf({ id }: StaffUser): Promise<void> {
    return this.sessions.removeOf(id);
  }
}
