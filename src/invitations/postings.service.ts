import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { type Actor, AuditLog } from '../audit/audit-log.service';
import type { MeetingId, OrganisationId, PersonId } from '../kernel/identifiers';
import { Bookings } from '../meetings/bookings.service';
import { Outbox } from '../outbox/outbox.service';
import { Settings } from '../platform/config/settings';
import { deliveriesIn } from './deliveries';
import type { Gathering } from './domain/gathering';
import type { WrittenLine } from './mailroom.service';

/** Whose deed it is: somebody who has signed in, or the program. */
export interface Sender extends Actor {
  readonly organisationId: OrganisationId;
}

/** Puts what was written into the outbox and marks the meetings as called, in the caller's transaction. */
@Injectable()
export class Postings {
  constructor(
    private readonly outbox: Outbox,
    private readonly bookings: Bookings,
    private readonly audit: AuditLog,
    private readonly settings: Settings,
  ) {}

  /** What the coordinator has looked through and sends: the meetings are called from now on. */
  async post(viewer: Viewer, gathering: Gathering, lines: readonly WrittenLine[]): Promise<void> {
    const { id: groupId, serviceUserId } = gathering.parts.group;
    const told = await this.put(viewer, gathering, lines);
    const meetingIds = await this.call(viewer, gathering);
    const subjects = [groupId, ...told, ...meetingIds];
    await this.audit.record(viewer, { action: 'year.sent', about: serviceUserId, subjects });
  }

  /** What goes out without being looked through first: a goodbye, a call, a reminder, a new caller's name. */
  async postUnseen(by: Sender, action: string, gathering: Gathering, lines: readonly WrittenLine[]): Promise<void> {
    const { id: groupId, serviceUserId } = gathering.parts.group;
    const told = await this.put(by, gathering, lines);
    await this.audit.record(by, { action, about: serviceUserId, subjects: [groupId, ...told] });
  }

  private async put(
    by: { readonly organisationId: OrganisationId },
    gathering: Gathering,
    lines: readonly WrittenLine[],
  ): Promise<readonly PersonId[]> {
    const told = lines.filter(({ line }) => line.messages.length > 0);
    const posting = { gathering, pause: this.settings.calls.changePause };
    await this.outbox.put(
      by,
      told.flatMap((written) => deliveriesIn(written, posting)),
    );
    return told.map(({ line }) => line.person.personId);
  }

  private async call(viewer: Viewer, { ahead, parts }: Gathering): Promise<readonly MeetingId[]> {
    const uncalled = ahead.filter(({ meeting }) => meeting.state !== 'called').map(({ id }) => id);
    if (uncalled.length > 0) await this.bookings.called(viewer, parts.group.id, uncalled);
    return uncalled;
  }
}
