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
import { agendaPage } from './agenda.page';
import { AgendaReading } from './agenda-reading.service';
import { copyForm } from './agendas.forms';
import { agendasPage } from './agendas.pages';

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
    const shown = await this.reading.of(viewer, idOf<'meeting'>(id));
    return agendaPage(shown, { say, language: viewer.language });
  }
}
