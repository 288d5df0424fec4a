import { randomUUID } from 'node:crypto';
import { Delivery, type Message } from '../../src/outbox/domain/delivery';
import { KeptMessages } from '../../src/outbox/kept-messages.service';
import type { Parcel } from '../../src/outbox/outbox.repository';
import type { Practised } from '../../src/practice/practice.service';
import type { HouseOn } from '../support/practised-house';
import { digestOf, messageIdIn } from './counting-sink';

/** What must arrive: the digest of each mail's bytes, by its Message-ID. */
export type Expected = ReadonlyMap<string, string>;

/** Puts so many mails to the people of a practised group; each may go, and each has bytes of its own. */
export async function putMails(house: HouseOn, { group }: Practised, count: number): Promise<Expected> {
  const kept = house.get(KeptMessages);
  const { organisationId, id } = group;
  const models = await house.do(async () => {
    const found: { readonly message: Message; readonly raw: Buffer }[] = [];
    for (const { message, state } of await kept.ofGroup(organisationId, id))
      if (message.channel === 'email' && state === 'written')
        found.push({ message, raw: (await kept.bytes(organisationId, message.id))! });
    return found;
  });
  const parcels = Array.from({ length: count }, (_, position): Parcel => {
    const { message, raw } = models[position % models.length]!;
    const messageId = `<${randomUUID()}@kretsen.example>`;
    const own = { id: randomUUID() as typeof message.id, once: randomUUID(), messageId, position };
    const bytes = Buffer.from(raw.toString('latin1').replace(messageIdIn(raw), messageId), 'latin1');
    return { delivery: Delivery.waiting({ ...message, ...own }), raw: bytes };
  });
  await house.do(() => kept.bringIn(parcels));
  return new Map(parcels.map(({ delivery, raw }) => [delivery.message.messageId, digestOf(raw)]));
}
