import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import { DomainError } from '../kernel/domain-error';
import type { ThingId } from '../kernel/identifiers';
import { byName } from '../kernel/in-words';
import { Dice } from '../platform/dice';
import { Thing, type ThingParts } from './domain/thing';
import { ThingsRepository } from './things.repository';

/** The organisation's rooms and video links. */
@Injectable()
export class Things {
  constructor(
    private readonly things: ThingsRepository,
    private readonly audit: AuditLog,
    private readonly dice: Dice,
  ) {}

  /** By name, those that are retired as well. */
  async all({ organisationId, language }: Viewer): Promise<readonly Thing[]> {
    const inOrder = byName(language);
    return [...(await this.things.all(organisationId))].sort((a, b) => inOrder(a.name, b.name));
  }

  /** Those that can be chosen. */
  async inUse(viewer: Viewer): Promise<readonly Thing[]> {
    return (await this.all(viewer)).filter(({ isRetired }) => !isRetired);
  }

  async add(viewer: Viewer, given: Omit<ThingParts, 'id' | 'organisationId' | 'isRetired'>): Promise<void> {
    const thing = new Thing({ id: this.dice.id(), organisationId: viewer.organisationId, ...given });
    await this.things.save(thing);
    await this.audit.record(viewer, { action: 'thing.added', about: null, subjects: [thing.id] });
  }

  async retire(viewer: Viewer, id: ThingId): Promise<void> {
    const [thing] = await this.things.some(viewer.organisationId, [id]);
    if (!thing) throw new DomainError('notFound');
    await this.things.save(thing.retired());
    await this.audit.record(viewer, { action: 'thing.retired', about: null, subjects: [id] });
  }
}
