import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuditModule } from '../audit/audit.module';
import { CsrfGuard } from '../platform/web/csrf.guard';
import { FileGuard } from '../platform/web/file.guard';
import { WebModule } from '../platform/web/web.module';
import { Accounts } from './accounts.service';
import { Arrivals } from './arrivals.service';
import { AssignmentRepository } from './assignment.repository';
import { Assignments } from './assignments.service';
import { ChoosePasswordController } from './choose-password.controller';
import { CoordinatorAccessController } from './coordinator-access.controller';
import { CoordinatorAccess } from './coordinator-access.service';
import { CoordinatorByEmail } from './coordinator-by-email.service';
import { Coordinators } from './coordinators.service';
import { CoordinatorsController } from './coordinators.controller';
import { FirstAdministrator } from './first-administrator.service';
import { GuessLimits } from './guess-limits.service';
import { HandedSecrets } from './handed-secrets.service';
import { LanguageChoice } from './language-choice.service';
import { LanguageController } from './language.controller';
import { OneTimeSecretRepository } from './one-time-secret.repository';
import { OneTimeSecrets } from './one-time-secrets.service';
import { OrganisationOverview } from './organisation-overview.service';
import { OrganisationController } from './organisation.controller';
import { PasswordCheck } from './password-check.service';
import { PasswordChoice } from './password-choice.service';
import { Passwords } from './passwords.service';
import { PolicyGuard } from './policy.guard';
import { SessionGuard } from './session.guard';
import { SessionRepository } from './session.repository';
import { Sessions } from './sessions.service';
import { SignInController } from './sign-in.controller';
import { SignIn } from './sign-in.service';
import { StaffRepository } from './staff.repository';
import { Staff } from './staff.service';
import { StartController } from './start.controller';
import { TypeormAssignmentRepository } from './store/typeorm-assignment.repository';
import { TypeormOneTimeSecretRepository } from './store/typeorm-one-time-secret.repository';
import { TypeormSessionRepository } from './store/typeorm-session.repository';
import { TypeormStaffRepository } from './store/typeorm-staff.repository';
import { TypeormTriesRepository } from './store/typeorm-tries.repository';
import { TriesRepository } from './tries.repository';
import { UnitsController } from './units.controller';
import { Units } from './units.service';

const stores = [
  { provide: AssignmentRepository, useClass: TypeormAssignmentRepository },
  { provide: OneTimeSecretRepository, useClass: TypeormOneTimeSecretRepository },
  { provide: SessionRepository, useClass: TypeormSessionRepository },
  { provide: StaffRepository, useClass: TypeormStaffRepository },
  { provide: TriesRepository, useClass: TypeormTriesRepository },
];

// In this order for every request: who asks, may they, what file do they bring, and do they ask from a page of ours.
const guards = [
  { provide: APP_GUARD, useClass: SessionGuard },
  { provide: APP_GUARD, useClass: PolicyGuard },
  { provide: APP_GUARD, useClass: FileGuard },
  { provide: APP_GUARD, useClass: CsrfGuard },
];

const doors = [Accounts, Arrivals, FirstAdministrator, HandedSecrets, PasswordCheck, PasswordChoice, Passwords, SignIn];
const rest = [CoordinatorAccess, Coordinators, LanguageChoice, OneTimeSecrets, OrganisationOverview, Sessions, Units];
const shown = [Assignments, CoordinatorByEmail, GuessLimits, Staff];

/** Who is signed in, and what they may see. */
@Module({
  imports: [AuditModule, WebModule],
  controllers: [
    SignInController,
    StartController,
    ChoosePasswordController,
    LanguageController,
    CoordinatorsController,
    CoordinatorAccessController,
    UnitsController,
    OrganisationController,
  ],
  providers: [...stores, ...guards, ...doors, ...rest, ...shown],
  // The practice and its tests make accounts the way a new organisation does.
  exports: [
    AuditModule,
    WebModule,
    Coordinators,
    FirstAdministrator,
    HandedSecrets,
    OneTimeSecrets,
    Sessions,
    Units,
    ...shown,
  ],
})
export class AccessModule {}
