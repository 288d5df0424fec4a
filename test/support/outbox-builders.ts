import { randomUUID } from 'node:crypto';
import { Instant } from '../../src/kernel/instant';
import type { DeliveryId, GroupId, Id, OrganisationId, PersonId } from '../../src/kernel/identifiers';
import { Dispatcher } from '../../src/outbox/dispatcher.service';
import { DueMail } from '../../src/outbox/due-mail.service';
import type { Delivery, StopReason } from '../../src/outbox/domain/delivery';
import { Pace } from '../../src/outbox/domain/pace';
import { type LastAnswer, MayStillGo } from '../../src/outbox/domain/may-still-go';
import { Outbox } from '../../src/outbox/outbox.service';
import type { NewDelivery } from '../../src/outbox/outbox.service';
import { deliverySchema } from '../../src/outbox/store/outbox.schemas';
import { TypeormHoldsRepository } from '../../src/outbox/store/typeorm-holds.repository';
import { TypeormOutboxRepository } from '../../src/outbox/store/typeorm-outbox.repository';
import type { Assignments } from '../../src/access/assignments.service';
import type { Database } from '../../src/platform/database/database';
import { Seal } from '../../src/platform/database/seal';
import { SystemDice } from '../../src/platform/dice';
import { Log } from '../../src/platform/log';
import { Courier } from '../../src/platform/mail/courier';
import type { Consignment, Receipt } from '../../src/platform/mail/courier';

const someId = <Kind extends string>(): Id<Kind> => randomUUID() as Id<Kind>;

export const organisationId: OrganisationId = someId();
const groupId: GroupId = someId();

/** A mail to somebody, with a text that is hard to send unchanged. */
export function aMail(changes: Partial<NewDelivery> = {}): NewDelivery {
  const messageId = `<${randomUUID()}@kretsen.example>`;
  const personId: PersonId = someId();
  const lines = [`Message-ID: ${messageId}`, 'Subject: M=?utf-8?Q?=C3=B6?=te', '', '.', '..', '. dot', 'last', '.'];
  return {
    groupId,
    meetingId: null,
    personId,
    channel: 'email',
    protection: 'open',
    kind: 'overview',
    revision: 1,
    once: `${groupId}:${personId}:1:overview`,
    recipient: 'maj@post.example',
    envelopeFrom: 'svar@kretsen.example',
    messageId,
    raw: Buffer.from(lines.map((line) => `${line}\r\n`).join(''), 'latin1'),
    expiresAt: Instant.of('2099-01-01T00:00:00Z'),
    ...changes,
  };
}

/** Answers 'yes' until told otherwise. */
class Permission extends MayStillGo {
  answer: () => Promise<'yes' | StopReason> = () => Promise.resolve('yes');

  async ask(deliveries: readonly Delivery[]): Promise<ReadonlyMap<DeliveryId, LastAnswer>> {
    const answers = new Map<DeliveryId, LastAnswer>();
    for (const { message } of deliveries) answers.set(message.id, await this.answer());
    return answers;
  }
}

/** Does what it is told with each message, and keeps it. */
export class ScriptedCourier extends Courier {
  readonly delivered: Consignment[] = [];

  constructor(private readonly receipt: (consignment: Consignment) => Promise<Receipt>) {
    super();
  }

  deliver(consignment: Consignment): Promise<Receipt> {
    this.delivered.push(consignment);
    return this.receipt(consignment);
  }
}

export class KeptLog extends Log {
  readonly lines: string[] = [];

  info(facts: object, what: string): void {
    this.lines.push(`${what} ${JSON.stringify(facts)}`);
  }
  warn(facts: object, what: string): void {
    this.info(facts, what);
  }
  error(facts: object, what: string): void {
    this.info(facts, what);
  }
}

const everybodyIsAssigned = { isAssigned: () => Promise.resolve(true) } as unknown as Assignments;

const dataKey = Buffer.alloc(32, 7);

/** The outbox on an open database, and as many dispatchers as a test wants. */
export class OutboxOnDatabase {
  readonly permission = new Permission();
  readonly log = new KeptLog();
  readonly kept: TypeormOutboxRepository;
  readonly holds: TypeormHoldsRepository;
  readonly outbox: Outbox;
  readonly due: DueMail;

  constructor(private readonly database: Database) {
    this.kept = new TypeormOutboxRepository(database, new Seal(dataKey, 'k1'));
    this.holds = new TypeormHoldsRepository(database);
    this.outbox = new Outbox(this.kept, new SystemDice(), everybodyIsAssigned, this.holds);
    this.due = new DueMail(database, this.kept, this.permission, this.log);
  }

  dispatcher(courier: Courier, pace = new Pace(4, 0, 120)): Dispatcher {
    return new Dispatcher(this.due, courier, pace, new SystemDice());
  }

  put(...mails: readonly NewDelivery[]): Promise<void> {
    return this.database.transaction(() => this.outbox.put({ organisationId }, mails));
  }

  all(): Promise<readonly Delivery[]> {
    return this.database.transaction(() => this.kept.ofGroup(organisationId, groupId));
  }

  now(): Promise<Instant> {
    return this.database.transaction(() => this.kept.now());
  }

  /** As if the time of everything that waits had come. */
  async letTimePass(): Promise<void> {
    const dueAt = Instant.of('2000-01-01T00:00:00Z');
    await this.database.transaction(() =>
      this.database.repository(deliverySchema).createQueryBuilder().update().set({ dueAt }).execute(),
    );
  }
}
