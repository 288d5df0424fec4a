import { randomUUID } from 'node:crypto';
import { deliveryBytesSchema, outboxSchemas } from '../../src/outbox/store/outbox.schemas';
import type { Database } from '../../src/platform/database/database';
import { SealBroken } from '../../src/platform/database/seal';
import { onEachDatabase } from '../support/databases';
import { aMail, organisationId, OutboxOnDatabase } from '../support/outbox-builders';

onEachDatabase((_, open) => {
  let database: Database;
  let post: OutboxOnDatabase;

  beforeEach(async () => {
    ({ database } = await open(outboxSchemas));
    post = new OutboxOnDatabase(database);
  });

  const rows = () => database.transaction(() => database.repository(deliveryBytesSchema).find());
  const read = (id: string) => database.transaction(() => post.kept.get(organisationId, id as never));
  const write = (id: string, raw: string) =>
    database.transaction(() => database.repository(deliveryBytesSchema).update({ id: id as never }, { raw }));

  it('opens a sealed text where it was sealed', async () => {
    const mail = aMail();
    await post.put(mail);
    const [row] = await rows();

    expect((await read(row?.id ?? ''))?.raw).toEqual(mail.raw);
  });

  it('opens no sealed text that was moved to another row', async () => {
    await post.put(aMail(), aMail());
    const [first, second] = await rows();

    await write(second?.id ?? '', first?.raw ?? '');

    await expect(read(second?.id ?? '')).rejects.toThrow(SealBroken);
  });

  it('opens no sealed text of which one letter was changed', async () => {
    await post.put(aMail());
    const [row] = await rows();
    const raw = row?.raw ?? '';
    const letter = raw.at(40) === 'A' ? 'B' : 'A';

    await write(row?.id ?? '', `${raw.slice(0, 40)}${letter}${raw.slice(41)}`);

    await expect(read(row?.id ?? '')).rejects.toThrow(SealBroken);
  });

  it('opens no text that was never sealed', async () => {
    await post.put(aMail());
    const [row] = await rows();

    await write(row?.id ?? '', `Subject: ${randomUUID()}`);

    await expect(read(row?.id ?? '')).rejects.toThrow(SealBroken);
  });
});
