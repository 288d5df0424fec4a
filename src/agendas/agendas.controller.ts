import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { DomainError } from '../kernel/domain-error';
import { idOf } from '../kernel/identifiers';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { AgendaEdits } from './agenda-edits.service';
import { AgendaReading } from './agenda-reading.service';
import { copyForm } from './agendas.forms';
import { agendaPage, agendasPage } from './agendas.pages';

/** The address of one agenda item. */
export interface ItemPath {
  readonly id: string;
  readonly item: string;
}

@Controller()
@For('coordinator')
export class AgendasController {
  constructor(
    private readonly reading: AgendaReading,
    private readonly edits: AgendaEdits,
  ) {}

  @Get('groups/:id/agenda')
  async ofGroup(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const { group, agendas } = await this.reading.ofGroup(viewer, idOf<'group'>(id));
    return agendasPage(group, agendas, { say, language: viewer.language });
  }

  @Post('groups/:id/agenda')
  async copy(@SignedIn() viewer: Viewer, @Param('id') id: string, @Body() body: unknown): Promise<Answer> {
    const reading = copyForm.read(body);
    if (reading.kind === 'faulty') throw new DomainError('notFound');
    await this.edits.copyToAll(viewer, idOf<'group'>(id), reading.value.source);
    return goTo(`/groups/${id}/agenda`);
  }

  @Get('meetings/:id/agenda')
  async agenda(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const { group, ...shown } = await this.reading.of(viewer, idOf<'meeting'>(id));
    return agendaPage(group, shown, { say, language: viewer.language });
  }

  @Post('meetings/:id/agenda/items/:item/up')
  up(@SignedIn() viewer: Viewer, @Param() path: ItemPath): Promise<Answer> {
    return this.move(viewer, path, 'up');
  }

  @Post('meetings/:id/agenda/items/:item/down')
  down(@SignedIn() viewer: Viewer, @Param() path: ItemPath): Promise<Answer> {
    return this.move(viewer, path, 'down');
  }

  @Post('meetings/:id/agenda/items/:item/remove')
  async remove(@SignedIn() viewer: Viewer, @Param() { id, item }: ItemPath): Promise<Answer> {
    await this.edits.remove(viewer, idOf<'meeting'>(id), idOf<'agenda item'>(item));
    return goTo(`/meetings/${id}/agenda`);
  }

  /** The page opens again where the item now stands. */
  private async move(viewer: Viewer, { id, item }: ItemPath, direction: 'up' | 'down'): Promise<Answer> {
    await this.edits.move(viewer, idOf<'meeting'>(id), idOf<'agenda item'>(item), direction);
    return goTo(`/meetings/${id}/agenda#item-${item}`);
  }
}
