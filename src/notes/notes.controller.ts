import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { idOf } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { Holding } from './holding.service';
import { MeetingTasks } from './meeting-tasks.service';
import { NoteReleases } from './note-releases.service';
import { readForm } from './notes.forms';
import { notesPage } from './notes.pages';
import { readPage } from './read.pages';

@Controller('meetings/:id/notes')
@For('coordinator')
export class NotesController {
  constructor(
    private readonly tasks: MeetingTasks,
    private readonly holding: Holding,
    private readonly releases: NoteReleases,
    private readonly database: Database,
  ) {}

  /** Before the meeting has begun there is nothing to read, and it is begun from the page this leads to. */
  @Get()
  async notes(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const shown = await this.tasks.withNotes(viewer, idOf<'meeting'>(id));
    return shown ? notesPage(shown, { say, language: viewer.language }) : goTo(`/meetings/${id}/hold`);
  }

  @Post('end')
  async end(@SignedIn() viewer: Viewer, @Param('id') id: string): Promise<Answer> {
    await this.holding.end(viewer, idOf<'meeting'>(id));
    return goTo(`/meetings/${id}/notes/read`);
  }

  @Post('show')
  async show(@SignedIn() viewer: Viewer, @Param('id') id: string): Promise<Answer> {
    await this.releases.show(viewer, await this.tasks.begun(viewer, idOf<'meeting'>(id)));
    return goTo(`/meetings/${id}/notes`);
  }

  @Get('read')
  async askRead(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const shown = await this.tasks.withNotes(viewer, idOf<'meeting'>(id));
    if (!shown?.notes.isOver || shown.notes.state === 'released') return goTo(`/meetings/${id}/notes`);
    return readPage({ ...shown, today: this.releases.today() }, { say, language: viewer.language });
  }

  /** The service user has read them and says what the others may have; they have it from now on. */
  @Post('read')
  async read(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const shown = await this.tasks.begun(viewer, idOf<'meeting'>(id));
    const speech = { say, language: viewer.language };
    const again = { ...shown, today: this.releases.today(), typed: readForm.typed(body) };
    const reading = readForm.read(body);
    if (reading.kind === 'faulty') return readPage({ ...again, faults: reading.faults }, speech);
    const { readHow: how, readOn: on, struck, seen } = reading.value;
    const outcome = await attempt(this.database, () =>
      this.releases.readForThem(viewer, shown, { how, on, struck, seen }),
    );
    if (outcome.kind === 'refused') return readPage({ ...again, faults: [outcome.fault] }, speech);
    return goTo(`/meetings/${id}/notes/copies`);
  }
}
