import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { GroupId, idOf } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import type { Fault } from '../platform/web/form';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { choiceForm } from './planning.forms';
import { YearBooking } from './year-booking.service';
import { YearPlans } from './year-plans.service';
import { YearReading } from './year-reading.service';
import { proposalPage, yearPage } from './year.pages';

interface MeetingPath {
  readonly id: string;
  readonly index: string;
}

@Controller('groups/:id')
@For('coordinator')
export class YearController {
  constructor(
    private readonly years: YearPlans,
    private readonly booking: YearBooking,
    private readonly reading: YearReading,
    private readonly database: Database,
  ) {}

  @Get('plan/proposal')
  proposal(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return this.shown(viewer, id, { say, faults: [] });
  }

  @Post('plan/meetings/:index')
  async choose(
    @SignedIn() viewer: Viewer,
    @Param() { id, index }: MeetingPath,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const filled = choiceForm.read(body);
    if (filled.kind === 'faulty') return this.shown(viewer, id, { say, faults: filled.faults });
    const choice = { index: Number(index), ...filled.value };
    const outcome = await attempt(this.database, () => this.years.choose(viewer, groupId(id), choice));
    if (outcome.kind === 'refused') return this.shown(viewer, id, { say, faults: [outcome.fault] });
    return goTo(`/groups/${id}/plan/proposal#meeting-${String(choice.index + 1)}`);
  }

  @Post('plan/book')
  async book(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const outcome = await attempt(this.database, () => this.booking.book(viewer, groupId(id)));
    if (outcome.kind === 'refused') return this.shown(viewer, id, { say, faults: [outcome.fault] });
    return goTo(`/groups/${id}/year`);
  }

  @Get('year')
  async year(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const { meetings, ...read } = await this.reading.booked(viewer, groupId(id));
    if (meetings.length === 0) return goTo(`/groups/${id}/plan`);
    return yearPage(meetings, { ...read, say, language: viewer.language });
  }

  private async shown(viewer: Viewer, id: string, { say, faults }: { say: Say; faults: readonly Fault[] }) {
    const { plan, ...read } = await this.reading.proposal(viewer, groupId(id));
    if (plan === null) return goTo(`/groups/${id}/plan`);
    return proposalPage(plan, { ...read, say, language: viewer.language }, faults);
  }
}

const groupId = (id: string): GroupId => idOf(id);
