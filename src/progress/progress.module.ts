import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { AuditModule } from '../audit/audit.module';
import { GroupsModule } from '../groups/groups.module';
import { PeopleModule } from '../people/people.module';
import { Circles } from './circles.service';
import { CrisisPlanController } from './crisis-plan.controller';
import { CrisisPlansRepository } from './crisis-plans.repository';
import { CrisisPlans } from './crisis-plans.service';
import { GoalsController } from './goals.controller';
import { GoalsRepository } from './goals.repository';
import { Goals } from './goals.service';
import { ProgressTurns } from './progress-turns';
import { ProgressWork } from './progress-work.service';
import { StarPatterns } from './star-patterns.service';
import { StarController } from './star.controller';
import { StarRepository } from './star.repository';
import { Stars } from './stars.service';
import { TypeormCrisisPlansRepository } from './store/typeorm-crisis-plans.repository';
import { TypeormGoalsRepository } from './store/typeorm-goals.repository';
import { TypeormProgressTurns } from './store/typeorm-progress-turns';
import { TypeormStarRepository } from './store/typeorm-star.repository';
import { TypeormTasksRepository } from './store/typeorm-tasks.repository';
import { TasksController } from './tasks.controller';
import { TasksRepository } from './tasks.repository';
import { Tasks } from './tasks.service';

/** What comes of the meetings: goals, tasks, the quality star and the crisis plan. */
@Module({
  imports: [AuditModule, AccessModule, PeopleModule, GroupsModule],
  controllers: [GoalsController, TasksController, StarController, CrisisPlanController],
  providers: [
    Goals,
    Tasks,
    Stars,
    CrisisPlans,
    ProgressWork,
    Circles,
    StarPatterns,
    { provide: GoalsRepository, useClass: TypeormGoalsRepository },
    { provide: TasksRepository, useClass: TypeormTasksRepository },
    { provide: StarRepository, useClass: TypeormStarRepository },
    { provide: CrisisPlansRepository, useClass: TypeormCrisisPlansRepository },
    { provide: ProgressTurns, useClass: TypeormProgressTurns },
  ],
  exports: [Goals, Tasks, Stars, CrisisPlans],
})
export class ProgressModule {}
