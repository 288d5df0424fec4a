import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import { DomainError } from '../kernel/domain-error';
import { Dice } from '../platform/dice';
import { type FaultyLine, mostOwnDays, readDayList } from './domain/day-list';
import { OwnDays, type OwnDaysId, type OwnDaysParts } from './domain/own-days';
import { defaultQuietWeeks } from './domain/quiet-weeks';
import { OwnDaysRepository } from './own-days.repository';

export interface OwnYear {
  readonly days: readonly OwnDays[];
  readonly quietWeeks: readonly number[];
}

/** What the administrator notes of the organisation's own days. */
@Injectable()
export class OwnDaysNotes {
  constructor(
    private readonly days: OwnDaysRepository,
    private readonly audit: AuditLog,
    private readonly dice: Dice,
  ) {}

  async of({ organisationId }: Viewer): Promise<OwnYear> {
    const quietWeeks = (await this.days.quietWeeksOf(organisationId)) ?? defaultQuietWeeks;
    return { days: await this.days.all(organisationId), quietWeeks };
  }

  add(viewer: Viewer, given: Omit<OwnDaysParts, 'id' | 'organisationId'>): Promise<void> {
    return this.keep(viewer, [new OwnDays({ ...this.newDays(viewer), ...given })]);
  }

  /** All the lines or none; the faulty ones come back. */
  async addList(viewer: Viewer, text: string): Promise<readonly FaultyLine[]> {
    const reading = readDayList(text, () => this.newDays(viewer));
    if (reading.kind === 'faulty') return reading.lines;
    await this.keep(viewer, reading.days);
    return [];
  }

  async remove(viewer: Viewer, id: OwnDaysId): Promise<void> {
    const own = await this.days.all(viewer.organisationId);
    if (!own.some((days) => days.id === id)) throw new DomainError('notFound');
    await this.days.remove(viewer.organisationId, id);
    await this.audit.record(viewer, { action: 'own-days.removed', about: null, subjects: [id] });
  }

  async setQuietWeeks(viewer: Viewer, weeks: readonly number[]): Promise<void> {
    await this.days.saveQuietWeeks(viewer.organisationId, weeks);
    await this.audit.record(viewer, { action: 'quiet-weeks.changed', about: null, subjects: [] });
  }

  // The same list may be pasted again next year with some lines more.
  private async keep(viewer: Viewer, given: readonly OwnDays[]): Promise<void> {
    const before = await this.days.all(viewer.organisationId);
    const added = given.filter((one, at) => ![...before, ...given.slice(0, at)].some((other) => one.isLike(other)));
    if (before.length + added.length > mostOwnDays) throw new DomainError('tooManyOwnDays', { max: mostOwnDays });
    await this.days.add(added);
    await this.audit.record(viewer, { action: 'own-days.added', about: null, subjects: added.map(({ id }) => id) });
  }

  private newDays({ organisationId }: Viewer): Pick<OwnDaysParts, 'id' | 'organisationId'> {
    return { id: this.dice.id(), organisationId };
  }
}
