import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { MeetingAgenda } from '../agendas/agendas.service';
import { linesOf } from '../agendas/domain/released-agenda';
import type { GroupId, MeetingId, OrganisationId } from '../kernel/identifiers';
import { Deputies } from '../meetings/deputies.service';
import { AgendasToSend } from './agendas-to-send.service';
import { type AgendaToTell, Gathering } from './domain/gathering';
import { type GroupToCall, PeopleToCall } from './people-to-call.service';
import { SaidSoFar } from './said-so-far.service';

/** Reads, once, everything that decides a group's calls. */
@Injectable()
export class Gatherings {
  constructor(
    private readonly peopleToCall: PeopleToCall,
    private readonly agendas: AgendasToSend,
    private readonly said: SaidSoFar,
    private readonly deputies: Deputies,
  ) {}

  /** To look at; nothing is changed. */
  async of(viewer: Viewer, groupId: GroupId): Promise<Gathering> {
    const toCall = await this.peopleToCall.of(viewer, groupId);
    return this.gathered(toCall, await this.agendas.asTheyStand(viewer, groupId));
  }

  /** To send: the agendas are released, and what is gathered is what they say from now on. */
  async released(viewer: Viewer, groupId: GroupId): Promise<Gathering> {
    const toCall = await this.peopleToCall.of(viewer, groupId);
    return this.gathered(toCall, await this.agendas.released(viewer, groupId));
  }

  /** For what the program sends without being asked. */
  async byItself(organisationId: OrganisationId, groupId: GroupId): Promise<Gathering> {
    const toCall = await this.peopleToCall.byItself(organisationId, groupId);
    return this.gathered(toCall, await this.agendas.byItself(organisationId, groupId));
  }

  /** Lets the agendas of these meetings out as they stand; whether anything new was let out. */
  releasedByItself({ parts: { meetings } }: Gathering, ids: ReadonlySet<MeetingId>): Promise<boolean> {
    return this.agendas.releasedByItself(meetings.filter(({ id }) => ids.has(id)));
  }

  private async gathered(toCall: GroupToCall, agendas: readonly MeetingAgenda[]): Promise<Gathering> {
    const { organisationId, id } = toCall.group;
    const meetings = agendas.map(({ meeting }) => meeting);
    return new Gathering({
      ...toCall,
      meetings,
      agendas: new Map(agendas.map((one) => [one.meeting.id, agendaToTell(one)])),
      deputies: await this.deputies.of(
        organisationId,
        meetings.map(({ id: meetingId }) => meetingId),
      ),
      history: await this.agendas.toldBefore(organisationId, meetings),
      ...(await this.said.in(organisationId, id)),
    });
  }
}

/** What was released is what is told; before that, what would be released now. */
const agendaToTell = ({ agenda, released }: MeetingAgenda): AgendaToTell =>
  released ? { release: released.number, lines: released.lines } : { release: null, lines: linesOf(agenda) };
