import { EntitySchema } from 'typeorm';
import { id, instant, json, whole } from '../../platform/database/columns';
import type { ChainedEntry } from '../domain/access-log';

export interface HeadRow {
  readonly id: string;
  readonly number: number;
  readonly hash: string;
}

const words = (name: string, length: number) => ({ name, type: 'varchar', length }) as const;

export const accessLogSchema = new EntitySchema<ChainedEntry>({
  name: 'access_log',
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    number: whole('number'),
    at: instant('at'),
    userId: id('user_id', { nullable: true }),
    role: words('role', 40),
    action: words('action', 60),
    aboutId: id('about_id', { nullable: true }),
    subjects: json('subjects'),
    previous: words('previous', 64),
    hash: words('hash', 64),
  },
  indices: [
    { name: 'access_log_number', columns: ['organisationId', 'number'], unique: true },
    { name: 'access_log_about', columns: ['organisationId', 'aboutId'] },
  ],
});

/** The end of each organisation's chain; its id is the organisation's. */
export const accessLogHeadSchema = new EntitySchema<HeadRow>({
  name: 'access_log_head',
  columns: { id: id('id', { primary: true }), number: whole('number'), hash: words('hash', 64) },
});

export const auditSchemas: EntitySchema[] = [accessLogSchema, accessLogHeadSchema];
