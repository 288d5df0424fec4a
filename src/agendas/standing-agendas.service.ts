import { Injectable } from '@nestjs/common';
import { Profiles } from '../groups/profiles.service';
import { Stamp } from '../people/stamp.service';
import type { Meeting } from '../meetings/domain/meeting';
import type { MeetingsBooked } from '../meetings/domain/meetings-booked';
import type { MeetingsDropped } from '../meetings/domain/meetings-dropped';
import { Meetings } from '../meetings/meetings.service';
import { Agenda } from './domain/agenda';
import { itemsIn } from './domain/copying';
import { standingAgenda } from './domain/standing-agenda';
import { KeptAgendas } from './kept-agendas.service';

/** Gives every booked meeting its standing agenda, and takes away those of meetings that are gone. */
@Injectable()
export class StandingAgendas {
  constructor(
    private readonly agendas: KeptAgendas,
    private readonly meetings: Meetings,
    private readonly profiles: Profiles,
    private readonly stamp: Stamp,
  ) {}

  /** A meeting that is booked anew keeps the agenda it has. */
  async booked(fact: MeetingsBooked): Promise<void> {
    const { organisationId, meetingIds } = fact;
    const existing = await this.agendas.of(organisationId, meetingIds);
    const have = new Set(existing.map(({ agenda }) => agenda.meetingId));
    const meetings = await this.meetings.ofOrganisation(organisationId, meetingIds);
    const lacking = meetings.filter((meeting) => !have.has(meeting.id));
    await this.agendas.add(lacking.map((meeting) => this.standing(fact, meeting)));
  }

  dropped({ organisationId, meetingIds }: MeetingsDropped): Promise<void> {
    return this.agendas.remove(organisationId, meetingIds);
  }

  private standing({ profile, language }: MeetingsBooked, meeting: Meeting): Agenda {
    const { id: meetingId, organisationId, number: meetingNumber, minutes } = meeting;
    const contents = standingAgenda(this.profiles.get(profile), { meetingNumber, minutes, language });
    const agenda = { id: this.stamp.id<'agenda'>(), organisationId, meetingId };
    return new Agenda({ ...agenda, items: itemsIn(agenda, contents, () => this.stamp.id<'agenda item'>()) });
  }
}
