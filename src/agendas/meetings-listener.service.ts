import { Injectable, OnModuleInit } from '@nestjs/common';
import { MeetingsBooked } from '../meetings/domain/meetings-booked';
import { MeetingsDropped } from '../meetings/domain/meetings-dropped';
import { Facts } from '../platform/facts';
import { ProposalsRepository } from './proposals.repository';
import { StandingAgendas } from './standing-agendas.service';

/** Hears of meetings that are booked or gone, in the same transaction. */
@Injectable()
export class MeetingsListener implements OnModuleInit {
  constructor(
    private readonly facts: Facts,
    private readonly agendas: StandingAgendas,
    private readonly proposals: ProposalsRepository,
  ) {}

  onModuleInit(): void {
    this.facts.on(MeetingsBooked, (fact) => this.agendas.booked(fact));
    this.facts.on(MeetingsDropped, async (fact) => {
      await this.proposals.remove(fact.organisationId, fact.meetingIds);
      await this.agendas.dropped(fact);
    });
  }
}
