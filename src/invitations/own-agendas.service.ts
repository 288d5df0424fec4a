import { Injectable } from '@nestjs/common';
import { Agendas } from '../agendas/agendas.service';
import { copyFor, type ReleasedLine } from '../agendas/domain/released-agenda';
import { AuditLog, linkHolder } from '../audit/audit-log.service';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Groups } from '../groups/groups.service';
import { DomainError } from '../kernel/domain-error';
import { People } from '../people/people.service';
import type { OwnMeeting, OwnYear } from './domain/own-year';

/** What one person reads of a meeting's agenda. */
export interface OwnCopy {
  readonly lines: readonly ReleasedLine[];
  /** What the service user is called, as some of the items are theirs to lead. */
  readonly serviceUser: string;
}

/** Gives people their own copies of released agendas; each reading is logged. */
@Injectable()
export class OwnAgendas {
  constructor(
    private readonly agendas: Agendas,
    private readonly groups: Groups,
    private readonly people: People,
    private readonly audit: AuditLog,
  ) {}

  async read({ link, reader }: OwnYear, { meeting }: OwnMeeting): Promise<OwnCopy> {
    const { organisationId, groupId, personId } = link;
    const released = await this.agendas.released(organisationId, meeting.id);
    const group = await this.groups.ofOrganisation(organisationId, groupId);
    if (!group) throw new DomainError('notFound');
    const actor = linkHolder(link, 'link-and-code');
    // It is about the service user, who may see who has read; whoever did stands among the subjects.
    const deed = { action: 'agenda.read', about: group.serviceUserId, subjects: [groupId, personId, meeting.id] };
    await this.audit.record(actor, deed);
    return { lines: copyFor(released?.lines ?? [], reader), serviceUser: await this.nameOf(group) };
  }

  private async nameOf({ organisationId, serviceUserId }: ResourceGroup): Promise<string> {
    const known = await this.people.reachesNow(organisationId, [serviceUserId]);
    return known.get(serviceUserId)?.person.calledName ?? '';
  }
}
