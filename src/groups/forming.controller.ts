import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { type GroupId, idOf, type PersonId } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { Candidates } from './candidates.service';
import { requireForming } from './domain/forming';
import { chosenPage, corePage, functionsPage, type FormingShown } from './forming.pages';
import { formingPage, permissionsPage } from './forming-overview.pages';
import { GroupDesk } from './group-desk.service';
import { type Overview } from './group-overview.service';
import { chosenForm, coreForm, functionsForm } from './groups.forms';

/** The questions between a draft and a group, each its own page. */
@Controller('groups/:id/new')
@For('coordinator')
export class FormingController {
  constructor(
    private readonly desk: GroupDesk,
    private readonly candidates: Candidates,
    private readonly database: Database,
  ) {}

  @Get()
  async overview(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return formingPage(await this.draft(viewer, id), say, []);
  }

  @Get('core')
  async askCore(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const overview = await this.draft(viewer, id);
    const professionals = await this.desk.overviews.professionals(viewer);
    return corePage({ overview, say, viewer, professionals, faults: [] });
  }

  @Post('core')
  async core(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const overview = await this.draft(viewer, id);
    const professionals = await this.desk.overviews.professionals(viewer);
    const again = { overview, say, viewer, professionals, typed: coreForm.typed(body) };
    const reading = coreForm.read(body);
    if (reading.kind === 'faulty') return corePage({ ...again, faults: reading.faults });
    const { coordinatorPersonId, doctorId, approvedOn: on, approvedHow: how } = reading.value;
    const core = { coordinatorPersonId, doctorId, approval: { on, how } };
    const outcome = await attempt(this.database, () => this.desk.drafts.chooseCore(viewer, overview.group.id, core));
    if (outcome.kind === 'refused') return corePage({ ...again, faults: [outcome.fault] });
    return goTo(`/groups/${id}/new/chosen`);
  }

  @Get('chosen')
  async askChosen(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const overview = await this.draft(viewer, id);
    const candidates = await this.candidates.of(viewer, overview.group);
    return chosenPage({ overview, say, candidates, faults: [] });
  }

  @Post('chosen')
  async choose(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const overview = await this.draft(viewer, id);
    const again = { overview, say, candidates: await this.candidates.of(viewer, overview.group) };
    const reading = chosenForm.read(body);
    if (reading.kind === 'faulty') return chosenPage({ ...again, faults: reading.faults });
    const { chosen } = reading.value;
    const outcome = await attempt(this.database, () => this.candidates.choose(viewer, overview.group, chosen));
    if (outcome.kind === 'refused') return chosenPage({ ...again, faults: [outcome.fault] });
    return goTo(`/groups/${id}/new/${chosen.length > 0 ? 'functions' : 'permissions'}`);
  }

  @Get('functions')
  async askFunctions(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return functionsPage({ overview: await this.draft(viewer, id), say, faults: [] });
  }

  @Post('functions')
  async describe(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const overview = await this.draft(viewer, id);
    const people = networkIn(overview);
    const form = functionsForm(people);
    const again: FormingShown = { overview, say, typed: form.typed(body), faults: [] };
    const reading = form.read(body);
    if (reading.kind === 'faulty') return functionsPage({ ...again, faults: reading.faults });
    const told = new Map(people.map((person) => [person, reading.value[`function-${person}`] ?? '']));
    await this.desk.drafts.describe(viewer, overview.group.id, told);
    return goTo(`/groups/${id}/new/permissions`);
  }

  @Get('permissions')
  async permissions(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return permissionsPage(await this.draft(viewer, id), say);
  }

  @Post('finish')
  async finish(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const overview = await this.draft(viewer, id);
    const outcome = await attempt(this.database, () => this.desk.forming.form(viewer, overview.group.id));
    if (outcome.kind === 'done') return goTo(`/groups/${id}`);
    return outcome.fault.field === 'sizeReason'
      ? goTo(`/groups/${id}/size`)
      : formingPage(overview, say, [outcome.fault]);
  }

  private async draft(viewer: Viewer, id: string): Promise<Overview> {
    const overview = await this.desk.overviews.of(viewer, groupId(id));
    requireForming(overview.group);
    return overview;
  }
}

const groupId = (id: string): GroupId => idOf<'group'>(id);

const networkIn = ({ group }: Overview): readonly PersonId[] =>
  group.present.filter((member) => member.part === 'network').map((member) => member.personId);
