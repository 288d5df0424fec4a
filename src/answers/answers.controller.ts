import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { DomainError } from '../kernel/domain-error';
import { idOf } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { AnswerNotes } from './answer-notes.service';
import { noteForm } from './answers.forms';
import { answersPage } from './answers.pages';
import { AnswersReading } from './answers-reading.service';
import { type NotedAnswer, notePage, typedFor } from './note.pages';
import { Wishes } from './wishes.service';

/** The address of one member's answer to one meeting. */
interface NotePath {
  readonly id: string;
  readonly meeting: string;
  readonly person: string;
}

@Controller('groups/:id/answers')
@For('coordinator')
export class AnswersController {
  constructor(
    private readonly reading: AnswersReading,
    private readonly notes: AnswerNotes,
    private readonly wishes: Wishes,
    private readonly database: Database,
  ) {}

  @Get()
  async all(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const shown = await this.reading.of(viewer, idOf<'group'>(id));
    return answersPage(shown, { say, language: viewer.language });
  }

  @Post('wishes/:wish/seen')
  async seen(
    @SignedIn() viewer: Viewer,
    @Param() { id, wish }: { readonly id: string; readonly wish: string },
  ): Promise<Answer> {
    await this.wishes.seen(viewer, idOf<'group'>(id), idOf<'wish'>(wish));
    return goTo(`/groups/${id}/answers`);
  }

  @Get(':meeting/:person')
  async ask(@SignedIn() viewer: Viewer, @Param() path: NotePath, @Speaking() say: Say): Promise<Answer> {
    const shown = await this.one(viewer, path);
    return notePage({ ...shown, typed: typedFor(shown), faults: [] }, { say, language: viewer.language });
  }

  @Post(':meeting/:person')
  async note(
    @SignedIn() viewer: Viewer,
    @Param() path: NotePath,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const shown = await this.one(viewer, path);
    const again = { ...shown, typed: noteForm.typed(body) };
    const speech = { say, language: viewer.language };
    const reading = noteForm.read(body);
    if (reading.kind === 'faulty') return notePage({ ...again, faults: reading.faults }, speech);
    const { answer: choice, answerComment: comment, revision, takeUp } = reading.value;
    const outcome = await attempt(this.database, () =>
      this.notes.note(viewer, shown, { choice, comment, revision, takeUp }),
    );
    if (outcome.kind === 'refused') return notePage({ ...again, faults: [outcome.fault] }, speech);
    return goTo(`/groups/${path.id}/answers#meeting-${String(shown.meeting.number)}`);
  }

  private async one(viewer: Viewer, path: NotePath): Promise<NotedAnswer> {
    const shown = await this.reading.of(viewer, idOf<'group'>(path.id));
    const guest = shown.guests.find(({ meeting, personId }) => meeting.id === path.meeting && personId === path.person);
    if (guest) return { ...shown, ...guest };
    const meeting = shown.meetings.find(({ id, wasCalled }) => id === path.meeting && wasCalled);
    const member = shown.members.find(({ personId }) => personId === path.person);
    if (!meeting || !member) throw new DomainError('notFound');
    return { ...shown, meeting, personId: member.personId };
  }
}
