import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { DomainError } from '../kernel/domain-error';
import { idOf } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import type { Fault, Typed } from '../platform/web/form';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { AgendaEdits } from './agenda-edits.service';
import type { ItemPath } from './agenda-order.controller';
import { AgendaReading, type AgendaShown } from './agenda-reading.service';
import { contentIn, itemForm, newItemForm } from './agendas.forms';
import type { AgendaItem } from './domain/agenda-item';
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
    const shown = await this.reading.of(viewer, idOf<'meeting'>(id));
    return newPage({ shown, say }, { itemMinutes: '5', audience: 'circle' }, []);
  }

  @Post('new')
  async add(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const typed = newItemForm.typed(body);
    const reading = newItemForm.read(body);
    if (reading.kind === 'faulty') return newPage(await this.seen(viewer, id, say), typed, reading.faults);
    const { itemAfter, ...filled } = reading.value;
    const outcome = await attempt(this.database, () =>
      this.edits.add(viewer, idOf<'meeting'>(id), contentIn(filled), itemAfter),
    );
    if (outcome.kind === 'refused') return newPage(await this.seen(viewer, id, say), typed, [outcome.fault]);
    return goTo(`/meetings/${id}/agenda`);
  }

  @Get(':item')
  async ask(@SignedIn() viewer: Viewer, @Param() { id, item }: ItemPath, @Speaking() say: Say): Promise<Answer> {
    const shown = await this.reading.of(viewer, idOf<'meeting'>(id));
    const known = shown.agenda.items.find((one) => one.id === item);
    if (!known) throw new DomainError('notFound');
    return changePage({ shown, say }, known, typedFor(known), []);
  }

  @Post(':item')
  async change(
    @SignedIn() viewer: Viewer,
    @Param() { id, item }: ItemPath,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const typed = itemForm.typed(body);
    const reading = itemForm.read(body);
    if (reading.kind === 'faulty') return againPage(await this.seen(viewer, id, say), item, typed, reading.faults);
    const { itemVersion: version, ...filled } = reading.value;
    const seen = { id: idOf<'agenda item'>(item), version };
    const outcome = await attempt(this.database, () =>
      this.edits.change(viewer, idOf<'meeting'>(id), seen, contentIn(filled)),
    );
    if (outcome.kind === 'refused') return againPage(await this.seen(viewer, id, say), item, typed, [outcome.fault]);
    return goTo(`/meetings/${id}/agenda#item-${item}`);
  }

  private async seen(viewer: Viewer, id: string, say: Say): Promise<Seen> {
    return { shown: await this.reading.of(viewer, idOf<'meeting'>(id)), say };
  }
}

interface Seen {
  readonly shown: AgendaShown;
  readonly say: Say;
}

const homeOf = ({ shown }: Seen): string => `/meetings/${shown.meeting.id}/agenda/items`;

const newPage = (seen: Seen, typed: Typed, faults: readonly Fault[]): Answer =>
  itemPage({ ...seen, title: seen.say('agendas.item.new'), action: `${homeOf(seen)}/new`, typed, faults });

function changePage(seen: Seen, item: AgendaItem, typed: Typed, faults: readonly Fault[]): Answer {
  const isStale = faults.some(({ code }) => code === 'itemChangedMeanwhile');
  const title = seen.say('agendas.item.edit');
  return itemPage({ ...seen, title, action: `${homeOf(seen)}/${item.id}`, item, typed, faults, isStale });
}

/** What somebody typed of an item that was taken away meanwhile becomes a new item, if they save it again. */
function againPage(seen: Seen, itemId: string, typed: Typed, faults: readonly Fault[]): Answer {
  const item = seen.shown.agenda.items.find(({ id }) => id === itemId);
  return item ? changePage(seen, item, typed, faults) : newPage(seen, typed, faults);
}
