import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { GroupsModule } from '../groups/groups.module';
import { MeetingsModule } from '../meetings/meetings.module';
import { PeopleModule } from '../people/people.module';
import { AgendaChanges } from './agenda-changes.service';
import { AgendaCircle } from './agenda-circle.service';
import { AgendaEdits } from './agenda-edits.service';
import { AgendaLife } from './agenda-life.service';
import { AgendaItemsController } from './agenda-items.controller';
import { AgendaOrderController } from './agenda-order.controller';
import { AgendaProposalsController } from './agenda-proposals.controller';
import { AgendaReading } from './agenda-reading.service';
import { AgendaReleaseController } from './agenda-release.controller';
import { AgendaReleases } from './agenda-releases.service';
import { AgendaTitles } from './agenda-titles.service';
import { AgendasInTransit } from './agendas-in-transit.service';
import { AgendasController } from './agendas.controller';
import { AgendasRepository } from './agendas.repository';
import { Agendas } from './agendas.service';
import { KeptAgendas } from './kept-agendas.service';
import { KeptProposals } from './kept-proposals.service';
import { MeetingsListener } from './meetings-listener.service';
import { ProposalAnswers } from './proposal-answers.service';
import { ProposalPlaces } from './proposal-places.service';
import { ProposalTaking } from './proposal-taking.service';
import { ProposalsRepository } from './proposals.repository';
import { Proposals } from './proposals.service';
import { ReleasesRepository } from './releases.repository';
import { ServiceUserAnswers } from './service-user-answers.service';
import { StandingAgendas } from './standing-agendas.service';
import { TypeormAgendasRepository } from './store/typeorm-agendas.repository';
import { TypeormProposalsRepository } from './store/typeorm-proposals.repository';
import { TypeormReleasesRepository } from './store/typeorm-releases.repository';

@Module({
  imports: [AuditModule, PeopleModule, GroupsModule, MeetingsModule],
  controllers: [
    AgendasController,
    AgendaReleaseController,
    AgendaItemsController,
    AgendaOrderController,
    AgendaProposalsController,
  ],
  providers: [
    Agendas,
    AgendaChanges,
    AgendaCircle,
    AgendaEdits,
    AgendaLife,
    AgendaReading,
    AgendaReleases,
    AgendaTitles,
    AgendasInTransit,
    KeptAgendas,
    KeptProposals,
    ProposalAnswers,
    ProposalPlaces,
    ProposalTaking,
    Proposals,
    ServiceUserAnswers,
    StandingAgendas,
    MeetingsListener,
    { provide: AgendasRepository, useClass: TypeormAgendasRepository },
    { provide: ReleasesRepository, useClass: TypeormReleasesRepository },
    { provide: ProposalsRepository, useClass: TypeormProposalsRepository },
  ],
  exports: [Agendas, AgendasInTransit, AgendaLife, AgendaReleases, ProposalAnswers, Proposals, ServiceUserAnswers],
})
export class AgendasModule {}
