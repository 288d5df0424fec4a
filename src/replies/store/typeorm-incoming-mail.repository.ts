import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { GroupId, OrganisationId } from '../../kernel/identifiers';
import { Instant } from '../../kernel/instant';
import { Database } from '../../platform/database/database';
import { Seal, SealedTable } from '../../platform/database/seal';
import type { Saying } from '../domain/decision';
import { type IncomingId, IncomingMail, type Told } from '../domain/incoming-mail';
import type { Place } from '../domain/known-invitation';
import { IncomingMailRepository, type Reached } from '../incoming-mail.repository';
import { type IncomingMailRow, incomingMailSchema, mailboxReachedSchema } from './replies.schemas';

const sealed = new SealedTable<IncomingMailRow>('incoming_mail', ['told']);

@Injectable()
export class TypeormIncomingMailRepository extends IncomingMailRepository {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {
    super();
  }

  has(key: string): Promise<boolean> {
    return this.mails.existsBy({ key });
  }

  async add(parts: readonly IncomingMail[]): Promise<boolean> {
    const rows = parts.map((part) => sealed.close(rowOf(part), this.seal));
    // PostgreSQL waits here for another process that is adding the same mail.
    await this.mails.createQueryBuilder().insert().values(rows).orIgnore().updateEntity(false).execute();
    return this.mails.existsBy({ id: In(rows.map(({ id }) => id)) });
  }

  async save(mail: IncomingMail): Promise<void> {
    await this.mails.save(sealed.close(rowOf(mail), this.seal));
  }

  async get(organisationId: OrganisationId, id: IncomingId): Promise<IncomingMail | null> {
    const row = await this.mails.findOneBy({ organisationId, id });
    return row && this.opened(row);
  }

  async waitingIn(organisationId: OrganisationId, groupId: GroupId): Promise<readonly IncomingMail[]> {
    const where = { organisationId, groupId, state: 'waiting' } as const;
    const rows = await this.mails.find({ where, order: { arrivedAt: 'ASC', part: 'ASC', id: 'ASC' } });
    return rows.map((row) => this.opened(row));
  }

  countWaiting(organisationId: OrganisationId, groupId: GroupId): Promise<number> {
    return this.mails.countBy({ organisationId, groupId, state: 'waiting' });
  }

  async close({ id, state, closedAt, closedBy }: IncomingMail): Promise<boolean> {
    const closed = await this.mails.update({ id, state: 'waiting' }, { state, closedAt, closedBy, told: null });
    return closed.affected === 1;
  }

  async reached(mailbox: string): Promise<Reached | null> {
    const row = await this.places.findOneBy({ mailbox });
    return row && { ...row, uid: Number(row.uid) };
  }

  async reach({ uid, ...place }: Reached): Promise<void> {
    // In one statement: two programs may come to the end of the same mailbox at the same time.
    await this.places.upsert({ ...place, uid: String(uid) }, ['mailbox']);
  }

  private get mails() {
    return this.database.repository(incomingMailSchema);
  }

  private get places() {
    return this.database.repository(mailboxReachedSchema);
  }

  private opened(row: IncomingMailRow): IncomingMail {
    const { organisationId, groupId, meetingId, personId, told, ...mail } = sealed.open(row, this.seal);
    const place: Place | null =
      organisationId === null || groupId === null || personId === null
        ? null
        : { organisationId, groupId, meetingId, personId };
    return new IncomingMail({ ...mail, place, told: told === null ? null : toldIn(told) });
  }
}

function rowOf({ place, told, ...mail }: IncomingMail): IncomingMailRow {
  const { organisationId = null, groupId = null, meetingId = null, personId = null } = place ?? {};
  const { id, key, part, arrivedAt, recordedAt, kind, why, state, closedAt, closedBy } = mail;
  return {
    ...{ id, key, part, arrivedAt, recordedAt, kind, why, state, closedAt, closedBy },
    ...{ organisationId, groupId, meetingId, personId },
    told: told === null ? null : JSON.stringify(told),
  };
}

function toldIn(json: string): Told {
  const told = JSON.parse(json) as Told;
  return told.kind === 'written' ? told : { ...told, said: withMoments(told.said) };
}

// JSON keeps a moment as the object it was; only its text can be trusted to make one again.
function withMoments(said: Saying): Saying {
  const actedAt = Instant.of(said.actedAt.iso);
  if (said.kind === 'answer') return { ...said, actedAt };
  return { ...said, actedAt, start: said.start === null ? null : Instant.of(said.start.iso) };
}
