import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service';
import type { UserId } from '../kernel/identifiers';
import type { StaffUser } from './domain/staff-user';
import type { Viewer } from './domain/viewer';
import { OneTimeSecrets } from './one-time-secrets.service';
import { Sessions } from './sessions.service';
import { StaffRepository } from './staff.repository';

/** A coordinator together with the secret to choose a password with; it is shown once and not kept. */
export interface Handed {
  readonly coordinator: StaffUser;
  readonly secret: string;
}

/** Gives a coordinator the way in, and takes it away. */
@Injectable()
export class CoordinatorAccess {
  constructor(
    private readonly staff: StaffRepository,
    private readonly secrets: OneTimeSecrets,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
  ) {}

  /** A secret handed over before opens nothing more. */
  async hand(coordinator: StaffUser): Promise<Handed> {
    await this.secrets.forget(coordinator.id);
    return { coordinator, secret: await this.secrets.make('choose-password', coordinator.id) };
  }

  /** For an address that was lost or is too old, and for a forgotten password. */
  async handAgain(viewer: Viewer, id: UserId): Promise<Handed> {
    const coordinator = await this.staff.coordinator(viewer.organisationId, id);
    await this.audit.record(viewer, { action: 'coordinator.secret-handed', about: null, subjects: [id] });
    return this.hand(coordinator);
  }

  async stop(viewer: Viewer, id: UserId): Promise<void> {
    const coordinator = await this.staff.coordinator(viewer.organisationId, id);
    await this.staff.save(coordinator.stopped());
    await this.sessions.endAllOf(coordinator);
    await this.secrets.forget(id);
    await this.audit.record(viewer, { action: 'coordinator.stopped', about: null, subjects: [id] });
  }
}
