import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { ResourceGroup } from '../groups/domain/resource-group';
import type { MeetingId } from '../kernel/identifiers';
import type { Person } from '../people/domain/person';
import { People } from '../people/people.service';
import type { Proposal } from './domain/proposal';
import { Proposals } from './proposals.service';

/** Those an agenda is for, and what they want taken up. */
export interface Circle {
  /** Everybody who is or was in the group, as far as the viewer may see them. */
  readonly people: readonly Person[];
  readonly proposals: readonly Proposal[];
}

/** Gives an agenda's page the people around it. */
@Injectable()
export class AgendaCircle {
  constructor(
    private readonly people: People,
    private readonly proposals: Proposals,
  ) {}

  async of(viewer: Viewer, { organisationId, members }: ResourceGroup, meetingId: MeetingId): Promise<Circle> {
    return {
      people: await this.people.many(
        viewer,
        members.map(({ personId }) => personId),
      ),
      proposals: await this.proposals.ofMeeting(organisationId, meetingId),
    };
  }
}
