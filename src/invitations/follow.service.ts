import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId, PersonId } from '../kernel/identifiers';
import { type Delivery, isByHand } from '../outbox/domain/delivery';
import type { BookedMeeting, Gathering } from './domain/gathering';
import { Gatherings } from './gatherings.service';
import { Outbox } from '../outbox/outbox.service';
import type { GroupToCall } from './people-to-call.service';

/** What was put for a group, and how far each message has come. */
export interface Followed extends Pick<GroupToCall, 'group' | 'known'> {
  readonly deliveries: readonly Delivery[];
  readonly meetings: readonly BookedMeeting[];
  /** Those that somebody has been called to and that are still to come. */
  readonly calledFor: (personId: PersonId) => readonly BookedMeeting[];
}

/** Follows what was sent, and writes down what was posted and told by hand. */
@Injectable()
export class Following {
  constructor(
    private readonly gatherings: Gatherings,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  /** For a page about it; the reading is logged. */
  async read(viewer: Viewer, groupId: GroupId): Promise<Followed> {
    const followed = await this.of(viewer, groupId);
    const { group, deliveries } = followed;
    const subjects = [groupId, ...new Set(deliveries.map(({ message }) => message.personId))];
    await this.audit.record(viewer, { action: 'calls.followed', about: group.serviceUserId, subjects });
    return { ...followed, deliveries: await this.outbox.asShown(viewer, deliveries) };
  }

  async of(viewer: Viewer, groupId: GroupId): Promise<Followed> {
    const gathering = await this.gatherings.of(viewer, groupId);
    const { group, known, deliveries } = gathering.parts;
    return { group, known, deliveries, meetings: gathering.booked, calledFor: (id) => calledFor(id, gathering) };
  }

  /** All letters that wait: the year counts as sent when they are posted too. */
  async posted(viewer: Viewer, groupId: GroupId): Promise<void> {
    await this.note(viewer, groupId, { action: 'letters.posted', is: ({ message }) => message.channel === 'letter' });
  }

  /** This person has heard the dates, on the phone or face to face. */
  async told(viewer: Viewer, groupId: GroupId, personId: PersonId): Promise<void> {
    const isTold = ({ message }: Delivery): boolean =>
      message.personId === personId && (message.channel === 'phone' || message.channel === 'inPerson');
    await this.note(viewer, groupId, { action: 'dates.told', is: isTold });
  }

  private async note(viewer: Viewer, groupId: GroupId, { action, is }: Noting): Promise<void> {
    const { group, deliveries } = await this.of(viewer, groupId);
    const noted = deliveries.filter(isByHand).filter(is);
    if (noted.length === 0) throw new DomainError('notFound');
    for (const { message } of noted) await this.outbox.note(viewer, message.id);
    const subjects = [groupId, ...noted.map(({ message }) => message.personId)];
    await this.audit.record(viewer, { action, about: group.serviceUserId, subjects });
  }
}

function calledFor(personId: PersonId, gathering: Gathering): readonly BookedMeeting[] {
  const member = gathering.parts.group.memberOf(personId);
  return member ? gathering.bookedFor(member).filter(({ isOff, isCalled }) => !isOff && isCalled) : [];
}

interface Noting {
  readonly action: string;
  readonly is: (delivery: Delivery) => boolean;
}
