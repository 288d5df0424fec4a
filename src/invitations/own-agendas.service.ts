import { Injectable } from '@nestjs/common';
import { Agendas } from '../agendas/agendas.service';
import { copyFor, type ReleasedLine } from '../agendas/domain/released-agenda';
import { AuditLog } from '../audit/audit-log.service';
import { Groups } from '../groups/groups.service';
import { People } from '../people/people.service';
import type { OwnMeeting, OwnYear } from './domain/own-year';
import type { LinkPlace } from './domain/personal-link';

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
    const actor = { organisationId, userId: null, role: 'link-and-code' };
    await this.audit.record(actor, { action: 'agenda.read', about: personId, subjects: [groupId, meeting.id] });
    return { lines: copyFor(released?.lines ?? [], reader), serviceUser: await this.serviceUserIn(link) };
  }

  private async serviceUserIn({ organisationId, groupId }: LinkPlace): Promise<string> {
    const group = await this.groups.ofOrganisation(organisationId, groupId);
    if (!group) return '';
    const known = await this.people.reachesNow(organisationId, [group.serviceUserId]);
    return known.get(group.serviceUserId)?.person.calledName ?? '';
  }
}
