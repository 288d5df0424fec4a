import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service';
import type { UnitId } from '../kernel/identifiers';
import { byName } from '../kernel/in-words';
import { Dice } from '../platform/dice';
import { Unit } from './domain/organisation';
import type { Viewer } from './domain/viewer';
import { StaffRepository } from './staff.repository';

/** The parts of the viewer's organisation. */
@Injectable()
export class Units {
  constructor(
    private readonly staff: StaffRepository,
    private readonly audit: AuditLog,
    private readonly dice: Dice,
  ) {}

  async all({ organisationId, language }: Viewer): Promise<readonly Unit[]> {
    const inOrder = byName(language);
    return [...(await this.staff.units(organisationId))].sort((a, b) => inOrder(a.name, b.name));
  }

  get({ organisationId }: Viewer, id: UnitId): Promise<Unit> {
    return this.staff.unit(organisationId, id);
  }

  async add(viewer: Viewer, name: string): Promise<Unit> {
    const unit = new Unit(this.dice.id(), viewer.organisationId, name);
    await this.staff.saveUnit(unit);
    await this.audit.record(viewer, { action: 'unit.added', about: null, subjects: [unit.id] });
    return unit;
  }

  async rename(viewer: Viewer, id: UnitId, name: string): Promise<void> {
    const unit = await this.get(viewer, id);
    await this.staff.saveUnit(unit.renamed(name));
    await this.audit.record(viewer, { action: 'unit.renamed', about: null, subjects: [id] });
  }
}
