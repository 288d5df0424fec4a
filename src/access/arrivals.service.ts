import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service';
import type { StaffUser } from './domain/staff-user';
import type { Role, Viewer } from './domain/viewer';
import { Sessions } from './sessions.service';

export interface Arrived {
  /** The secret for the browser's cookie. */
  readonly session: string;
  readonly role: Role;
}

/** Begins and ends sessions, and writes both down. */
@Injectable()
export class Arrivals {
  constructor(
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
  ) {}

  async of(user: StaffUser): Promise<Arrived> {
    await this.audit.record(user.viewer(), { action: 'session.begun', about: null, subjects: [] });
    return { session: await this.sessions.begin(user), role: user.role };
  }

  async leave(viewer: Viewer, session: string): Promise<void> {
    await this.sessions.end(session);
    await this.audit.record(viewer, { action: 'session.ended', about: null, subjects: [] });
  }
}
