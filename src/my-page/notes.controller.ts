import { BadRequestException, Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { OwnMeeting } from '../invitations/domain/own-year';
import { idOf } from '../kernel/identifiers';
import type { NoteLineId } from '../notes/domain/note-line';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import type { Asking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { For } from '../platform/web/policy';
import { commentForm, letGoForm } from './mine.forms';
import { nothingWritten, ownNotesPage, type Writing } from './notes.pages';
import { OwnNotes } from './own-notes.service';
import { meetingNumbered, type OwnRoom, OwnRooms } from './own-rooms.service';

interface NotesPath {
  readonly token: string;
  readonly n: string;
}

type LinePath = NotesPath & { readonly line: string };

@Controller('m/:token/mine/notes/:n')
@For('link-and-code')
export class OwnNotesController {
  constructor(
    private readonly rooms: OwnRooms,
    private readonly notes: OwnNotes,
    private readonly database: Database,
  ) {}

  @Get()
  look(@Param() path: NotesPath, @Req() asking: Asking): Promise<Answer> {
    return this.page(path, asking, nothingWritten);
  }

  @Post('lines/:line/strike')
  strike(@Param() path: LinePath, @Req() asking: Asking): Promise<Answer> {
    const line = idOf<'note line'>(path.line);
    return this.change(path, asking, { line, work: (room, own) => this.notes.strike(room, own, line) });
  }

  @Post('lines/:line/keep')
  keep(@Param() path: LinePath, @Req() asking: Asking): Promise<Answer> {
    const line = idOf<'note line'>(path.line);
    return this.change(path, asking, { line, work: (room, own) => this.notes.unstrike(room, own, line) });
  }

  @Post('lines/:line/comment')
  async comment(@Param() path: LinePath, @Body() body: unknown, @Req() asking: Asking): Promise<Answer> {
    const line = idOf<'note line'>(path.line);
    const { noteComment } = commentForm.typed(body);
    const typed = typeof noteComment === 'string' ? noteComment : '';
    const reading = commentForm.read(body);
    if (reading.kind === 'faulty') return this.page(path, asking, { faults: reading.faults, line, typed });
    const words = reading.value.noteComment;
    const work = (room: OwnRoom, own: OwnMeeting) => this.notes.comment(room, own, { line, words });
    return this.change(path, asking, { line, typed, work });
  }

  /** From here on the others may read what was not struck. */
  @Post('let-go')
  async letGo(@Param() path: NotesPath, @Body() body: unknown, @Req() asking: Asking): Promise<Answer> {
    const reading = letGoForm.read(body);
    if (reading.kind === 'faulty') throw new BadRequestException();
    const { seen } = reading.value;
    return this.change(path, asking, { work: (room, own) => this.notes.letGo(room, own, seen) });
  }

  private async change(path: NotesPath, asking: Asking, { work, line = null, typed = '' }: Deed): Promise<Answer> {
    const room = await this.rooms.openOwn(path.token);
    const own = meetingNumbered(room, path.n);
    const outcome = await attempt(this.database, () => work(room, own));
    if (outcome.kind === 'refused') return this.page(path, asking, { faults: [outcome.fault], line, typed });
    return goTo(`/m/${path.token}/mine/notes/${path.n}${line === null ? '' : `#line-${line}`}`);
  }

  private async page({ token, n }: NotesPath, { say, language }: Asking, writing: Writing): Promise<Answer> {
    const room = await this.rooms.open(token);
    const page = await this.notes.open(room, meetingNumbered(room, n));
    return ownNotesPage(page, { say, language, token }, writing);
  }
}

/** What is done, and the line it is done to, if it is one. */
interface Deed {
  readonly work: (room: OwnRoom, own: OwnMeeting) => Promise<void>;
  readonly line?: NoteLineId | null;
  readonly typed?: string;
}
