import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import { Groups } from '../groups/groups.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId } from '../kernel/identifiers';
import { Consequences } from './consequences.service';
import type { IncomingId, IncomingMail, Told } from './domain/incoming-mail';
import type { MeetingPlace } from './domain/known-invitation';
import { IncomingMails } from './incoming-mails.service';

/** Where a reply lies: its group, and its own id. */
export interface ReplyPlace {
  readonly groupId: GroupId;
  readonly id: IncomingId;
}

/** Takes the coordinator's word on what nobody else can vouch for. */
@Injectable()
export class RepliesClosing {
  constructor(
    private readonly groups: Groups,
    private readonly incoming: IncomingMails,
    private readonly consequences: Consequences,
    private readonly audit: AuditLog,
  ) {}

  /** The answer is that person's: it counts from when they gave it. */
  async confirm(viewer: Viewer, where: ReplyPlace): Promise<void> {
    const reply = await this.get(viewer, where);
    const { place, said, uid } = confirmable(reply);
    await this.incoming.close(reply.confirmed(this.closing(viewer)));
    if (said.kind === 'answer') await this.consequences.answer({ place, said, mail: reply.key, uid });
    else await this.consequences.suggest(place, said);
    await this.log(viewer, reply, 'reply.confirmed');
  }

  async setAside(viewer: Viewer, where: ReplyPlace): Promise<void> {
    const reply = await this.get(viewer, where);
    await this.incoming.close(reply.setAside(this.closing(viewer)));
    await this.log(viewer, reply, 'reply.setAside');
  }

  private async get(viewer: Viewer, { groupId, id }: ReplyPlace): Promise<IncomingMail> {
    const group = await this.groups.get(viewer, groupId);
    const reply = await this.incoming.get(group.organisationId, id);
    if (reply?.place?.groupId !== group.id) throw new DomainError('notFound');
    return reply;
  }

  private closing({ userId }: Viewer) {
    return { by: userId, at: this.incoming.now() };
  }

  private log(viewer: Viewer, { place }: IncomingMail, action: string): Promise<void> {
    const subjects = place === null ? [] : [place.groupId, ...(place.meetingId === null ? [] : [place.meetingId])];
    return this.audit.record(viewer, { action, about: place?.personId ?? null, subjects });
  }
}

type Confirmable = Extract<Told, { readonly kind: 'unverified' }> & { readonly place: MeetingPlace };

function confirmable({ state, told, place }: IncomingMail): Confirmable {
  if (state !== 'waiting') throw new DomainError('replyAlreadyClosed');
  const meetingId = place?.meetingId ?? null;
  if (told?.kind !== 'unverified' || place === null || meetingId === null) throw new DomainError('notFound');
  return { ...told, place: { ...place, meetingId } };
}
