import { DomainError } from '../../kernel/domain-error';
import type { OrganisationId, UnitId, UserId } from '../../kernel/identifiers';
import type { Language } from '../../kernel/in-words';
import type { Instant } from '../../kernel/instant';
import { line } from '../../kernel/line';
import { staffEmail } from './staff-email';
import { Role, Viewer } from './viewer';

export interface StaffFacts {
  readonly id: UserId;
  readonly organisationId: OrganisationId;
  readonly unitId: UnitId | null;
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly workPhone: string;
  readonly language: Language;
  readonly passwordHash: string | null;
  readonly active: boolean;
  readonly madeAt: Instant;
}

/** Somebody who signs in: an administrator or a coordinator of one organisation. */
export class StaffUser implements StaffFacts {
  readonly id: UserId;
  readonly organisationId: OrganisationId;
  readonly unitId: UnitId | null;
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly workPhone: string;
  readonly language: Language;
  /** null until a password has been chosen. */
  readonly passwordHash: string | null;
  readonly active: boolean;
  readonly madeAt: Instant;

  constructor(facts: StaffFacts) {
    this.id = facts.id;
    this.organisationId = facts.organisationId;
    this.unitId = facts.unitId;
    this.role = facts.role;
    this.name = staffName(facts.name);
    this.email = staffEmail(facts.email);
    this.workPhone = facts.role === 'coordinator' ? staffPhone(facts.workPhone) : facts.workPhone;
    this.language = facts.language;
    this.passwordHash = facts.passwordHash;
    this.active = facts.active;
    this.madeAt = facts.madeAt;
  }

  get firstName(): string {
    return this.name.split(' ')[0] ?? this.name;
  }

  /** A user who has been stopped, or has not chosen a password, has nothing to sign in with. */
  get mayBeSignedInBy(): string | null {
    return this.active ? this.passwordHash : null;
  }

  withPassword(passwordHash: string): StaffUser {
    return this.changed({ passwordHash });
  }

  stopped(): StaffUser {
    return this.changed({ active: false, passwordHash: null });
  }

  speaking(language: Language): StaffUser {
    return this.changed({ language });
  }

  viewer(): Viewer {
    const { id: userId, organisationId, role, name, language, unitId } = this;
    return new Viewer({ userId, organisationId, role, name, language, unitId });
  }

  private changed(change: Partial<StaffFacts>): StaffUser {
    return new StaffUser(Object.assign({}, this, change));
  }
}

export const staffName = (typed: string): string => line(typed, { field: 'staffName', max: 100 });

/** A number as people write it, 15 digits at most (ITU-T E.164 §6); the calls to meetings show it as it stands. */
export function staffPhone(typed: string): string {
  const phone = line(typed, { field: 'staffPhone', max: 40 });
  const digits = phone.replace(/\D/g, '').length;
  if (!/^[+0(][\d ()/-]+$/.test(phone) || digits < 5 || digits > 15)
    throw new DomainError('staffPhoneUnfit', { field: 'staffPhone' });
  return phone;
}
