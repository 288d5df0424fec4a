import { Module } from '@nestjs/common';
import { AnswersModule } from '../answers/answers.module';
import { GroupsModule } from '../groups/groups.module';
import { RepliesModule } from '../replies/replies.module';
import { DeskController } from './desk.controller';
import { Desk } from './desk.service';

@Module({ imports: [GroupsModule, AnswersModule, RepliesModule], controllers: [DeskController], providers: [Desk] })
export class DeskModule {}
