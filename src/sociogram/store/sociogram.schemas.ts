import { EntitySchema } from 'typeorm';
import type { Id, OrganisationId, PersonId } from '../../kernel/identifiers';
import { calendarDate, id, instant, text, whole, yesNo } from '../../platform/database/columns';
import type { NominationId, NominationState, NominationStep } from '../domain/nomination';
import { FigureId, Placement } from '../domain/placement';
import type { SociogramTold } from '../domain/sociogram';

const words = (name: string, length: number) => ({ name, type: 'varchar', length }) as const;

export type SociogramRow = Omit<SociogramTold, 'placements'>;

export const sociogramSchema = new EntitySchema<SociogramRow>({
  name: 'sociogram',
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    serviceUserId: id('service_user_id'),
    version: whole('version'),
    dated: calendarDate('dated'),
    closed: yesNo('closed'),
    madeAt: instant('made_at'),
  },
  indices: [{ name: 'sociogram_version', columns: ['serviceUserId', 'version'], unique: true }],
});

export const placementSchema = new EntitySchema<Placement>({
  name: Placement.name,
  tableName: 'placement',
  target: Placement,
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    sociogramId: id('sociogram_id'),
    figureId: id('figure_id'),
    name: text('name'),
    sector: words('sector', 40),
    ring: whole('ring'),
    tie: words('tie', 20),
    meaning: text('meaning'),
    importantFunction: yesNo('important_function'),
  },
  indices: [{ name: 'placement_sociogram', columns: ['sociogramId'] }],
});

export interface NominationRow {
  readonly id: NominationId;
  readonly organisationId: OrganisationId;
  readonly serviceUserId: PersonId;
  readonly figureId: FigureId;
  readonly state: NominationState;
  readonly personId: PersonId | null;
}

export const nominationSchema = new EntitySchema<NominationRow>({
  name: 'nomination',
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    serviceUserId: id('service_user_id'),
    figureId: id('figure_id'),
    state: words('state', 20),
    personId: id('person_id', { nullable: true }),
  },
  indices: [
    { name: 'nomination_figure', columns: ['figureId'], unique: true },
    { name: 'nomination_service_user', columns: ['serviceUserId'] },
  ],
});

export interface NominationStepRow extends NominationStep {
  readonly organisationId: OrganisationId;
  readonly nominationId: Id<'nomination'>;
  /** 1, 2, 3 … on the way of one nomination. */
  readonly number: number;
}

export const nominationStepSchema = new EntitySchema<NominationStepRow>({
  name: 'nomination_step',
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    nominationId: id('nomination_id'),
    number: whole('number'),
    became: words('became', 20),
    decidedBy: words('decided_by', 20),
    how: words('how', 20),
    day: calendarDate('day'),
    recordedBy: id('recorded_by'),
    recordedAt: instant('recorded_at'),
  },
  indices: [{ name: 'nomination_step_number', columns: ['nominationId', 'number'], unique: true }],
});

export const sociogramSchemas: EntitySchema[] = [
  sociogramSchema,
  placementSchema,
  nominationSchema,
  nominationStepSchema,
];
