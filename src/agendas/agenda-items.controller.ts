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
import { AgendaEdits } from './agenda-edits.service';
import { AgendaReading } from './agenda-reading.service';
import { contentIn, itemForm } from './agendas.forms';
import type { ItemPath } from './agendas.controller';
import { itemPage, typedFor } from './item.page';

@Controller('meetings/:id/agenda/items')
@For('coordinator')
export class AgendaItemsController {
  constructor(
    private readonly reading: AgendaReading,
    private readonly edits: AgendaEdits,
    private readonly database: Database,
  ) {}

  @Get('new')
  async askNew(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const { meeting } = await this.reading.of(viewer, idOf<'meeting'>(id));
    return itemPage({ meeting, say, typed: { itemMinutes: '5' }, faults: [] });
  }

  @Post('new')
  async add(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const { meeting } = await this.reading.of(viewer, idOf<'meeting'>(id));
    const again = { meeting, say, typed: itemForm.typed(body) };
    const reading = itemForm.read(body);
    if (reading.kind === 'faulty') return itemPage({ ...again, faults: reading.faults });
    const content = contentIn(reading.value);
    const outcome = await attempt(this.database, () => this.edits.add(viewer, meeting.id, content));
    if (outcome.kind === 'refused') return itemPage({ ...again, faults: [outcome.fault] });
    return goTo(`/meetings/${id}/agenda`);
  }

  @Get(':item')
  async ask(@SignedIn() viewer: Viewer, @Param() { id, item }: ItemPath, @Speaking() say: Say): Promise<Answer> {
    const { meeting, agenda } = await this.reading.of(viewer, idOf<'meeting'>(id));
    const known = agenda.item(idOf<'agenda item'>(item));
    return itemPage({ meeting, say, item: known, typed: typedFor(known), faults: [] });
  }

  @Post(':item')
  async change(
    @SignedIn() viewer: Viewer,
    @Param() { id, item }: ItemPath,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const { meeting, agenda } = await this.reading.of(viewer, idOf<'meeting'>(id));
    const known = agenda.item(idOf<'agenda item'>(item));
    const again = { meeting, say, item: known, typed: itemForm.typed(body) };
    const reading = itemForm.read(body);
    if (reading.kind === 'faulty') return itemPage({ ...again, faults: reading.faults });
    const content = contentIn(reading.value);
    const outcome = await attempt(this.database, () => this.edits.change(viewer, meeting.id, known.id, content));
    if (outcome.kind === 'refused') return itemPage({ ...again, faults: [outcome.fault] });
    return goTo(`/meetings/${id}/agenda#item-${item}`);
  }
}
