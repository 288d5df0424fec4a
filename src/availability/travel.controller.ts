import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { idOf } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { type Fault, Form, type Typed, wholeNumber } from '../platform/web/form';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { TravelNotes } from './travel-notes.service';
import { travelPage } from './travel.pages';

const travelForm = new Form({ travelMinutes: wholeNumber('travelMinutes') });

@Controller('people/:id/travel')
@For('coordinator')
export class TravelController {
  constructor(
    private readonly notes: TravelNotes,
    private readonly database: Database,
  ) {}

  @Get()
  async travel(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const { person, minutes } = await this.notes.of(viewer, idOf(id));
    return travelPage(person, { typed: { travelMinutes: String(minutes) }, faults: [], say });
  }

  @Post()
  async setTravel(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const again = { typed: travelForm.typed(body), say };
    const filled = travelForm.read(body);
    if (filled.kind === 'faulty') return this.shown(viewer, id, { ...again, faults: filled.faults });
    const { travelMinutes } = filled.value;
    const outcome = await attempt(this.database, () => this.notes.set(viewer, idOf(id), travelMinutes));
    if (outcome.kind === 'done') return goTo(`/people/${id}/hours`);
    return this.shown(viewer, id, { ...again, faults: [outcome.fault] });
  }

  private async shown(
    viewer: Viewer,
    id: string,
    again: { readonly typed: Typed; readonly faults: readonly Fault[]; readonly say: Say },
  ): Promise<Answer> {
    return travelPage((await this.notes.of(viewer, idOf(id))).person, again);
  }
}
