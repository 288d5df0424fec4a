import { Injectable } from '@nestjs/common';
import { DomainError } from '../kernel/domain-error';
import { signInName } from './domain/staff-email';
import type { Viewer } from './domain/viewer';
import { StaffRepository } from './staff.repository';

/** For commands of whoever runs the program: the coordinator in whose name something is done. */
@Injectable()
export class CoordinatorByEmail {
  constructor(private readonly staff: StaffRepository) {}

  async find(email: string): Promise<Viewer> {
    const user = await this.staff.byEmail(signInName(email));
    if (user?.role !== 'coordinator' || !user.active) throw new DomainError('noSuchCoordinator', { email });
    return user.viewer();
  }
}
