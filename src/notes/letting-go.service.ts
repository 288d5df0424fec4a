import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit/audit-log.service';
import { Groups } from '../groups/groups.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId, MeetingId, OrganisationId } from '../kernel/identifiers';
import { Stamp } from '../people/stamp.service';
import type { LettingGo, Notes } from './domain/notes';
import { recipientsAmong } from './domain/recipients';
import { NotesChanges } from './notes-changes.service';

export interface NotesPlace {
  readonly organisationId: OrganisationId;
  readonly meetingId: MeetingId;
}

/** The service user has read the notes and lets the others read them: from that moment they may. */
@Injectable()
export class NotesLettingGo {
  constructor(
    private readonly changes: NotesChanges,
    private readonly groups: Groups,
    private readonly stamp: Stamp,
  ) {}

  async letGo(actor: Actor, place: NotesPlace, lettingGo: LettingGo, seen: number): Promise<Notes> {
    const letGo = await this.changes.changeAs(actor, place, { action: 'notes.let-go' }, (notes) =>
      notes.letGo(lettingGo, seen),
    );
    const recipients = await this.recipients(letGo);
    return this.changes.changeAs(actor, place, { action: 'notes.released' }, (notes) =>
      notes.release(this.stamp.now(), recipients),
    );
  }

  private async recipients({ organisationId, groupId }: { organisationId: OrganisationId; groupId: GroupId }) {
    const group = await this.groups.ofOrganisation(organisationId, groupId);
    if (!group) throw new DomainError('notFound');
    return recipientsAmong(group.present, await this.groups.standingsNow(group));
  }
}
