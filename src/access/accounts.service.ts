import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service';
import { DomainError } from '../kernel/domain-error';
import type { UnitId } from '../kernel/identifiers';
import type { Language } from '../kernel/in-words';
import { Clock } from '../platform/clock';
import { Dice } from '../platform/dice';
import { organisationName } from './domain/organisation';
import { type StaffFacts, StaffUser } from './domain/staff-user';
import type { Viewer } from './domain/viewer';
import { StaffRepository } from './staff.repository';

export interface Founding {
  readonly organisation: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

export interface NewCoordinator {
  readonly name: string;
  readonly email: string;
  readonly workPhone: string;
  readonly unitId: UnitId;
}

/** Opens accounts; none of them has a password yet. */
@Injectable()
export class Accounts {
  constructor(
    private readonly staff: StaffRepository,
    private readonly clock: Clock,
    private readonly dice: Dice,
    private readonly audit: AuditLog,
  ) {}

  /** A new organisation together with its first administrator. */
  async found({ organisation, ...person }: Founding): Promise<StaffUser> {
    const id = this.dice.id<'organisation'>();
    await this.staff.addOrganisation({ id, name: organisationName(organisation), madeAt: this.clock.now() });
    const place = { organisationId: id, unitId: null, role: 'administrator' } as const;
    const administrator = await this.open({ ...place, ...person, workPhone: '' });
    await this.audit.record(administrator.viewer(), { action: 'organisation.founded', about: null, subjects: [id] });
    return administrator;
  }

  async addCoordinator(viewer: Viewer, coordinator: NewCoordinator): Promise<StaffUser> {
    const { organisationId, language } = viewer;
    await this.staff.unit(organisationId, coordinator.unitId);
    const user = await this.open({ ...coordinator, organisationId, language, role: 'coordinator' });
    await this.audit.record(viewer, { action: 'coordinator.added', about: null, subjects: [user.id] });
    return user;
  }

  private async open(facts: Omit<StaffFacts, 'id' | 'passwordHash' | 'active' | 'madeAt'>): Promise<StaffUser> {
    const fresh = { id: this.dice.id<'user'>(), passwordHash: null, active: true, madeAt: this.clock.now() };
    const user = new StaffUser({ ...facts, ...fresh });
    // One address signs in one user, in all organisations together.
    if ((await this.staff.byEmail(user.email)) !== null)
      throw new DomainError('staffEmailTaken', { field: 'staffEmail' });
    await this.staff.save(user);
    return user;
  }
}
