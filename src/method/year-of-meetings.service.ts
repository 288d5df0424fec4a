import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { Agendas } from '../agendas/agendas.service';
import { Proposals } from '../agendas/proposals.service';
import type { GroupId } from '../kernel/identifiers';
import { Meetings } from '../meetings/meetings.service';
import { YearPlans } from '../planning/year-plans.service';
import type { Picture } from './domain/picture';

type YearPart = Pick<Picture, 'plan' | 'meetings' | 'agendas' | 'proposals'>;

/** What is wished for, booked, and to be taken up. */
@Injectable()
export class YearOfMeetings {
  constructor(
    private readonly plans: YearPlans,
    private readonly meetings: Meetings,
    private readonly agendas: Agendas,
    private readonly proposals: Proposals,
  ) {}

  async of(viewer: Viewer, groupId: GroupId): Promise<YearPart> {
    const meetings = await this.meetings.of(viewer, groupId);
    const ids = meetings.map(({ id }) => id);
    return {
      plan: await this.plans.find(viewer, groupId),
      meetings,
      agendas: (await this.agendas.ofMeetings(meetings)).map(({ agenda }) => agenda),
      proposals: await this.proposals.ofMeetings(viewer.organisationId, ids),
    };
  }
}
