import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { idOf } from '../kernel/identifiers';
import { isAhead } from '../meetings/domain/rescheduling';
import { Stamp } from '../people/stamp.service';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import type { Fault } from '../platform/web/form';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { movingForm, wantedIn } from './moving.forms';
import { movingPage, typedMeeting } from './moving.page';
import { MovingReading } from './moving-reading.service';
import { Moving } from './moving.service';

@Controller('meetings/:id/move')
@For('coordinator')
export class MovingController {
  constructor(
    private readonly reading: MovingReading,
    private readonly moving: Moving,
    private readonly stamp: Stamp,
    private readonly database: Database,
  ) {}

  @Get()
  async ask(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Query() query: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const read = await this.reading.of(viewer, idOf<'meeting'>(id));
    if (!isAhead(read.meeting, this.stamp.now())) return goTo(`/meetings/${id}`);
    const { day, start } = movingForm.typed(query);
    const wished = { ...(day === undefined ? {} : { day }), ...(start === undefined ? {} : { start }) };
    const typed = { ...typedMeeting(read.meeting), ...wished };
    return movingPage({ ...read, typed, faults: [], warned: null, say, language: viewer.language });
  }

  @Post()
  async move(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const read = await this.reading.of(viewer, idOf<'meeting'>(id));
    const again = { ...read, typed: movingForm.typed(body), faults: [], warned: null, say, language: viewer.language };
    const filled = movingForm.read(body);
    if (filled.kind === 'faulty') return movingPage({ ...again, faults: filled.faults });
    const outcome = await attempt(this.database, async () => {
      const wanted = wantedIn(filled.value, read.things);
      return { wanted, ...(await this.moving.move(viewer, read, wanted)) };
    });
    if (outcome.kind === 'refused') return movingPage({ ...again, faults: [atField(outcome.fault)] });
    if (outcome.value.kind === 'moved') return goTo(`/groups/${read.group.id}/send`);
    const { wanted, obstacles } = outcome.value;
    return movingPage({ ...again, warned: { change: wanted.change, obstacles } });
  }
}

// The kernel does not know which field a time of day was typed in.
const atField = (fault: Fault): Fault =>
  fault.code === 'wallTimeOnChangeOfClocks' ? { ...fault, field: 'start' } : fault;
