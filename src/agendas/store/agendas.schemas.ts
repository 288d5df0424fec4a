import { EntitySchema } from 'typeorm';
import { type Readership, wholeCircle } from '../../groups/domain/readership';
import type { OrganisationId } from '../../kernel/identifiers';
import { id, instant, text, whole } from '../../platform/database/columns';
import type { Agenda } from '../domain/agenda';
import { AgendaItem } from '../domain/agenda-item';
import { Proposal } from '../domain/proposal';
import type { ReleasedAgenda } from '../domain/released-agenda';
import { readershipIn } from './stored-texts';

/** An agenda as its own table holds it; its items stand in theirs. */
export type AgendaRow = Pick<Agenda, 'id' | 'organisationId' | 'meetingId' | 'state' | 'releasedAt' | 'releaseNumber'>;

/** A release with its lines as one sealed JSON text. */
export interface ReleaseRow extends Pick<ReleasedAgenda, 'meetingId' | 'number' | 'releasedAt'> {
  readonly id: string;
  readonly organisationId: OrganisationId;
  readonly lines: string;
}

// Items from before anybody could choose have none, and are for the whole group.
const asReadership = {
  to: (value: Readership) => JSON.stringify(value),
  from: (stored: string | null): Readership => (stored === null ? wholeCircle : readershipIn(stored)),
};

const words = (name: string, length: number) => ({ name, type: 'varchar', length }) as const;

export const agendaSchema = new EntitySchema<AgendaRow>({
  name: 'agenda',
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    meetingId: id('meeting_id'),
    state: words('state', 20),
    releasedAt: instant('released_at', { nullable: true }),
    releaseNumber: whole('release_number', { default: 0 }),
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
    readership: text('readership', { nullable: true, transformer: asReadership }),
    guest: id('guest_person_id', { nullable: true }),
    standing: { ...words('standing', 40), default: '' },
    proposedBy: id('proposed_by_person_id', { nullable: true }),
    version: whole('version', { default: 1 }),
  },
  indices: [{ name: 'agenda_item_agenda', columns: ['agendaId'] }],
});

export const releaseSchema = new EntitySchema<ReleaseRow>({
  name: 'agenda_release',
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    meetingId: id('meeting_id'),
    number: whole('number'),
    releasedAt: instant('released_at'),
    lines: text('lines'),
  },
  indices: [{ name: 'agenda_release_number', columns: ['meetingId', 'number'], unique: true }],
});

export const proposalSchema = new EntitySchema<Proposal>({
  name: 'Proposal',
  tableName: 'agenda_proposal',
  target: Proposal,
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    groupId: id('group_id'),
    meetingId: id('meeting_id'),
    personId: id('person_id'),
    words: text('words'),
    madeAt: instant('made_at'),
    state: words('state', 10),
    itemId: id('item_id', { nullable: true }),
    answer: text('answer'),
    answeredAt: instant('answered_at', { nullable: true }),
  },
  indices: [{ name: 'agenda_proposal_meeting', columns: ['meetingId'] }],
});

export const agendasSchemas: EntitySchema[] = [agendaSchema, agendaItemSchema, releaseSchema, proposalSchema];
