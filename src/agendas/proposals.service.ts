import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit/audit-log.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId, MeetingId, OrganisationId, PersonId } from '../kernel/identifiers';
import { Stamp } from '../people/stamp.service';
import { Proposal, requireRoom } from './domain/proposal';
import { ProposalPlaces } from './proposal-places.service';
import { ProposalTaking } from './proposal-taking.service';
import { ProposalsRepository } from './proposals.repository';

/** What somebody wants a meeting to take up. */
export interface Proposing {
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly meetingId: MeetingId;
  readonly personId: PersonId;
  readonly words: string;
  /** For the log: who wrote it down. */
  readonly by: Actor;
}

/** What people want taken up, without a viewer: it comes through their own links. */
@Injectable()
export class Proposals {
  constructor(
    private readonly proposals: ProposalsRepository,
    private readonly places: ProposalPlaces,
    private readonly taking: ProposalTaking,
    private readonly stamp: Stamp,
  ) {}

  ofMeeting(organisationId: OrganisationId, meetingId: MeetingId): Promise<readonly Proposal[]> {
    return this.ofMeetings(organisationId, [meetingId]);
  }

  /** All of them, answered or not, in the order they were made. */
  ofMeetings(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<readonly Proposal[]> {
    return this.proposals.of(organisationId, meetingIds);
  }

  /**
   * Returns what became of it: a wish of the service user is on the agenda at once, anything else waits; for the meeting
   * after, when this one has begun.
   */
  async propose({ personId, words, by, ...wanted }: Proposing): Promise<Proposal> {
    const { group, meeting } = await this.places.of(wanted);
    if (group.memberOf(personId)?.isInTheGroup !== true) throw new DomainError('notFound');
    if (!meeting) throw new DomainError('noMeetingToPropose');
    const { organisationId, id: groupId } = group;
    const origin = { id: this.stamp.id<'proposal'>(), organisationId, groupId, meetingId: meeting.id, personId };
    const made = new Proposal({ ...origin, words, madeAt: this.stamp.now() });
    const proposal = await this.taking.take(made, { group, meeting, by });
    requireRoom(await this.ofMeeting(organisationId, meeting.id), personId);
    await this.proposals.save([proposal]);
    return proposal;
  }

  /** What nobody answered before the meeting was over waits for the next one, if there is one. */
  async waitOn(wanted: Omit<Proposing, 'personId' | 'words' | 'by'>): Promise<void> {
    const { meeting } = await this.places.of(wanted);
    if (!meeting || meeting.id === wanted.meetingId) return;
    const proposals = await this.ofMeeting(wanted.organisationId, wanted.meetingId);
    await this.proposals.save(proposals.filter(({ isWaiting }) => isWaiting).map((one) => one.waitFor(meeting.id)));
  }
}
