import { EntitySchema } from 'typeorm';
import { calendarDate, id, instant, text } from '../../platform/database/columns';
import { Consent } from '../domain/consent';
import { Member } from '../domain/member';
import type { ResourceGroup } from '../domain/resource-group';

/** A group as its own table holds it; its members stand in theirs. */
export type GroupRow = Pick<
  ResourceGroup,
  | 'id'
  | 'organisationId'
  | 'unitId'
  | 'profile'
  | 'serviceUserId'
  | 'name'
  | 'neutralTitle'
  | 'state'
  | 'sizeReason'
  | 'madeAt'
>;

const words = (name: string, length: number) => ({ name, type: 'varchar', length }) as const;

export const groupSchema = new EntitySchema<GroupRow>({
  name: 'resource_group',
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    unitId: id('unit_id', { nullable: true }),
    profile: words('profile', 60),
    serviceUserId: id('service_user_id'),
    name: words('name', 100),
    neutralTitle: words('neutral_title', 60),
    state: words('state', 20),
    sizeReason: text('size_reason'),
    madeAt: instant('made_at'),
  },
  indices: [{ name: 'resource_group_organisation', columns: ['organisationId'] }],
});

export const memberSchema = new EntitySchema<Member>({
  name: 'Member',
  tableName: 'member',
  target: Member,
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    groupId: id('group_id'),
    personId: id('person_id'),
    part: words('part', 20),
    functionInGroup: text('function_in_group'),
    approvedOn: calendarDate('approved_on', { nullable: true }),
    approvedHow: words('approved_how', 20),
    talkedOn: calendarDate('talked_on', { nullable: true }),
    state: words('state', 20),
    madeAt: instant('made_at'),
  },
  indices: [{ name: 'member_person', columns: ['groupId', 'personId'], unique: true }],
});

export const consentSchema = new EntitySchema<Consent>({
  name: 'Consent',
  tableName: 'consent',
  target: Consent,
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    groupId: id('group_id'),
    personId: id('person_id'),
    kind: words('kind', 20),
    textShown: text('text_shown'),
    how: words('how', 20),
    givenOn: calendarDate('given_on'),
    until: calendarDate('until', { nullable: true }),
    recordedBy: id('recorded_by'),
    recordedAt: instant('recorded_at'),
    withdrawnAt: instant('withdrawn_at', { nullable: true }),
  },
  indices: [{ name: 'consent_person', columns: ['groupId', 'personId'] }],
});

export const groupsSchemas: EntitySchema[] = [groupSchema, memberSchema, consentSchema];
