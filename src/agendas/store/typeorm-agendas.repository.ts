import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import type { MeetingId, OrganisationId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import { Seal, SealedTable } from '../../platform/database/seal';
import { AgendasRepository } from '../agendas.repository';
import { Agenda } from '../domain/agenda';
import type { AgendaItem } from '../domain/agenda-item';
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
    const rows = await this.database.repository(agendaSchema).findBy(where);
    const items = await this.itemsOf(rows);
    return rows.map((row) => new Agenda({ ...row, items: items.filter((item) => item.agendaId === row.id) }));
  }

  async save(agendas: readonly Agenda[]): Promise<void> {
    for (const { items, ...row } of agendas) {
      const kept = items.map((item) => item.id);
      await this.database.repository(agendaSchema).save(row);
      await this.database.repository(agendaItemSchema).delete({ agendaId: row.id, id: Not(In(kept)) });
      await this.database.repository(agendaItemSchema).save(items.map((item) => sealed.close(item, this.seal)));
    }
  }

  async remove(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<void> {
    const where = { organisationId, meetingId: In(meetingIds) };
    const rows = await this.database.repository(agendaSchema).findBy(where);
    const ids = rows.map((row) => row.id);
    await this.database.repository(agendaItemSchema).delete({ agendaId: In(ids) });
    await this.database.repository(agendaSchema).delete({ id: In(ids) });
  }

  private async itemsOf(agendas: readonly AgendaRow[]): Promise<readonly AgendaItem[]> {
    const rows = await this.database.repository(agendaItemSchema).find({
      where: { agendaId: In(agendas.map((agenda) => agenda.id)) },
      order: { agendaId: 'ASC', position: 'ASC' },
    });
    return rows.map((row) => sealed.open(row, this.seal));
  }
}
