import { EntitySchema } from 'typeorm';
import type { OrganisationId } from '../../kernel/identifiers';
import { calendarDate, id, json } from '../../platform/database/columns';
import { OwnDays } from '../domain/own-days';

export const ownDaysSchema = new EntitySchema<OwnDays>({
  name: 'OwnDays',
  target: OwnDays,
  tableName: 'own_days',
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    kind: { name: 'kind', type: 'varchar', length: 20 },
    name: { name: 'name', type: 'varchar', length: 60 },
    from: calendarDate('first_day'),
    until: calendarDate('last_day'),
  },
  indices: [{ name: 'own_days_organisation', columns: ['organisationId'] }],
});

/** The quiet weeks of an organisation that has chosen its own. */
export interface QuietWeeksRow {
  readonly organisationId: OrganisationId;
  readonly weeks: readonly number[];
}

export const quietWeeksSchema = new EntitySchema<QuietWeeksRow>({
  name: 'quiet_weeks',
  columns: {
    organisationId: id('organisation_id', { primary: true }),
    weeks: json('weeks'),
  },
});
