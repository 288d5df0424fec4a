import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { GroupsModule } from '../groups/groups.module';
import { MeetingsModule } from '../meetings/meetings.module';
import { PeopleModule } from '../people/people.module';
import { AgendaChanges } from './agenda-changes.service';
import { AgendaEdits } from './agenda-edits.service';
import { AgendaItemsController } from './agenda-items.controller';
import { AgendaReading } from './agenda-reading.service';
import { AgendaReleases } from './agenda-releases.service';
import { AgendaTitles } from './agenda-titles.service';
import { AgendasInTransit } from './agendas-in-transit.service';
import { AgendasController } from './agendas.controller';
import { AgendasRepository } from './agendas.repository';
import { Agendas } from './agendas.service';
import { MeetingsListener } from './meetings-listener.service';
import { StandingAgendas } from './standing-agendas.service';
import { TypeormAgendasRepository } from './store/typeorm-agendas.repository';

@Module({
  imports: [AuditModule, PeopleModule, GroupsModule, MeetingsModule],
  controllers: [AgendasController, AgendaItemsController],
  providers: [
    Agendas,
    AgendaChanges,
    AgendaEdits,
    AgendaReading,
    AgendaReleases,
    AgendaTitles,
    AgendasInTransit,
    StandingAgendas,
    MeetingsListener,
    { provide: AgendasRepository, useClass: TypeormAgendasRepository },
  ],
  exports: [Agendas, AgendasInTransit, AgendaReleases],
})
export class AgendasModule {}
