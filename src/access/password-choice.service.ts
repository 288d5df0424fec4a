import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service';
import type { StaffUser } from './domain/staff-user';
import { Passwords } from './passwords.service';
import { Sessions } from './sessions.service';
import { StaffRepository } from './staff.repository';

/** Lets a user choose a password. */
@Injectable()
export class PasswordChoice {
  constructor(
    private readonly staff: StaffRepository,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
  ) {}

  /** Whoever was signed in with the old password is signed out. */
  async choose(user: StaffUser, password: string): Promise<StaffUser> {
    const { name } = await this.staff.organisation(user.organisationId);
    const passwordHash = await this.passwords.hashOf(password, { email: user.email, organisation: name });
    const changed = user.withPassword(passwordHash);
    await this.staff.save(changed);
    await this.sessions.endAllOf(changed);
    await this.audit.record(changed.viewer(), { action: 'password.chosen', about: null, subjects: [] });
    return changed;
  }
}
