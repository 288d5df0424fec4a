import { EntitySchema } from 'typeorm';
import { id, instant, text } from '../../platform/database/columns';
import { LinkSession } from '../domain/link-session';
import type { PersonalLink } from '../domain/personal-link';

/** A link as its table holds it; what it shows is sealed. */
export type PersonalLinkRow = Omit<
  Pick<
    PersonalLink,
    Exclude<keyof PersonalLink, 'isWithdrawn' | 'mayOpenAgenda' | 'opensAt' | 'showing' | 'withCode' | 'withdraw'>
  >,
  'shown'
> & { readonly shown: string };

const words = (name: string, length: number) => ({ name, type: 'varchar', length }) as const;

export const personalLinkSchema = new EntitySchema<PersonalLinkRow>({
  name: 'personal_link',
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    groupId: id('group_id'),
    personId: id('person_id'),
    hash: words('hash', 64),
    codeHash: { ...words('code_hash', 200), nullable: true },
    shown: text('shown'),
    madeAt: instant('made_at'),
    withdrawnAt: instant('withdrawn_at', { nullable: true }),
    askedAt: instant('asked_at', { nullable: true }),
  },
  indices: [{ name: 'personal_link_hash', columns: ['hash'], unique: true }],
});

export const linkSessionSchema = new EntitySchema<LinkSession>({
  name: 'LinkSession',
  tableName: 'link_session',
  target: LinkSession,
  columns: {
    id: id('id', { primary: true }),
    hash: words('hash', 64),
    linkId: id('link_id'),
    csrf: words('csrf', 64),
    madeAt: instant('made_at'),
    seenAt: instant('seen_at'),
  },
  indices: [{ name: 'link_session_hash', columns: ['hash'], unique: true }],
});

export const personalLinkSchemas: EntitySchema[] = [personalLinkSchema, linkSessionSchema];
