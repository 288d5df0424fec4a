import { Injectable } from '@nestjs/common';
import { Agendas } from '../agendas/agendas.service';
import { copyFor } from '../agendas/domain/released-agenda';
import { AccessTrail } from '../audit/access-trail.service';
import type { Entry } from '../audit/domain/access-log';
import type { Standing } from '../groups/domain/may-be-called';
import type { Member } from '../groups/domain/member';
import { Groups } from '../groups/groups.service';
import { OwnJournal } from './own-journal.service';
import type { OwnRoom } from './own-rooms.service';

/** What one person in the group gets. */
export interface Share {
  readonly member: Member;
  readonly standing: Standing | null;
  /** How many items of the next meeting's agenda they read, of how many; null before it is released. */
  readonly items: { readonly count: number; readonly of: number } | null;
}

/** Who gets what of the service user's, and who has read about them. */
@Injectable()
export class OwnPapers {
  constructor(
    private readonly trail: AccessTrail,
    private readonly groups: Groups,
    private readonly agendas: Agendas,
    private readonly journal: OwnJournal,
  ) {}

  async shares(room: OwnRoom): Promise<readonly Share[]> {
    const { group, year } = room;
    await this.journal.read(room, 'consent.read');
    const standings = await this.groups.standingsNow(group);
    const [next] = year.ahead;
    const released = next ? await this.agendas.released(group.organisationId, next.meeting.id) : null;
    return group.present.map((member) => ({
      member,
      standing: standings.get(member.personId) ?? null,
      items: released && { count: copyFor(released.lines, member).length, of: released.lines.length },
    }));
  }

  /** Newest first; `before` is the number of the last one already shown. */
  async readings(room: OwnRoom, before: number | null): Promise<readonly Entry[]> {
    await this.journal.read(room, 'own-page.read');
    const { organisationId, serviceUserId } = room.group;
    return this.trail.about(organisationId, serviceUserId, { before, count: readingsOnAPage });
  }
}

export const readingsOnAPage = 200;
