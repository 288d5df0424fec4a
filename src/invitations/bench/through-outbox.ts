import { Instant } from '../../kernel/instant';
import type { DeliveryId, GroupId, OrganisationId, PersonId } from '../../kernel/identifiers';
import type { Database } from '../../platform/database/database';
import type { Seal } from '../../platform/database/seal';
import { SystemDice } from '../../platform/dice';
import { Log } from '../../platform/log';
import { compose } from '../../platform/mail/compose';
import type { ComposableMail } from '../../platform/mail/compose';
import type { Courier } from '../../platform/mail/courier';
import { Dispatcher } from '../../outbox/dispatcher.service';
import { Delivery } from '../../outbox/domain/delivery';
import type { Message } from '../../outbox/domain/delivery';
import { Pace } from '../../outbox/domain/pace';
import { DueMail } from '../../outbox/due-mail.service';
import { type LastAnswer, MayStillGo } from '../../outbox/domain/may-still-go';
import { TypeormOutboxRepository } from '../../outbox/store/typeorm-outbox.repository';

interface Ground {
  readonly database: Database;
  readonly courier: Courier;
  readonly seal: Seal;
}

class SilentLog extends Log {
  info(): void {
    return;
  }
  warn(): void {
    return;
  }
  error(): void {
    return;
  }
}

class EverythingMayGo extends MayStillGo {
  ask(deliveries: readonly Delivery[]): Promise<ReadonlyMap<DeliveryId, LastAnswer>> {
    return Promise.resolve(new Map(deliveries.map(({ message }) => [message.id, 'yes'])));
  }
}

// As many as one group's year: eight people, an overview and seven invitations each.
const together = 64;
const unhurried = new Pace(4, 0, 120);
const dice = new SystemDice();

/** Compose, put and commit, claim, send, record. */
export async function sendThroughOutbox({ database, courier, seal }: Ground, mails: readonly ComposableMail[]) {
  const kept = new TypeormOutboxRepository(database, seal);
  const dispatcher = new Dispatcher(
    new DueMail(database, kept, new EverythingMayGo(), new SilentLog()),
    courier,
    unhurried,
    dice,
  );
  const sending: Promise<void>[] = [];
  for (let first = 0; first < mails.length; first += together) {
    const parcels = await Promise.all(mails.slice(first, first + together).map(parcelOf));
    await database.transaction(async () => {
      const madeAt = await kept.now();
      await kept.put(parcels.map(({ message, raw }) => ({ delivery: Delivery.waiting({ ...message, madeAt }), raw })));
    });
    sending.push(dispatcher.dispatchAll());
  }
  await Promise.all(sending);
  await dispatcher.dispatchAll();
}

async function parcelOf(mail: ComposableMail, position: number): Promise<{ message: Message; raw: Buffer }> {
  const message: Message = {
    ...{ id: dice.id<'delivery'>(), organisationId, groupId, personId, meetingId: null, position },
    ...{
      channel: 'email',
      protection: 'open',
      kind: 'invitation',
      revision: 1,
      once: dice.id(),
      sequence: 0,
      tells: [],
    },
    ...{ recipient: mail.envelope.to, envelopeFrom: mail.envelope.from, messageId: mail.messageId },
    ...{ madeAt: mail.date, expiresAt: Instant.of('2099-01-01T00:00:00Z') },
  };
  return { message, raw: compose(mail) };
}

const organisationId: OrganisationId = dice.id();
const groupId: GroupId = dice.id();
const personId: PersonId = dice.id();
