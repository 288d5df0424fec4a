import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { FindOptionsWhere } from 'typeorm';
import type { DeliveryId, GroupId, OrganisationId } from '../../kernel/identifiers';
import { Instant } from '../../kernel/instant';
import { Database } from '../../platform/database/database';
import { Seal, SealedTable } from '../../platform/database/seal';
import { Delivery } from '../domain/delivery';
import type { Progress } from '../domain/delivery';
import { OutboxRepository } from '../outbox.repository';
import type { Claim, Lease, Parcel } from '../outbox.repository';
import { postgresOutbox, sqliteOutbox } from './due-mail.sql';
import { deliveryBytesSchema, deliverySchema } from './outbox.schemas';
import type { DeliveryBytesRow, DeliveryRow } from './outbox.schemas';

const sealed = new SealedTable<DeliveryBytesRow>('delivery_bytes', ['raw']);

// SQLite takes 32,766 values in a statement; a row has 23.
const rowsAtOnce = 500;

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
    for (let first = 0; first < parcels.length; first += rowsAtOnce)
      await this.putSome(parcels.slice(first, first + rowsAtOnce));
  }

  async claim({ owner, minutes, atMost }: Lease): Promise<readonly Claim[]> {
    const claimed = await this.ask<{ id: DeliveryId }>(this.dialect.claim, [owner, minutes, atMost]);
    if (claimed.length === 0) return [];
    const id = In(claimed.map((row) => row.id));
    const rows = await this.table.find({ where: { id }, order: inOrder });
    const bytes = new Map((await this.bytes.findBy({ id })).map((row) => [row.id, row]));
    return rows.map((row) => ({ delivery: deliveryOf(row), raw: () => this.opened(bytes.get(row.id)) }));
  }

  finish({ message: { id }, progress }: Delivery, became: Delivery): Promise<boolean> {
    // Of its owner's attempts only the one that still holds the lease may write.
    const { leaseOwner, attempts } = progress;
    return this.write({ id, state: 'in-flight', leaseOwner: leaseOwner ?? '', attempts }, became);
  }

  change({ message: { id }, state }: Delivery, after: Delivery): Promise<boolean> {
    return this.write({ id, state }, after);
  }

  async get(organisationId: OrganisationId, id: DeliveryId): Promise<Parcel | null> {
    const row = await this.table.findOneBy({ organisationId, id });
    if (row === null) return null;
    return { delivery: deliveryOf(row), raw: this.opened((await this.bytes.findOneBy({ id })) ?? undefined) };
  }

  async ofGroup(organisationId: OrganisationId, groupId: GroupId): Promise<readonly Delivery[]> {
    const rows = await this.table.find({ where: { organisationId, groupId }, order: inOrder });
    return rows.map(deliveryOf);
  }

  private get table() {
    return this.database.repository(deliverySchema);
  }

  private get bytes() {
    return this.database.repository(deliveryBytesSchema);
  }

  private get dialect() {
    return this.database.engine === 'postgres' ? postgresOutbox : sqliteOutbox;
  }

  private async write(where: FindOptionsWhere<DeliveryRow>, { progress }: Delivery): Promise<boolean> {
    const written = await this.table.update(where, progress);
    return written.affected === 1;
  }

  // Both engines give the rows of a statement that also changes something only as a structured result.
  private async ask<Row>(statement: string, parameters: readonly unknown[]): Promise<readonly Row[]> {
    const runner = this.database.manager().queryRunner;
    if (!runner) throw new Error('A transaction has a connection of its own.');
    return (await runner.query(statement, [...parameters], true)).records as Row[];
  }

  private async putSome(parcels: readonly Parcel[]): Promise<void> {
    const rows = parcels.map(({ delivery: { message, progress } }) => ({ ...message, ...progress }));
    await this.table.createQueryBuilder().insert().values(rows).orIgnore().updateEntity(false).execute();
    const put = await this.table.find({ select: { id: true }, where: { id: In(rows.map(({ id }) => id)) } });
    const isNew = new Set(put.map(({ id }) => id));
    await this.bytes.insert(
      parcels.filter(({ delivery }) => isNew.has(delivery.message.id)).map((each) => this.closed(each)),
    );
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

function deliveryOf(row: DeliveryRow): Delivery {
  const { state, dueAt, attempts, leaseOwner, doneAt, outcome, reply, ...message } = row;
  const progress: Progress = { state, dueAt, attempts, leaseOwner, doneAt, outcome, reply };
  return new Delivery(message, progress);
}
