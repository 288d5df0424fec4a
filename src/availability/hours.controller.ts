import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { idOf, PersonId } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import type { Fault } from '../platform/web/form';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { hoursPage, Typed, typedHours } from './hours.page';
import { busyForm, hoursForm, hoursIn } from './availability.forms';
import { PersonalTimesNotes } from './personal-times.service';

@Controller('people/:id/hours')
@For('coordinator')
export class HoursController {
  constructor(
    private readonly notes: PersonalTimesNotes,
    private readonly database: Database,
  ) {}

  @Get()
  hours(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return this.shown(viewer, id, { say, typed: {}, faults: [] });
  }

  @Post()
  async setHours(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const typed = hoursForm.typed(body);
    const filled = hoursForm.read(body);
    if (filled.kind === 'faulty') return this.shown(viewer, id, { say, typed, faults: filled.faults });
    const outcome = await attempt(this.database, async () =>
      this.notes.setHours(viewer, personId(id), hoursIn(filled.value)),
    );
    if (outcome.kind === 'refused') return this.shown(viewer, id, { say, typed, faults: [outcome.fault] });
    return goTo(`/people/${id}/hours`);
  }

  @Post('busy')
  async addBusy(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const typed = busyForm.typed(body);
    const filled = busyForm.read(body);
    if (filled.kind === 'faulty') return this.shown(viewer, id, { say, typed, faults: filled.faults });
    const { busyDay: day, busyFrom: from, busyUntil: until } = filled.value;
    const outcome = await attempt(this.database, () => this.notes.addBusy(viewer, personId(id), { day, from, until }));
    if (outcome.kind === 'refused') return this.shown(viewer, id, { say, typed, faults: [outcome.fault] });
    return goTo(`/people/${id}/hours`);
  }

  @Post('busy/:span/remove')
  async removeBusy(@SignedIn() viewer: Viewer, @Param() { id, span }: { id: string; span: string }): Promise<Answer> {
    await this.notes.removeBusy(viewer, personId(id), idOf(span));
    return goTo(`/people/${id}/hours`);
  }

  private async shown(viewer: Viewer, id: string, again: { say: Say; typed: Typed; faults: readonly Fault[] }) {
    const times = await this.notes.of(viewer, personId(id));
    const typed = { ...typedHours(times), ...again.typed };
    return hoursPage({ ...again, times, typed, language: viewer.language });
  }
}

const personId = (id: string): PersonId => idOf(id);
