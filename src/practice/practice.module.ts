import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AccessModule } from '../access/access.module';
import { AgendasModule } from '../agendas/agendas.module';
import { AvailabilityModule } from '../availability/availability.module';
import { GroupsModule } from '../groups/groups.module';
import { InvitationsModule } from '../invitations/invitations.module';
import { PeopleModule } from '../people/people.module';
import { PlanningModule } from '../planning/planning.module';
import { ProgressModule } from '../progress/progress.module';
import { SociogramModule } from '../sociogram/sociogram.module';
import { Founding, FoundingDoors, FoundingOffice } from './founding.service';
import { Guide } from './guide.service';
import { Mailbox } from './mailbox.service';
import { MailboxController } from './mailbox.controller';
import { MapAndNominations, OllesCircle } from './olles-circle.service';
import { OllesGroup } from './olles-group.service';
import { OllesBeginnings, OllesPapers } from './olles-beginnings.service';
import { OllesYear, OwnPageDoor, YearDesk } from './olles-year.service';
import { Practice, PracticeGround, PracticeParts } from './practice.service';
import { SignInHint } from './sign-in-hint.interceptor';

const story = [
  Founding,
  FoundingDoors,
  FoundingOffice,
  OllesCircle,
  MapAndNominations,
  OllesGroup,
  OllesBeginnings,
  OllesPapers,
  OllesYear,
  YearDesk,
  OwnPageDoor,
  Practice,
  PracticeParts,
  PracticeGround,
];

/** Olle's story, the built-in mailbox, and the ways in. Only the demo brings this room into the house. */
@Module({
  imports: [
    AccessModule,
    PeopleModule,
    SociogramModule,
    GroupsModule,
    AvailabilityModule,
    PlanningModule,
    AgendasModule,
    ProgressModule,
    InvitationsModule,
  ],
  controllers: [MailboxController],
  providers: [...story, Guide, Mailbox, { provide: APP_INTERCEPTOR, useClass: SignInHint }],
})
export class PracticeModule {}
