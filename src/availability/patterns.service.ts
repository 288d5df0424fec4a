import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { type Actor, AuditLog } from '../audit/audit-log.service';
import type { OrganisationId, PersonId } from '../kernel/identifiers';
import { Clock } from '../platform/clock';
import type { Owner } from './availability.repository';
import { Pattern, type SaidTimes } from './domain/pattern';
import type { WeeklyHours } from './domain/personal-hours';
import { PatternRepository } from './pattern.repository';

/** Keeps what people answer themselves when they are asked when it usually suits them. */
@Injectable()
export class Patterns {
  constructor(
    private readonly patterns: PatternRepository,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** Whoever asks has made sure that the people may be seen. */
  of(organisationId: OrganisationId, people: readonly PersonId[]): Promise<readonly Pattern[]> {
    return this.patterns.of(organisationId, people);
  }

  async ofPerson({ organisationId, personId }: Owner): Promise<Pattern | null> {
    const [pattern] = await this.patterns.of(organisationId, [personId]);
    return pattern ?? null;
  }

  /** The newest holds: also over hours that were noted before. */
  async take(by: Actor, { organisationId, personId }: Owner, said: SaidTimes): Promise<void> {
    const answeredAt = this.clock.now();
    await this.patterns.save(new Pattern({ organisationId, personId, ...said, answeredAt, overruledAt: null }));
    await this.audit.record(by, { action: 'hours.said', about: personId, subjects: [] });
  }

  /** Hours that are noted hold from now on; when there are none, what the person said does. */
  async yieldTo(viewer: Viewer, owner: Owner, noted: readonly WeeklyHours[]): Promise<void> {
    await this.patterns.overrule(owner, noted.length > 0 ? this.clock.now() : null);
    await this.audit.record(viewer, { action: 'hours.changed', about: owner.personId, subjects: [] });
  }

  async remove(viewer: Viewer, owner: Owner): Promise<void> {
    await this.patterns.remove(owner);
    await this.audit.record(viewer, { action: 'hours.changed', about: owner.personId, subjects: [] });
  }
}
