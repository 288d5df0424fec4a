import { EntitySchema } from 'typeorm';
import { id, text, timeOfDay, whole, yesNo } from '../../platform/database/columns';
import { Thing } from '../domain/thing';
import { TravelTime } from '../domain/travel-time';

export const thingSchema = new EntitySchema<Thing>({
  name: 'Thing',
  target: Thing,
  tableName: 'thing',
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    kind: { name: 'kind', type: 'varchar', length: 10 },
    name: { name: 'name', type: 'varchar', length: 80 },
    place: text('place'),
    placeIsPublic: yesNo('place_is_public'),
    opens: timeOfDay('opens', { nullable: true }),
    closes: timeOfDay('closes', { nullable: true }),
    isRetired: yesNo('is_retired'),
  },
  indices: [{ name: 'thing_organisation', columns: ['organisationId'] }],
});

export const travelTimeSchema = new EntitySchema<TravelTime>({
  name: 'TravelTime',
  target: TravelTime,
  tableName: 'travel_time',
  columns: {
    personId: id('person_id', { primary: true }),
    organisationId: id('organisation_id'),
    minutes: whole('minutes'),
  },
});
