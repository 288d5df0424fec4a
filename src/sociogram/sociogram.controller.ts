import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { DomainError } from '../kernel/domain-error';
import { idOf } from '../kernel/identifiers';
import type { PersonId } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import type { Answer } from '../platform/web/answer';
import { goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import type { FigureId } from './domain/placement';
import { Nominations } from './nominations.service';
import { importantForm, placementForm } from './sociogram.forms';
import {
  comparisonPage,
  importantPage,
  mapHref,
  mapPage,
  placementPage,
  removalPage,
  typedFor,
} from './sociogram.pages';
import { ForReader } from './reader.decorator';
import type { Reader } from './reader.decorator';
import { Sociograms } from './sociograms.service';

@Controller('people/:id/sociogram')
@For('coordinator')
export class SociogramController {
  constructor(
    private readonly sociograms: Sociograms,
    private readonly nominations: Nominations,
    private readonly database: Database,
  ) {}

  @Get()
  async map(@SignedIn() viewer: Viewer, @Param('id') id: string, @ForReader() reader: Reader): Promise<Answer> {
    const { serviceUser, sociogram } = await this.sociograms.read(viewer, personId(id));
    const versions = await this.sociograms.versions(viewer, serviceUser);
    return mapPage({ serviceUser, sociogram, versions, ...reader });
  }

  @Get('new')
  async begin(@SignedIn() viewer: Viewer, @Param('id') id: string, @ForReader() reader: Reader): Promise<Answer> {
    const { serviceUser } = await this.sociograms.read(viewer, personId(id));
    return placementPage({ serviceUser, typed: {}, faults: [], ...reader });
  }

  @Post('new')
  async place(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @ForReader() reader: Reader,
  ): Promise<Answer> {
    const { serviceUser } = await this.sociograms.read(viewer, personId(id));
    const again = { serviceUser, typed: placementForm.typed(body), ...reader };
    const reading = placementForm.read(body);
    if (reading.kind === 'faulty') return placementPage({ ...again, faults: reading.faults });
    const { figureName: name, ...rest } = reading.value;
    const outcome = await attempt(this.database, () =>
      this.sociograms.place(viewer, serviceUser.id, { name, ...rest }),
    );
    if (outcome.kind === 'refused') return placementPage({ ...again, faults: [outcome.fault] });
    return goTo(mapHref(serviceUser));
  }

  @Get('important')
  async askImportant(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @ForReader() reader: Reader,
  ): Promise<Answer> {
    return importantPage({ ...(await this.sociograms.read(viewer, personId(id))), ...reader });
  }

  @Post('important')
  async markImportant(@SignedIn() viewer: Viewer, @Param('id') id: string, @Body() body: unknown): Promise<Answer> {
    const reading = importantForm.read(body);
    if (reading.kind === 'faulty') throw new DomainError('notFound');
    await this.sociograms.markImportant(viewer, personId(id), new Set(reading.value.important));
    return goTo(`/people/${personId(id)}/nominations`);
  }

  @Post('close')
  async close(@SignedIn() viewer: Viewer, @Param('id') id: string): Promise<Answer> {
    await this.sociograms.closeVersion(viewer, personId(id));
    return goTo(`/people/${personId(id)}/sociogram`);
  }

  @Get('versions/:version')
  async compare(
    @SignedIn() viewer: Viewer,
    @Param() { id, version }: { id: string; version: string },
    @ForReader() reader: Reader,
  ): Promise<Answer> {
    const compared = await this.sociograms.compare(viewer, personId(id), versionOf(version));
    return comparisonPage({ ...compared, ...reader });
  }

  @Get(':figure')
  async edit(@SignedIn() viewer: Viewer, @Param() params: FigureParams, @ForReader() reader: Reader): Promise<Answer> {
    const { serviceUser, sociogram } = await this.sociograms.read(viewer, personId(params.id));
    const placement = sociogram.placementOf(figureId(params.figure));
    return placementPage({ serviceUser, placement, typed: typedFor(placement), faults: [], ...reader });
  }

  @Post(':figure')
  async change(
    @SignedIn() viewer: Viewer,
    @Param() params: FigureParams,
    @Body() body: unknown,
    @ForReader() reader: Reader,
  ): Promise<Answer> {
    const { serviceUser, sociogram } = await this.sociograms.read(viewer, personId(params.id));
    const placement = sociogram.placementOf(figureId(params.figure));
    const again = { serviceUser, placement, typed: placementForm.typed(body), ...reader };
    const reading = placementForm.read(body);
    if (reading.kind === 'faulty') return placementPage({ ...again, faults: reading.faults });
    const { figureName: name, ...rest } = reading.value;
    await this.sociograms.move(viewer, serviceUser.id, placement.figureId, (one) => one.toldAnew({ name, ...rest }));
    return goTo(mapHref(serviceUser));
  }

  @Post(':figure/closer')
  async closer(@SignedIn() viewer: Viewer, @Param() params: FigureParams): Promise<Answer> {
    await this.sociograms.move(viewer, personId(params.id), figureId(params.figure), (one) => one.closer());
    return goTo(`/people/${personId(params.id)}/sociogram#people`);
  }

  @Post(':figure/further')
  async further(@SignedIn() viewer: Viewer, @Param() params: FigureParams): Promise<Answer> {
    await this.sociograms.move(viewer, personId(params.id), figureId(params.figure), (one) => one.further());
    return goTo(`/people/${personId(params.id)}/sociogram#people`);
  }

  @Get(':figure/remove')
  async askRemoval(@SignedIn() viewer: Viewer, @Param() params: FigureParams, @Speaking() say: Say): Promise<Answer> {
    const { serviceUser, sociogram } = await this.sociograms.read(viewer, personId(params.id));
    return removalPage(serviceUser, sociogram.placementOf(figureId(params.figure)), [], say);
  }

  @Post(':figure/remove')
  async remove(@SignedIn() viewer: Viewer, @Param() params: FigureParams, @Speaking() say: Say): Promise<Answer> {
    const { serviceUser, sociogram } = await this.sociograms.read(viewer, personId(params.id));
    const placement = sociogram.placementOf(figureId(params.figure));
    const outcome = await attempt(this.database, () =>
      this.nominations.removeFromMap(viewer, serviceUser.id, placement.figureId),
    );
    if (outcome.kind === 'refused') return removalPage(serviceUser, placement, [outcome.fault], say);
    return goTo(mapHref(serviceUser));
  }
}

interface FigureParams {
  readonly id: string;
  readonly figure: string;
}

const personId = (text: string): PersonId => idOf<'person'>(text);

const figureId = (text: string): FigureId => idOf<'figure'>(text);

function versionOf(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new DomainError('notFound');
  return Number(text);
}
