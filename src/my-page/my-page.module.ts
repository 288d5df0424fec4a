import { Module } from '@nestjs/common';
import { AgendasModule } from '../agendas/agendas.module';
import { AuditModule } from '../audit/audit.module';
import { GroupsModule } from '../groups/groups.module';
import { InvitationsModule } from '../invitations/invitations.module';
import { NotesModule } from '../notes/notes.module';
import { PeopleModule } from '../people/people.module';
import { ProgressModule } from '../progress/progress.module';
import { MineReading } from './mine-reading.service';
import { MineController } from './mine.controller';
import { OwnNotesController } from './notes.controller';
import { OwnDeeds } from './own-deeds.service';
import { OwnJournal } from './own-journal.service';
import { OwnNotes } from './own-notes.service';
import { OwnPages } from './own-pages.service';
import { OwnPapers } from './own-papers.service';
import { OwnProgress } from './own-progress.service';
import { OwnRooms } from './own-rooms.service';
import { OwnPapersController } from './papers.controller';
import { ReadableTasks } from './readable-tasks.service';
import { OwnStarController } from './star.controller';

/** What somebody with a personal link and its code sees and does beyond the year of meetings. */
@Module({
  imports: [AuditModule, PeopleModule, GroupsModule, AgendasModule, ProgressModule, NotesModule, InvitationsModule],
  controllers: [MineController, OwnStarController, OwnNotesController, OwnPapersController],
  providers: [OwnRooms, OwnJournal, OwnPages, MineReading, ReadableTasks, OwnDeeds, OwnNotes, OwnProgress, OwnPapers],
})
export class MyPageModule {}
