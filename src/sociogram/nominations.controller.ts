import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { idOf } from '../kernel/identifiers';
import type { PersonId } from '../kernel/identifiers';
import type { Person } from '../people/domain/person';
import { People } from '../people/people.service';
import { Database } from '../platform/database/database';
import type { Answer } from '../platform/web/answer';
import { goTo } from '../platform/web/answer';
import { attempt } from '../platform/web/attempt';
import type { Fault, Typed } from '../platform/web/form';
import { For } from '../platform/web/policy';
import type { FigureId } from './domain/placement';
import { askPage, nominationsHref, nominationsPage, stepPage } from './nomination.pages';
import { Nominations, OnTheMap } from './nominations.service';
import { askForm, stepForm } from './sociogram.forms';
import { ForReader } from './reader.decorator';
import type { Reader } from './reader.decorator';
import { Sociograms } from './sociograms.service';

@Controller('people/:id/nominations')
@For('coordinator')
export class NominationsController {
  constructor(
    private readonly sociograms: Sociograms,
    private readonly nominations: Nominations,
    private readonly people: People,
    private readonly database: Database,
  ) {}

  @Get()
  async list(@SignedIn() viewer: Viewer, @Param('id') id: string, @ForReader() reader: Reader): Promise<Answer> {
    const { serviceUser } = await this.sociograms.read(viewer, personId(id));
    const everybody = await this.nominations.list(viewer, serviceUser.id);
    return nominationsPage({ serviceUser, everybody, ...reader });
  }

  @Get(':figure')
  async look(@SignedIn() viewer: Viewer, @Param() params: FigureParams, @ForReader() reader: Reader): Promise<Answer> {
    const { serviceUser, one } = await this.of(viewer, params);
    return stepPage({ serviceUser, one, today: this.sociograms.today(), typed: {}, faults: [], ...reader });
  }

  @Post(':figure')
  async step(
    @SignedIn() viewer: Viewer,
    @Param() params: FigureParams,
    @Body() body: unknown,
    @ForReader() reader: Reader,
  ): Promise<Answer> {
    const { serviceUser, one } = await this.of(viewer, params);
    const again = { serviceUser, one, today: this.sociograms.today(), typed: stepForm.typed(body), ...reader };
    const reading = stepForm.read(body);
    if (reading.kind === 'faulty') return stepPage({ ...again, faults: reading.faults });
    const { became, stepHow: how, stepDay: day } = reading.value;
    const outcome = await attempt(this.database, () =>
      this.nominations.step(viewer, serviceUser.id, one.placement.figureId, { became, how, day }),
    );
    if (outcome.kind === 'refused') return stepPage({ ...again, faults: [outcome.fault] });
    return goTo(`${nominationsHref(serviceUser)}/${one.placement.figureId}`);
  }

  @Get(':figure/ask')
  async begin(
    @SignedIn() viewer: Viewer,
    @Param() params: FigureParams,
    @Query('person') person: unknown,
    @ForReader() reader: Reader,
  ): Promise<Answer> {
    const chosen = typeof person === 'string' ? idOf<'person'>(person) : null;
    return this.asking(viewer, params, { typed: {}, faults: [], chosen }, reader);
  }

  @Post(':figure/ask')
  async ask(
    @SignedIn() viewer: Viewer,
    @Param() params: FigureParams,
    @Body() body: unknown,
    @ForReader() reader: Reader,
  ): Promise<Answer> {
    const typed = askForm.typed(body);
    const reading = askForm.read(body);
    if (reading.kind === 'faulty')
      return this.asking(viewer, params, { typed, faults: reading.faults, chosen: null }, reader);
    const { figurePerson: chosen, stepHow: how, stepDay: day } = reading.value;
    const ids = [personId(params.id), figureId(params.figure)] as const;
    const outcome = await attempt(this.database, () =>
      this.nominations.ask(viewer, ...ids, { personId: chosen, how, day }),
    );
    if (outcome.kind === 'refused')
      return this.asking(viewer, params, { typed, faults: [outcome.fault], chosen }, reader);
    return goTo(`/people/${ids[0]}/nominations/${ids[1]}`);
  }

  private async asking(viewer: Viewer, params: FigureParams, given: Given, reader: Reader): Promise<Answer> {
    const { serviceUser, one } = await this.of(viewer, params);
    const everybody = await this.people.list(viewer);
    const people = everybody.map(({ person }) => person).filter(({ id }) => id !== serviceUser.id);
    return askPage({ serviceUser, one, people, today: this.sociograms.today(), ...given, ...reader });
  }

  private async of(viewer: Viewer, params: FigureParams): Promise<{ serviceUser: Person; one: OnTheMap }> {
    const { serviceUser } = await this.sociograms.read(viewer, personId(params.id));
    return { serviceUser, one: await this.nominations.of(viewer, serviceUser.id, figureId(params.figure)) };
  }
}

interface FigureParams {
  readonly id: string;
  readonly figure: string;
}

interface Given {
  readonly typed: Typed;
  readonly faults: readonly Fault[];
  readonly chosen: PersonId | null;
}

const personId = (text: string): PersonId => idOf<'person'>(text);

const figureId = (text: string): FigureId => idOf<'figure'>(text);
