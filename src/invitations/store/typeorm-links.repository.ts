import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { GroupId, OrganisationId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import { Database } from '../../platform/database/database';
import { Seal, SealedTable } from '../../platform/database/seal';
import type { LinkSession, LinkSessionId } from '../domain/link-session';
import { type LinkPlace, type LinkShown, PersonalLink, type PersonalLinkId } from '../domain/personal-link';
import { LinksRepository } from '../links.repository';
import { linkSessionSchema, type PersonalLinkRow, personalLinkSchema } from './personal-link.schemas';

const sealed = new SealedTable<PersonalLinkRow>('personal_link', ['shown']);

@Injectable()
export class TypeormLinksRepository extends LinksRepository {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {
    super();
  }

  async livingOf({ organisationId, groupId, personId }: LinkPlace): Promise<PersonalLink | null> {
    const where = { organisationId, groupId, personId, withdrawnAt: IsNull() };
    return this.opened(await this.links().findOne({ where, order: { madeAt: 'DESC' } }));
  }

  async livingIn(organisationId: OrganisationId, groupId: GroupId): Promise<readonly PersonalLink[]> {
    const rows = await this.links().findBy({ organisationId, groupId, withdrawnAt: IsNull() });
    return rows.map((row) => this.link(row));
  }

  async byHash(hash: string): Promise<PersonalLink | null> {
    return this.opened(await this.links().findOneBy({ hash }));
  }

  async save({ shown, ...link }: PersonalLink): Promise<void> {
    await this.links().save(sealed.close({ ...link, shown: JSON.stringify(shown) }, this.seal));
  }

  async noticeAsked({ organisationId, groupId, personId }: LinkPlace, askedAt: Instant): Promise<void> {
    await this.links().update({ organisationId, groupId, personId, withdrawnAt: IsNull() }, { askedAt });
  }

  session(hash: string): Promise<LinkSession | null> {
    return this.sessions().findOneBy({ hash });
  }

  async addSession(session: LinkSession): Promise<void> {
    await this.sessions().insert(session);
  }

  async noticeSession(id: LinkSessionId, seenAt: Instant): Promise<void> {
    await this.sessions().update({ id }, { seenAt });
  }

  async endSessions(linkId: PersonalLinkId): Promise<void> {
    await this.sessions().delete({ linkId });
  }

  private opened(row: PersonalLinkRow | null): PersonalLink | null {
    return row && this.link(row);
  }

  private link(row: PersonalLinkRow): PersonalLink {
    const { shown, ...link } = sealed.open(row, this.seal);
    return new PersonalLink({ ...link, shown: JSON.parse(shown) as LinkShown });
  }

  private links() {
    return this.database.repository(personalLinkSchema);
  }

  private sessions() {
    return this.database.repository(linkSessionSchema);
  }
}
