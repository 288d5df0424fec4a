import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { DomainError } from '../kernel/domain-error';
import { idOf } from '../kernel/identifiers';
import { Stamp } from '../people/stamp.service';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import type { NoteLine } from './domain/note-line';
import { linePage, newLinePage } from './line.pages';
import { NoteWriting } from './note-writing.service';
import { lineForm, newLineForm, removeForm } from './notes.forms';
import { type BegunShown, NotesReading } from './notes-reading.service';

interface LinePath {
  readonly id: string;
  readonly line: string;
}

@Controller('meetings/:id/notes/lines')
@For('coordinator')
export class NoteLinesController {
  constructor(
    private readonly reading: NotesReading,
    private readonly writing: NoteWriting,
    private readonly stamp: Stamp,
    private readonly database: Database,
  ) {}

  @Get('new')
  async askNew(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const { notes, ...shown } = await this.reading.of(viewer, idOf<'meeting'>(id));
    if (!notes) return goTo(`/meetings/${id}/hold`);
    return newLinePage({ ...shown, notes, form: this.stamp.id<'form'>() }, { say, language: viewer.language });
  }

  @Post('new')
  async add(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const shown = await this.reading.begun(viewer, idOf<'meeting'>(id));
    const speech = { say, language: viewer.language };
    const again = { ...shown, form: this.stamp.id<'form'>(), typed: newLineForm.typed(body) };
    const reading = newLineForm.read(body);
    if (reading.kind === 'faulty') return newLinePage({ ...again, faults: reading.faults }, speech);
    const { once: form, lineItem, lineKind, lineText } = reading.value;
    const written = { form, outcome: '', decision: '', task: null, [lineKind]: lineText };
    const outcome = await attempt(this.database, () => {
      if (lineText === '') throw new DomainError('fieldMissing', { field: 'lineText' });
      return this.writing.write(viewer, shown.meeting.id, lineItem, written);
    });
    if (outcome.kind === 'refused') return newLinePage({ ...again, faults: [outcome.fault] }, speech);
    return goTo(`/meetings/${id}/notes`);
  }

  @Get(':line')
  async ask(@SignedIn() viewer: Viewer, @Param() path: LinePath, @Speaking() say: Say): Promise<Answer> {
    return linePage(await this.read(viewer, path), { say, language: viewer.language });
  }

  @Post(':line')
  async change(
    @SignedIn() viewer: Viewer,
    @Param() path: LinePath,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const shown = await this.read(viewer, path);
    const speech = { say, language: viewer.language };
    const again = { ...shown, typed: lineForm.typed(body) };
    const reading = lineForm.read(body);
    if (reading.kind === 'faulty') return linePage({ ...again, faults: reading.faults }, speech);
    const { version, lineText: text, lineAudience: audience, lineNamed, lineGuest } = reading.value;
    const { guest: invited } = shown.notes.item(shown.line.itemId);
    const present = lineNamed.filter((personId) => shown.group.memberOf(personId)?.isInTheGroup);
    const readership = { audience, named: audience === 'named' ? present : [] };
    const anew = { text, version, readership, guest: lineGuest ? invited : null };
    const outcome = await attempt(this.database, () =>
      this.writing.change(viewer, shown.meeting.id, shown.line.id, anew),
    );
    if (outcome.kind === 'refused') return linePage({ ...again, faults: [outcome.fault] }, speech);
    if (outcome.value.kind === 'stale')
      return linePage({ ...again, line: outcome.value.stands, isStale: true }, speech);
    return goTo(`/meetings/${path.id}/notes`);
  }

  @Post(':line/remove')
  async remove(
    @SignedIn() viewer: Viewer,
    @Param() path: LinePath,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const shown = await this.read(viewer, path);
    const reading = removeForm.read(body);
    if (reading.kind === 'faulty') throw new DomainError('notFound');
    const change = await this.writing.remove(viewer, shown.meeting.id, shown.line.id, reading.value.version);
    if (change.kind === 'done') return goTo(`/meetings/${path.id}/notes`);
    return linePage({ ...shown, line: change.stands, isStale: true }, { say, language: viewer.language });
  }

  /** What the service user has struck is shown to nobody else. */
  private async read(viewer: Viewer, { id, line }: LinePath): Promise<BegunShown & { readonly line: NoteLine }> {
    const shown = await this.reading.begun(viewer, idOf<'meeting'>(id));
    const found = shown.notes.line(idOf<'note line'>(line));
    if (found.isStruck) throw new DomainError('notFound');
    return { ...shown, line: found };
  }
}
