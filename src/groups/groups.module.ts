import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { AuditModule } from '../audit/audit.module';
import { PeopleModule } from '../people/people.module';
import { SociogramModule } from '../sociogram/sociogram.module';
import { BeginningController } from './beginning.controller';
import { Candidates } from './candidates.service';
import { ConsentsController } from './consents.controller';
import { Consents } from './consents.service';
import { Coordination } from './coordination.service';
import { CoordinatorPlaces } from './coordinator-places.service';
import { FormingController } from './forming.controller';
import { GroupChanges } from './group-changes.service';
import { GroupDesk } from './group-desk.service';
import { GroupDrafts } from './group-drafts.service';
import { GroupForming } from './group-forming.service';
import { GroupOverview } from './group-overview.service';
import { GroupsController } from './groups.controller';
import { GroupsInTransit } from './groups-in-transit.service';
import { GroupsRepository } from './groups.repository';
import { Groups } from './groups.service';
import { HandedAssignments } from './handed-assignments.service';
import { HandingOver } from './handing-over.service';
import { Leaving } from './leaving.service';
import { MembersController } from './members.controller';
import { Membership } from './membership.service';
import { NeutralTitles } from './neutral-titles.service';
import { Profiles } from './profiles.service';
import { TypeormGroupsRepository } from './store/typeorm-groups.repository';

@Module({
  imports: [AuditModule, AccessModule, PeopleModule, SociogramModule],
  // `/groups/new` is asked before `/groups/:id`.
  controllers: [BeginningController, FormingController, GroupsController, MembersController, ConsentsController],
  providers: [
    Groups,
    GroupChanges,
    GroupDesk,
    GroupDrafts,
    GroupForming,
    GroupOverview,
    Candidates,
    Membership,
    Leaving,
    Coordination,
    CoordinatorPlaces,
    HandedAssignments,
    HandingOver,
    Consents,
    GroupsInTransit,
    NeutralTitles,
    Profiles,
    { provide: GroupsRepository, useClass: TypeormGroupsRepository },
  ],
  exports: [
    Groups,
    GroupsInTransit,
    GroupForming,
    Membership,
    Leaving,
    Coordination,
    HandingOver,
    Consents,
    NeutralTitles,
    Profiles,
    PeopleModule,
  ],
})
export class GroupsModule {}
