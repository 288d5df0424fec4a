import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { idOf, PersonId } from '../kernel/identifiers';
import { Settings } from '../platform/config/settings';
import { Database } from '../platform/database/database';
import { Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import type { Fault, Reading, Typed } from '../platform/web/form';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { absenceForm, againIn, busyForm, hoursForm, hoursIn, recurringForm } from './availability.forms';
import { HoursNotes } from './hours-notes.service';
import { hoursPage, typedHours } from './hours.page';
import { PersonalTimesNotes } from './personal-times.service';

interface Asked<Filled> {
  readonly viewer: Viewer;
  readonly id: string;
  readonly say: Say;
  readonly typed: Typed;
  readonly reading: Reading<Filled>;
}

@Controller('people/:id/hours')
@For('coordinator')
export class HoursController {
  constructor(
    private readonly notes: PersonalTimesNotes,
    private readonly weekly: HoursNotes,
    private readonly settings: Settings,
    private readonly database: Database,
  ) {}

  @Get()
  hours(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return this.shown({ viewer, id, say, typed: {} }, []);
  }

  @Post()
  setHours(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const asked = { viewer, id, say, typed: hoursForm.typed(body), reading: hoursForm.read(body) };
    return this.changed(asked, async (person, filled) => this.weekly.setHours(viewer, person, hoursIn(filled)));
  }

  @Post('said/remove')
  async forgetSaid(@SignedIn() viewer: Viewer, @Param('id') id: string): Promise<Answer> {
    await this.weekly.forgetSaid(viewer, personId(id));
    return goTo(`/people/${id}/hours`);
  }

  @Post('busy')
  addBusy(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const asked = { viewer, id, say, typed: busyForm.typed(body), reading: busyForm.read(body) };
    return this.changed(asked, (person, { busyDay: day, busyFrom: from, busyUntil: until }) =>
      this.notes.addBusy(viewer, person, { day, from, until }),
    );
  }

  @Post('busy/:span/remove')
  async removeBusy(@SignedIn() viewer: Viewer, @Param() { id, span }: { id: string; span: string }): Promise<Answer> {
    await this.notes.removeBusy(viewer, personId(id), idOf(span));
    return goTo(`/people/${id}/hours`);
  }

  @Post('absence')
  addAbsence(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const asked = { viewer, id, say, typed: absenceForm.typed(body), reading: absenceForm.read(body) };
    return this.changed(asked, (person, { absentFrom: from, absentUntil: until }) =>
      this.notes.addAbsence(viewer, person, { from, until }),
    );
  }

  @Post('recurring')
  addRecurring(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const asked = { viewer, id, say, typed: recurringForm.typed(body), reading: recurringForm.read(body) };
    return this.changed(asked, (person, filled) => this.notes.addRecurring(viewer, person, againIn(filled)));
  }

  @Post('recurring/:time/remove')
  async removeRecurring(
    @SignedIn() viewer: Viewer,
    @Param() { id, time }: { id: string; time: string },
  ): Promise<Answer> {
    await this.notes.removeRecurring(viewer, personId(id), idOf(time));
    return goTo(`/people/${id}/hours`);
  }

  private async changed<Filled>(
    asked: Asked<Filled>,
    change: (person: PersonId, filled: Filled) => Promise<void>,
  ): Promise<Answer> {
    const { id, reading } = asked;
    if (reading.kind === 'faulty') return this.shown(asked, reading.faults);
    const outcome = await attempt(this.database, () => change(personId(id), reading.value));
    return outcome.kind === 'refused' ? this.shown(asked, [outcome.fault]) : goTo(`/people/${id}/hours`);
  }

  private async shown(
    { viewer, id, say, typed }: Omit<Asked<unknown>, 'reading'>,
    faults: readonly Fault[],
  ): Promise<Answer> {
    const times = await this.notes.of(viewer, personId(id));
    const said = await this.weekly.said(viewer, personId(id));
    const filled = { ...typedHours(times, said), ...typed };
    const { zone } = this.settings;
    return hoursPage({ times, said, zone, typed: filled, faults, say, language: viewer.language });
  }
}

const personId = (id: string): PersonId => idOf(id);
