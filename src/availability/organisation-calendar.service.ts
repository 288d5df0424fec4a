import { Injectable } from '@nestjs/common';
import type { OrganisationId } from '../kernel/identifiers';
import { defaultQuietWeeks } from './domain/quiet-weeks';
import { SwedishCalendar } from './domain/swedish-calendar';
import { OwnDaysRepository } from './own-days.repository';

/** Sweden's calendar with an organisation's own days and quiet weeks in it. */
@Injectable()
export class OrganisationCalendar {
  constructor(private readonly days: OwnDaysRepository) {}

  async of(organisationId: OrganisationId): Promise<SwedishCalendar> {
    const quietWeeks = (await this.days.quietWeeksOf(organisationId)) ?? defaultQuietWeeks;
    return new SwedishCalendar({ ownDays: await this.days.all(organisationId), quietWeeks });
  }
}
