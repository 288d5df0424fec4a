import { Module } from '@nestjs/common';
import { AgendasModule } from '../agendas/agendas.module';
import { AuditModule } from '../audit/audit.module';
import { GroupsModule } from '../groups/groups.module';
import { MeetingsModule } from '../meetings/meetings.module';
import { PeopleModule } from '../people/people.module';
import { ProgressModule } from '../progress/progress.module';
import { Beginning } from './beginning.service';
import { CopiesController } from './copies.controller';
import { HoldController } from './hold.controller';
import { EarlierTasks } from './earlier-tasks.service';
import { HeldBackTasks } from './held-back-tasks.service';
import { Holding } from './holding.service';
import { NotesLettingGo } from './letting-go.service';
import { MeetingTasks } from './meeting-tasks.service';
import { NoteCopies } from './note-copies.service';
import { NoteLinesController } from './note-lines.controller';
import { NoteReleases } from './note-releases.service';
import { NoteWriting } from './note-writing.service';
import { NotesChanges } from './notes-changes.service';
import { NotesReading } from './notes-reading.service';
import { NotesToRead } from './notes-to-read.service';
import { NotesController } from './notes.controller';
import { NotesRepository } from './notes.repository';
import { Pressing } from './pressing.service';
import { ScreenReading } from './screen-reading.service';
import { ScreenController } from './screen.controller';
import { ServiceUserReads } from './service-user-reads.service';
import { TypeormNotesRepository } from './store/typeorm-notes.repository';

/** The meeting itself: who was there, what came of it, and who may read it when. */
@Module({
  imports: [AuditModule, PeopleModule, GroupsModule, MeetingsModule, AgendasModule, ProgressModule],
  controllers: [HoldController, ScreenController, NotesController, NoteLinesController, CopiesController],
  providers: [
    Beginning,
    EarlierTasks,
    HeldBackTasks,
    Holding,
    MeetingTasks,
    NoteCopies,
    NoteReleases,
    NoteWriting,
    NotesChanges,
    NotesLettingGo,
    NotesReading,
    NotesToRead,
    Pressing,
    ScreenReading,
    ServiceUserReads,
    { provide: NotesRepository, useClass: TypeormNotesRepository },
  ],
  exports: [HeldBackTasks, NotesToRead, ServiceUserReads],
})
export class NotesModule {}
