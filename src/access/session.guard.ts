import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { askingOf, type Visitor } from '../platform/web/asking';
import { type Say, Words } from '../platform/web/words';
import { navigationFor } from './navigation';
import { sessionCookie } from './session-cookie';
import { type OpenSession, Sessions } from './sessions.service';

/** Finds out who asks. It lets everybody pass; whether they may is the next guard's question. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly words: Words,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const asking = askingOf(context);
    const secret = asking.jar.read(sessionCookie);
    if (secret === undefined) return true;
    const session = await this.database.transaction(() => this.sessions.find(secret));
    if (session === null) {
      asking.jar.drop(sessionCookie);
      return true;
    }
    const { language } = session.viewer;
    const say = this.words.in(language);
    Object.assign(asking, { language, say, visitor: visitorOf(session, say) });
    return true;
  }
}

const visitorOf = ({ viewer, csrf, organisation }: OpenSession, say: Say): Visitor => ({
  viewer,
  csrf,
  signedIn: { name: viewer.name, organisation, role: say(`access.role.${viewer.role}`) },
  navigation: navigationFor(viewer.role, say),
});
