import { Body, Controller, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { DomainError } from '../kernel/domain-error';
import { idOf, type MeetingId } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { AgendaEdits } from './agenda-edits.service';
import { AgendaLife } from './agenda-life.service';
import { agendaPage } from './agenda.page';
import { AgendaReading } from './agenda-reading.service';
import { carryForm, moveForm, removeForm } from './agendas.forms';
import type { Direction } from './domain/agenda';

/** The address of one agenda item. */
export interface ItemPath {
  readonly id: string;
  readonly item: string;
}

/** Which items there are and in which order. What somebody else did meanwhile is told on the agenda as it stands. */
@Controller('meetings/:id/agenda/items/:item')
@For('coordinator')
export class AgendaOrderController {
  constructor(
    private readonly reading: AgendaReading,
    private readonly edits: AgendaEdits,
    private readonly life: AgendaLife,
    private readonly database: Database,
  ) {}

  @Post('up')
  up(
    @SignedIn() viewer: Viewer,
    @Param() path: ItemPath,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    return this.move({ viewer, path, say }, body, 'up');
  }

  @Post('down')
  down(
    @SignedIn() viewer: Viewer,
    @Param() path: ItemPath,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    return this.move({ viewer, path, say }, body, 'down');
  }

  @Post('remove')
  remove(
    @SignedIn() viewer: Viewer,
    @Param() path: ItemPath,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const reading = removeForm.read(body);
    if (reading.kind === 'faulty') throw new DomainError('notFound');
    const seen = { id: idOf<'agenda item'>(path.item), version: reading.value.itemVersion };
    return this.answer({ viewer, path, say }, '', (meetingId) => this.edits.remove(viewer, meetingId, seen));
  }

  @Post('carry')
  carry(
    @SignedIn() viewer: Viewer,
    @Param() path: ItemPath,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const reading = carryForm.read(body);
    if (reading.kind === 'faulty') throw new DomainError('notFound');
    const itemId = idOf<'agenda item'>(path.item);
    const { way } = reading.value;
    return this.answer({ viewer, path, say }, '', (meetingId) => this.life.carryOver(viewer, meetingId, itemId, way));
  }

  /** The page opens again where the item now stands. */
  private move(asked: Asked, body: unknown, direction: Direction): Promise<Answer> {
    const reading = moveForm.read(body);
    if (reading.kind === 'faulty') throw new DomainError('notFound');
    const itemId = idOf<'agenda item'>(asked.path.item);
    const step = { direction, steps: reading.value.steps ?? 1 };
    return this.answer(asked, `#item-${asked.path.item}`, (meetingId) =>
      this.edits.move(asked.viewer, meetingId, itemId, step),
    );
  }

  private async answer(
    { viewer, path, say }: Asked,
    anchor: string,
    work: (meetingId: MeetingId) => Promise<unknown>,
  ): Promise<Answer> {
    const meetingId = idOf<'meeting'>(path.id);
    const outcome = await attempt(this.database, () => work(meetingId));
    if (outcome.kind === 'done') return goTo(`/meetings/${path.id}/agenda${anchor}`);
    const shown = await this.reading.of(viewer, meetingId);
    return agendaPage(shown, { say, language: viewer.language }, [outcome.fault]);
  }
}

interface Asked {
  readonly viewer: Viewer;
  readonly path: ItemPath;
  readonly say: Say;
}
