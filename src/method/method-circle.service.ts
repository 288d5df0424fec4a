import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { Staff } from '../access/staff.service';
import { AuditLog } from '../audit/audit-log.service';
import type { CalendarDate } from '../kernel/calendar-date';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Stamp } from '../people/stamp.service';
import { Settings } from '../platform/config/settings';

/** Gives the method check its day and its staff, and writes down that it was shown. */
@Injectable()
export class MethodCircle {
  constructor(
    private readonly staff: Staff,
    private readonly audit: AuditLog,
    private readonly stamp: Stamp,
    private readonly settings: Settings,
  ) {}

  get moment(): { readonly today: CalendarDate; readonly zone: string } {
    return { today: this.stamp.today(), zone: this.settings.zone };
  }

  /** Those who work now, by the id of their account. */
  async names(viewer: Viewer): Promise<ReadonlyMap<string, string>> {
    const coordinators = await this.staff.coordinators(viewer);
    return new Map(coordinators.map(({ userId, name }) => [userId, name]));
  }

  /** The check rests on every person and meeting of the group, so each reading names them. */
  shown(viewer: Viewer, { id, serviceUserId, members }: ResourceGroup): Promise<void> {
    const subjects = [id, ...members.map(({ personId }) => personId)];
    return this.audit.record(viewer, { action: 'method.read', about: serviceUserId, subjects });
  }
}
