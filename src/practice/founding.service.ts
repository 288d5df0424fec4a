import { Injectable } from '@nestjs/common';
import { Coordinators } from '../access/coordinators.service';
import type { Viewer } from '../access/domain/viewer';
import { FirstAdministrator } from '../access/first-administrator.service';
import { HandedSecrets } from '../access/handed-secrets.service';
import { OneTimeSecrets } from '../access/one-time-secrets.service';
import { Sessions } from '../access/sessions.service';
import { Units } from '../access/units.service';
import { DomainError } from '../kernel/domain-error';
import type { Language } from '../kernel/in-words';
import { ProtectedMail } from '../people/protected-mail.service';
import { Dice } from '../platform/dice';
import type { Say } from '../platform/web/words';
import { organisation } from './cast';

/** With what one signs in to the practice. */
export interface PracticeAccount {
  readonly email: string;
  readonly password: string;
}

/** The ways in, as a new organisation finds them. */
@Injectable()
export class FoundingDoors {
  constructor(
    readonly secrets: OneTimeSecrets,
    readonly first: FirstAdministrator,
    readonly handed: HandedSecrets,
    readonly sessions: Sessions,
  ) {}
}

/** What the administrator sets up. */
@Injectable()
export class FoundingOffice {
  constructor(
    readonly units: Units,
    readonly coordinators: Coordinators,
    readonly protectedMail: ProtectedMail,
  ) {}
}

/** Founds the invented organisation the way any organisation is founded: one secret, then one after the other. */
@Injectable()
export class Founding {
  constructor(
    private readonly doors: FoundingDoors,
    private readonly office: FoundingOffice,
    private readonly dice: Dice,
  ) {}

  async administrator(language: Language): Promise<Viewer> {
    const secret = await this.doors.secrets.make('first-administrator', null);
    const { name, email } = organisation.administrator;
    const { session } = await this.doors.first.begin({
      secret,
      password: this.dice.secret(),
      organisation: organisation.name,
      name,
      email,
      language,
    });
    return this.viewerOf(session);
  }

  /** The coordinator chooses a password of her own, with the address she was handed. */
  async coordinator(administrator: Viewer): Promise<{ readonly viewer: Viewer; readonly account: PracticeAccount }> {
    const unit = await this.office.units.add(administrator, organisation.unit);
    const given = { ...organisation.coordinator, unitId: unit.id };
    const { secret } = await this.office.coordinators.add(administrator, given);
    const password = this.passwordToType();
    const { session } = await this.doors.handed.choose(secret, password);
    return { viewer: await this.viewerOf(session), account: { email: organisation.coordinator.email, password } };
  }

  async protectMail(administrator: Viewer, say: Say): Promise<void> {
    for (const domain of organisation.protectedDomains)
      await this.office.protectedMail.decide(administrator, { domain, agreement: say('practice.agreement') });
  }

  /** 80 bits in four groups. */
  private passwordToType(): string {
    return (this.dice.secret().slice(0, 16).match(/.{4}/g) ?? []).join('-');
  }

  private async viewerOf(session: string): Promise<Viewer> {
    const found = await this.doors.sessions.find(session);
    if (!found) throw new DomainError('notFound');
    return found.viewer;
  }
}
