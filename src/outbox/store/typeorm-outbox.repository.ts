import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import type { FindManyOptions } from 'typeorm';
import type { DeliveryId, GroupId, OrganisationId } from '../../kernel/identifiers';
import { Instant } from '../../kernel/instant';
import { Database } from '../../platform/database/database';
import { Seal, SealedTable } from '../../platform/database/seal';
import { Delivery } from '../domain/delivery';
import type { DeliveryState, MeetingTelling, Progress } from '../domain/delivery';
import type { QueueRow } from '../domain/queue';
import { OutboxRepository } from '../outbox.repository';
import type { Claim, Finished, Lease, Parcel } from '../outbox.repository';
import { postgresOutbox, sqliteOutbox } from './due-mail.sql';
import type { FinishedRow } from './due-mail.sql';
import { deliveryBytesSchema, deliveryMeetingSchema, deliverySchema } from './outbox.schemas';
import type { DeliveryBytesRow, DeliveryMeetingRow, DeliveryRow } from './outbox.schemas';

const sealed = new SealedTable<DeliveryBytesRow>('delivery_bytes', ['raw']);

// SQLite takes 32,766 values in a statement; a row has 24.
const rowsAtOnce = 500;

const queued: readonly DeliveryState[] = ['waiting', 'in-flight', 'deferred', 'failed', 'bounced'];

const inOrder = { madeAt: 'ASC', position: 'ASC', id: 'ASC' } as const;

@Injectable()
export class TypeormOutboxRepository extends OutboxRepository {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {
    super();
  }

  async now(): Promise<Instant> {
    const [row] = await this.ask<{ now: string }>(this.dialect.now, []);
    if (!row) throw new Error('The database does not tell the time.');
    return Instant.of(row.now);
  }

  async put(parcels: readonly Parcel[]): Promise<void> {
    for (const some of portions(parcels)) await this.putSome(some);
  }

  async claim({ owner, seconds, atMost }: Lease): Promise<readonly Claim[]> {
    const claimed = await this.ask<{ id: DeliveryId }>(this.dialect.claim, [owner, seconds, atMost]);
    if (claimed.length === 0) return [];
    const id = In(claimed.map((row) => row.id));
    const rows = await this.table.find({ where: { id }, order: inOrder });
    const bytes = new Map((await this.bytes.findBy({ id })).map((row) => [row.id, row]));
    const tells = await this.tellsOf(rows);
    return rows.map((row) => ({ delivery: deliveryOf(row, tells), raw: () => this.opened(bytes.get(row.id)) }));
  }

  async finish(finished: readonly Finished[]): Promise<readonly Delivery[]> {
    const rows = JSON.stringify(finished.map(finishedRow));
    const written = new Set((await this.ask<{ id: DeliveryId }>(this.dialect.finish, [rows])).map(({ id }) => id));
    return finished.map(({ claimed }) => claimed).filter(({ message }) => !written.has(message.id));
  }

  async change({ message: { id }, state }: Delivery, { progress }: Delivery): Promise<boolean> {
    return (await this.table.update({ id, state }, progress)).affected === 1;
  }

  async get(organisationId: OrganisationId, id: DeliveryId): Promise<Parcel | null> {
    const row = await this.table.findOneBy({ organisationId, id });
    if (row === null) return null;
    const delivery = deliveryOf(row, await this.tellsOf([row]));
    return { delivery, raw: this.opened((await this.bytes.findOneBy({ id })) ?? undefined) };
  }

  ofGroup(organisationId: OrganisationId, groupId: GroupId): Promise<readonly Delivery[]> {
    return this.found({ where: { organisationId, groupId }, order: inOrder });
  }

  async queue(organisationId: OrganisationId): Promise<readonly QueueRow[]> {
    const rows = await this.table
      .createQueryBuilder('delivery')
      .select('delivery.groupId', 'groupId')
      .addSelect('delivery.state', 'state')
      .addSelect('delivery.outcome', 'outcome')
      .addSelect('COUNT(*)', 'count')
      .addSelect('MIN(delivery.dueAt)', 'dueAt')
      .where({ organisationId, channel: 'email', state: In(queued), expiresAt: MoreThan(await this.now()) })
      .groupBy('delivery.groupId')
      .addGroupBy('delivery.state')
      .addGroupBy('delivery.outcome')
      .getRawMany<Record<keyof QueueRow, string>>();
    return rows.map((row) => ({ ...row, count: Number(row.count), dueAt: Instant.of(row.dueAt) }) as QueueRow);
  }

  sentFrom(envelopeFrom: string): Promise<readonly Delivery[]> {
    return this.found({
      where: { envelopeFrom, state: In(['sent', 'bounced']) },
      order: { doneAt: 'DESC', id: 'ASC' },
    });
  }

  putFrom(envelopeFrom: string): Promise<readonly Delivery[]> {
    return this.found({ where: { envelopeFrom }, order: inOrder });
  }

  private async found(asked: FindManyOptions<DeliveryRow>): Promise<readonly Delivery[]> {
    const rows = await this.table.find(asked);
    const tells = await this.tellsOf(rows);
    return rows.map((row) => deliveryOf(row, tells));
  }

  private get table() {
    return this.database.repository(deliverySchema);
  }

  private get bytes() {
    return this.database.repository(deliveryBytesSchema);
  }

  private get tellings() {
    return this.database.repository(deliveryMeetingSchema);
  }

  private get dialect() {
    return this.database.engine === 'postgres' ? postgresOutbox : sqliteOutbox;
  }

  // Both engines give the rows of a statement that also changes something only as a structured result.
  private async ask<Row>(statement: string, parameters: readonly unknown[]): Promise<readonly Row[]> {
    const runner = this.database.manager().queryRunner;
    if (!runner) throw new Error('A transaction has a connection of its own.');
    return (await runner.query(statement, [...parameters], true)).records as Row[];
  }

  private async putSome(parcels: readonly Parcel[]): Promise<void> {
    const rows = parcels.map(({ delivery: { message, progress } }): DeliveryRow => ({ ...message, ...progress }));
    await this.table.createQueryBuilder().insert().values(rows).orIgnore().updateEntity(false).execute();
    const put = await this.table.find({ select: { id: true }, where: { id: In(rows.map(({ id }) => id)) } });
    const isNew = new Set(put.map(({ id }) => id));
    const added = parcels.filter(({ delivery }) => isNew.has(delivery.message.id));
    await this.bytes.insert(added.map((each) => this.closed(each)));
    const told = added.flatMap(({ delivery: { message } }) =>
      message.tells.map((telling) => tellingRow(message.id, telling)),
    );
    for (const some of portions(told)) await this.tellings.insert([...some]);
  }

  private async tellsOf(rows: readonly DeliveryRow[]): Promise<Tells> {
    const tells = new Map<DeliveryId, MeetingTelling[]>(rows.map(({ id }) => [id, []]));
    for (const some of portions([...tells.keys()])) {
      const found = await this.tellings.find({ where: { deliveryId: In(some) }, order: { meetingId: 'ASC' } });
      for (const row of found) tells.get(row.deliveryId)?.push(tellingIn(row));
    }
    return tells;
  }

  // One character a byte, so that any bytes come back as they were.
  private closed({ delivery, raw }: Parcel): DeliveryBytesRow {
    return sealed.close({ id: delivery.message.id, raw: raw.toString('latin1') }, this.seal);
  }

  private opened(row: DeliveryBytesRow | undefined): Buffer {
    if (!row) throw new Error('A delivery lies without its bytes.');
    return Buffer.from(sealed.open(row, this.seal).raw, 'latin1');
  }
}

function* portions<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let first = 0; first < items.length; first += rowsAtOnce) yield items.slice(first, first + rowsAtOnce);
}

type Tells = ReadonlyMap<DeliveryId, readonly MeetingTelling[]>;

function finishedRow({ claimed, became }: Finished): FinishedRow {
  const { state, dueAt, doneAt, outcome, reply } = became.progress;
  return {
    id: claimed.message.id,
    owner: claimed.progress.leaseOwner ?? '',
    attempt: claimed.progress.attempts,
    ...{ state, outcome, reply, due_at: dueAt.iso, done_at: doneAt?.iso ?? null },
  };
}

const tellingRow = (deliveryId: DeliveryId, { slice, ...telling }: MeetingTelling): DeliveryMeetingRow => ({
  ...{ deliveryId, ...telling },
  ...{ sliceOffset: slice?.offset ?? null, sliceMinutes: slice?.minutes ?? null },
});

function tellingIn(row: DeliveryMeetingRow): MeetingTelling {
  const { meetingId, revision, sequence, isOff, release, sliceOffset: offset, sliceMinutes: minutes } = row;
  return {
    meetingId,
    revision,
    sequence,
    isOff,
    slice: offset === null || minutes === null ? null : { offset, minutes },
    release,
  };
}

function deliveryOf(row: DeliveryRow, tells: Tells): Delivery {
  const { state, dueAt, attempts, leaseOwner, doneAt, outcome, reply, ...message } = row;
  const progress: Progress = { state, dueAt, attempts, leaseOwner, doneAt, outcome, reply };
  return new Delivery({ ...message, tells: tells.get(row.id) ?? [] }, progress);
}
