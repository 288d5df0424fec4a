import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import type { MeetingId, OrganisationId } from '../../kernel/identifiers';
import { goneIn, newOrOtherIn } from '../../platform/database/changed-parts';
import { Database } from '../../platform/database/database';
import { Seal, SealedTable } from '../../platform/database/seal';
import { type AgendaChange, AgendasRepository } from '../agendas.repository';
import { Agenda } from '../domain/agenda';
import type { AgendaItem } from '../domain/agenda-item';
import type { ReleaseNumber } from '../domain/released-agenda';
import { agendaItemSchema, type AgendaRow, agendaSchema } from './agendas.schemas';

const sealed = new SealedTable<AgendaItem>('agenda_item', ['title', 'line', 'easy']);

@Injectable()
export class TypeormAgendasRepository extends AgendasRepository {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {
    super();
  }

  async of(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<readonly Agenda[]> {
    const where = { organisationId, meetingId: In(meetingIds) };
    return this.withItems(await this.database.repository(agendaSchema).findBy(where));
  }

  async newestReleases(
    organisationId: OrganisationId,
    meetingIds: readonly MeetingId[],
  ): Promise<readonly ReleaseNumber[]> {
    const where = { organisationId, meetingId: In(meetingIds), releasedAt: Not(IsNull()) };
    const rows = await this.database.repository(agendaSchema).findBy(where);
    return rows.map(({ meetingId, releaseNumber: number }) => ({ meetingId, number }));
  }

  async forChange(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<readonly Agenda[]> {
    const rows = await this.database.repository(agendaSchema).find({
      where: { organisationId, meetingId: In(meetingIds) },
      // Two who lock several take them in the same order, so neither waits for the other for ever.
      order: { id: 'ASC' },
      // SQLite has one writer at a time, and TypeORM refuses locks there.
      ...(this.database.engine === 'postgres' ? { lock: { mode: 'pessimistic_write' } } : {}),
    });
    return this.withItems(rows);
  }

  async save(changes: readonly AgendaChange[]): Promise<void> {
    for (const { before, after } of changes) {
      const { items, ...row } = after;
      await this.database.repository(agendaSchema).save(row);
      await this.removeItems(goneIn(before?.items ?? [], items));
      await this.saveItems(newOrOtherIn(before?.items ?? [], items));
    }
  }

  async remove(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<void> {
    const where = { organisationId, meetingId: In(meetingIds) };
    const rows = await this.database.repository(agendaSchema).findBy(where);
    const ids = rows.map((row) => row.id);
    await this.database.repository(agendaItemSchema).delete({ agendaId: In(ids) });
    await this.database.repository(agendaSchema).delete({ id: In(ids) });
  }

  private async removeItems(items: readonly AgendaItem[]): Promise<void> {
    if (items.length === 0) return;
    await this.database.repository(agendaItemSchema).delete({ id: In(items.map(({ id }) => id)) });
  }

  private async saveItems(items: readonly AgendaItem[]): Promise<void> {
    await this.database.repository(agendaItemSchema).save(items.map((item) => sealed.close(item, this.seal)));
  }

  private async withItems(rows: readonly AgendaRow[]): Promise<readonly Agenda[]> {
    const items = await this.itemsOf(rows);
    return rows.map((row) => new Agenda({ ...row, items: items.filter((item) => item.agendaId === row.id) }));
  }

  private async itemsOf(agendas: readonly AgendaRow[]): Promise<readonly AgendaItem[]> {
    const rows = await this.database.repository(agendaItemSchema).find({
      where: { agendaId: In(agendas.map((agenda) => agenda.id)) },
      order: { agendaId: 'ASC', position: 'ASC' },
    });
    return rows.map((row) => sealed.open(row, this.seal));
  }
}
