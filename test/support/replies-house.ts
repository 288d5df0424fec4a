import type { PersonId } from '../../src/kernel/identifiers';
import { Instant } from '../../src/kernel/instant';
import type { Delivery } from '../../src/outbox/domain/delivery';
import { Outbox } from '../../src/outbox/outbox.service';
import type { Settings } from '../../src/platform/config/settings';
import type { Database } from '../../src/platform/database/database';
import { mailKey } from '../../src/replies/mail-key';
import { readMail } from '../../src/replies/mime/read-mail';
import { RepliesModule } from '../../src/replies/replies.module';
import { TakingIn } from '../../src/replies/taking-in.service';
import { CalledGroup, CallsHouse } from './calls-house';
import { byMail } from './people-builders';
import { calendar, event, mail, type MailGiven, own, part } from './reply-mails';

export const housesMailbox = (url = 'imap://svar@127.0.0.1'): Pick<Settings, 'mailbox'> => ({
  mailbox: { url, authservId: own.authservId },
});

/** What put Eva's meeting in her calendar, and its name there. */
interface Entry {
  readonly invitation: Delivery;
  readonly uid: string;
}

/** Olle's group, called to one meeting on 14 April, with Eva who answers by her calendar. */
export class RepliesHouse {
  private readonly others: RepliesHouse[] = [];

  private constructor(
    readonly calls: CallsHouse,
    readonly group: CalledGroup,
    readonly eva: PersonId,
    private readonly entry: Entry,
  ) {}

  static async on(database: Database, changes: Partial<Settings> = housesMailbox()): Promise<RepliesHouse> {
    const calls = await CallsHouse.on(database, changes, [RepliesModule]);
    const group = await CalledGroup.in(calls);
    const eva = await group.add({ calledName: 'Eva', fullName: 'Eva Öberg', ...byMail('eva@post.example') });
    await group.book(['2027-04-14']);
    await group.send();
    await calls.dispatch();
    const put = await calls.within(() => calls.get(Outbox).ofGroup(group.viewer, group.id));
    const invitation = put.find(({ message }) => message.personId === eva && message.meetingId !== null)!;
    const written = calls.mails().map((raw) => raw.toString('latin1'));
    const sent = written.find((text) => text.includes(invitation.message.messageId)) ?? '';
    const ics = /text\/calendar[\s\S]*?base64\s+([A-Za-z0-9+/=\s]+?)\r\n--/.exec(sent)?.[1] ?? '';
    const readable = Buffer.from(ics, 'base64').toString() || sent;
    const uid = /UID:([0-9a-f-]{36})/.exec(readable)?.[1] ?? '';
    return new RepliesHouse(calls, group, eva, { invitation, uid });
  }

  /** Another program on the same database, perhaps with another way to the mailbox. */
  static async alike(house: RepliesHouse, changes: Partial<Settings> = {}): Promise<RepliesHouse> {
    const { database, settings } = house.calls;
    const { mailbox, keys } = settings;
    const calls = await CallsHouse.on(database, { mailbox, keys, ...changes }, [RepliesModule]);
    const alike = new RepliesHouse(calls, house.group, house.eva, house.entry);
    house.others.push(alike);
    return alike;
  }

  get meetingId() {
    return this.entry.invitation.message.meetingId!;
  }

  /** Where Eva's calendar answers to. */
  get replyAddress(): string {
    return this.entry.invitation.message.envelopeFrom;
  }

  get sentMessageId(): string {
    return this.entry.invitation.message.messageId;
  }

  async close(): Promise<void> {
    for (const other of this.others) await other.close();
    await this.calls.close();
  }

  /** Eva's reply, as her calendar sends it now. */
  reply(given: Parameters<typeof event>[0] = {}, around: MailGiven & { readonly method?: string } = {}): Buffer {
    const { method = 'REPLY', ...rest } = around;
    const one = event({ uid: this.entry.uid, stamp: null, ...given });
    const type = `text/calendar; charset=utf-8; method=${method}`;
    return this.mail([part(calendar(one, method), { type })], rest);
  }

  mail(parts: readonly string[], given: MailGiven = {}): Buffer {
    return mail(parts, { to: this.replyAddress, ...given });
  }

  /** The mail is read and taken in, as a round of the mailbox does it. */
  async take(raw: Buffer, arrivedAt = Instant.of('2027-03-01T08:00:00Z')): Promise<void> {
    await this.calls.get(TakingIn).take({ key: mailKey(raw), arrivedAt, reading: await readMail(raw, own) });
  }
}
