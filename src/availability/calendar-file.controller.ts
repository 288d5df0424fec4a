import { Controller, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { idOf } from '../kernel/identifiers';
import { Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import type { Fault } from '../platform/web/form';
import type { GivenFile } from '../platform/web/given-file';
import { OwnTransactions } from '../platform/web/own-transactions';
import { For } from '../platform/web/policy';
import { FileGiven, TakesFile } from '../platform/web/takes-file';
import type { Say } from '../platform/web/words';
import { CalendarFiles } from './calendar-files.service';
import { CalendarViews } from './calendar-views.service';
import { type CalendarReading, mostCalendarBytes } from './domain/calendar-reading';

const field = 'calendarFile';

@Controller('people/:id/calendars/file')
@For('coordinator')
export class CalendarFileController {
  constructor(
    private readonly views: CalendarViews,
    private readonly files: CalendarFiles,
  ) {}

  @Post()
  @OwnTransactions()
  @TakesFile({ field, mostBytes: mostCalendarBytes })
  async take(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @FileGiven() file: GivenFile,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const fault = await this.faultIn(viewer, id, file);
    return fault === null ? goTo(`/people/${id}/calendars`) : this.views.page({ viewer, id, say, faults: [fault] });
  }

  private async faultIn(viewer: Viewer, id: string, file: GivenFile): Promise<Fault | null> {
    if (file.kind === 'none') return { field, code: 'calendarFileMissing', values: {} };
    if (file.kind === 'tooLarge') return { field, code: 'calendarTooLarge', values: {} };
    return faultOf(await this.files.take(viewer, idOf(id), file.bytes));
  }
}

function faultOf(reading: CalendarReading): Fault | null {
  if (reading.kind === 'read') return null;
  return { field, code: reading.why, values: reading.why === 'unknownZone' ? { zone: reading.zone } : {} };
}
