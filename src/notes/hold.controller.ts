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
import { Beginning, type Start } from './beginning.service';
import type { Notes } from './domain/notes';
import { holdPage, peopleOf } from './hold.pages';
import { Holding } from './holding.service';
import { holdForm, presencesIn } from './notes.forms';
import { NotesReading, type NotesShown } from './notes-reading.service';

@Controller('meetings/:id/hold')
@For('coordinator')
export class HoldController {
  constructor(
    private readonly reading: NotesReading,
    private readonly beginning: Beginning,
    private readonly holding: Holding,
    private readonly database: Database,
  ) {}

  @Get()
  async ask(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return holdPage(await this.reading.of(viewer, idOf<'meeting'>(id)), { say, language: viewer.language });
  }

  /** Begins the meeting; once it has begun, says anew who is there and who leads. */
  @Post()
  async hold(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const shown = await this.reading.of(viewer, idOf<'meeting'>(id));
    const people = peopleOf(shown);
    const form = holdForm(people);
    const speech = { say, language: viewer.language };
    const again = { ...shown, typed: form.typed(body) };
    const reading = form.read(body);
    if (reading.kind === 'faulty') return holdPage({ ...again, faults: reading.faults }, speech);
    const { chair, chairId, reconciliation } = reading.value;
    const leading = { chair, chairId: chair === 'somebody' ? chairId : null };
    const start = { attendance: presencesIn(reading.value, people), leading, isReconciliation: reconciliation };
    const outcome = await attempt(this.database, () => this.kept(viewer, shown, start));
    if (outcome.kind === 'done') return goTo(onwardTo(outcome.value));
    const begun = shown.notes ?? (await this.reading.of(viewer, shown.meeting.id)).notes;
    // Somebody else, or the same finger once more, began the meeting at the same moment.
    if (begun && !shown.notes) return goTo(onwardTo(begun));
    return holdPage({ ...again, faults: [outcome.fault] }, speech);
  }

  private kept(viewer: Viewer, shown: NotesShown, start: Start): Promise<Notes> {
    const { meeting, notes } = shown;
    if (notes) return this.holding.attend(viewer, meeting.id, start.attendance, start.leading);
    return this.beginning.begin(viewer, shown, start);
  }
}

const onwardTo = ({ meetingId, isOver, takenUp }: Notes): string =>
  isOver || takenUp === null ? `/meetings/${meetingId}/notes` : `/meetings/${meetingId}/hold/${takenUp}`;
