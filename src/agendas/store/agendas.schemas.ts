import { EntitySchema } from 'typeorm';
import { id, instant, text, whole } from '../../platform/database/columns';
import type { Agenda } from '../domain/agenda';
import { AgendaItem } from '../domain/agenda-item';

/** An agenda as its own table holds it; its items stand in theirs. */
export type AgendaRow = Pick<Agenda, 'id' | 'organisationId' | 'meetingId' | 'state' | 'releasedAt'>;

const words = (name: string, length: number) => ({ name, type: 'varchar', length }) as const;

export const agendaSchema = new EntitySchema<AgendaRow>({
  name: 'agenda',
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    meetingId: id('meeting_id'),
    state: words('state', 20),
    releasedAt: instant('released_at', { nullable: true }),
  },
  indices: [{ name: 'agenda_meeting', columns: ['meetingId'], unique: true }],
});

export const agendaItemSchema = new EntitySchema<AgendaItem>({
  name: 'AgendaItem',
  tableName: 'agenda_item',
  target: AgendaItem,
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    agendaId: id('agenda_id'),
    position: whole('position'),
    title: text('title'),
    neutralTitle: words('neutral_title', 100),
    leader: words('leader', 20),
    minutes: whole('minutes'),
    line: text('line'),
    easy: text('easy'),
  },
  indices: [{ name: 'agenda_item_agenda', columns: ['agendaId'] }],
});

export const agendasSchemas: EntitySchema[] = [agendaSchema, agendaItemSchema];
