import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { maySignIn } from './domain/staff-email';
import type { StaffUser } from './domain/staff-user';
import { Passwords } from './passwords.service';
import { StaffRepository } from './staff.repository';

/** Finds who a name and a password belong to. */
@Injectable()
export class PasswordCheck {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffRepository,
    private readonly passwords: Passwords,
  ) {}

  async userWith(email: string, password: string): Promise<StaffUser | null> {
    const user = maySignIn(email) ? await this.database.transaction(() => this.staff.byEmail(email)) : null;
    const isRight = await this.passwords.matches(password, user?.mayBeSignedInBy ?? null);
    return isRight ? user : null;
  }
}
