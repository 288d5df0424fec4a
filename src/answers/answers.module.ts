import { Module } from '@nestjs/common';
import { AgendasModule } from '../agendas/agendas.module';
import { AuditModule } from '../audit/audit.module';
import { GroupsModule } from '../groups/groups.module';
import { MeetingsModule } from '../meetings/meetings.module';
import { PeopleModule } from '../people/people.module';
import { AnswerNotes } from './answer-notes.service';
import { AnswersBeside } from './answers-beside.service';
import { AnswersController } from './answers.controller';
import { AnswersReading } from './answers-reading.service';
import { AnswersRepository } from './answers.repository';
import { Answers } from './answers.service';
import { GroupAnswers } from './group-answers.service';
import { GuestsAsked } from './guests-asked.service';
import { TypeormAnswersRepository } from './store/typeorm-answers.repository';
import { Wishes } from './wishes.service';

/** What people answered, in whatever way it came, and what they wished beside it. */
@Module({
  imports: [AuditModule, PeopleModule, GroupsModule, MeetingsModule, AgendasModule],
  controllers: [AnswersController],
  providers: [
    Answers,
    AnswerNotes,
    AnswersBeside,
    AnswersReading,
    GuestsAsked,
    GroupAnswers,
    Wishes,
    { provide: AnswersRepository, useClass: TypeormAnswersRepository },
  ],
  exports: [Answers, GroupAnswers, GuestsAsked],
})
export class AnswersModule {}
