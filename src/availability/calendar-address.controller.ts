import { Body, Controller, Param, Post, UseGuards } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { idOf } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { OwnTransactions } from '../platform/web/own-transactions';
import { field, Form } from '../platform/web/form';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { CalendarAddressesGuard } from './calendar-addresses.guard';
import { CalendarViews } from './calendar-views.service';
import { CalendarVisits } from './calendar-visits.service';
import { Calendars } from './calendars.service';
import { CalendarAddress } from './domain/calendar-address';

const addressForm = new Form({ calendarAddress: field((typed) => CalendarAddress.of(typed)) });

@Controller('people/:id/calendars/address')
@For('coordinator')
@UseGuards(CalendarAddressesGuard)
export class CalendarAddressController {
  constructor(
    private readonly views: CalendarViews,
    private readonly calendars: Calendars,
    private readonly visits: CalendarVisits,
    private readonly database: Database,
  ) {}

  @Post()
  @OwnTransactions()
  async set(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const reading = addressForm.read(body);
    if (reading.kind === 'faulty')
      return this.views.page({ viewer, id, say, typed: addressForm.typed(body), faults: reading.faults });
    const { calendarAddress } = reading.value;
    const set = await this.database.transaction(() => this.calendars.setAddress(viewer, idOf(id), calendarAddress));
    await this.visits.visit(set);
    return goTo(`/people/${id}/calendars`);
  }

  @Post('look')
  @OwnTransactions()
  async look(@SignedIn() viewer: Viewer, @Param('id') id: string): Promise<Answer> {
    const { calendars } = await this.database.transaction(() => this.calendars.of(viewer, idOf(id)));
    for (const calendar of calendars) await this.visits.visit(calendar);
    return goTo(`/people/${id}/calendars`);
  }
}
