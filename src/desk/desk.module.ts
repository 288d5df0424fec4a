import { Module } from '@nestjs/common';
import { GroupsModule } from '../groups/groups.module';
import { MeetingsModule } from '../meetings/meetings.module';
import { DeskController } from './desk.controller';
import { Desk } from './desk.service';

@Module({ imports: [GroupsModule, MeetingsModule], controllers: [DeskController], providers: [Desk] })
export class DeskModule {}
