import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { DomainError } from '../kernel/domain-error';
import { idOf } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import type { Reading } from '../platform/web/form';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { permissionPage } from './consents.page';
import { Consents } from './consents.service';
import type { ConsentKind } from './domain/consent';
import { GroupOverview } from './group-overview.service';
import { consentForm, withdrawForm } from './groups.forms';
import type { MemberPath } from './members.controller';

type Filled<Of> = Extract<Of, { readonly kind: 'filled' }> extends { readonly value: infer Value } ? Value : never;
type GivenNow = Filled<ReturnType<typeof consentForm.read>>;

@Controller('groups/:id/members/:person/permission')
@For('coordinator')
export class ConsentsController {
  constructor(
    private readonly overviews: GroupOverview,
    private readonly consents: Consents,
    private readonly database: Database,
  ) {}

  @Get()
  async ask(@SignedIn() viewer: Viewer, @Param() path: MemberPath, @Speaking() say: Say): Promise<Answer> {
    return permissionPage({ ...(await this.read(viewer, path)), say, faults: [] });
  }

  @Post()
  async record(
    @SignedIn() viewer: Viewer,
    @Param() path: MemberPath,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const placed = await this.read(viewer, path);
    const again = { ...placed, say, typed: consentForm.typed(body) };
    const reading = requireKinds(consentForm.read(body));
    if (reading.kind === 'faulty') return permissionPage({ ...again, faults: reading.faults });
    const { group } = placed.overview;
    const outcome = await attempt(this.database, () => this.recordAll(viewer, path, { given: reading.value, say }));
    if (outcome.kind === 'refused') return permissionPage({ ...again, faults: [outcome.fault] });
    return goTo(group.state === 'forming' ? `/groups/${path.id}/new/permissions` : pageOf(path));
  }

  @Post('withdraw')
  async withdraw(@SignedIn() viewer: Viewer, @Param() path: MemberPath, @Body() body: unknown): Promise<Answer> {
    const reading = withdrawForm.read(body);
    if (reading.kind === 'faulty') throw new DomainError('notFound');
    const { overview, member } = await this.read(viewer, path);
    const what = { personId: member.personId, kind: reading.value.consentKind };
    await this.consents.withdraw(viewer, overview.group.id, what);
    return goTo(pageOf(path));
  }

  private async recordAll(
    viewer: Viewer,
    { id, person }: MemberPath,
    { given, say }: { readonly given: GivenNow; readonly say: Say },
  ): Promise<void> {
    const { consentKinds: kinds, consentHow: how, givenOn, until } = given;
    const personId = idOf<'person'>(person);
    for (const kind of kinds) {
      const consent = { personId, kind, textShown: say(`groups.consent.${kind}.text`), how, givenOn, until };
      await this.consents.record(viewer, idOf<'group'>(id), consent);
    }
  }

  private async read(viewer: Viewer, { id, person }: MemberPath) {
    const overview = await this.overviews.of(viewer, idOf<'group'>(id));
    const member = overview.group.memberOf(idOf<'person'>(person));
    if (!member) throw new DomainError('notFound');
    return { overview, member };
  }
}

const pageOf = ({ id, person }: MemberPath): string => `/groups/${id}/members/${person}`;

/** A permission is for something. */
function requireKinds<Value extends { readonly consentKinds: readonly ConsentKind[] }>(
  reading: Reading<Value>,
): Reading<Value> {
  if (reading.kind === 'faulty' || reading.value.consentKinds.length > 0) return reading;
  const values = { field: 'consentKinds' };
  return { kind: 'faulty', faults: [{ field: 'consentKinds', code: 'fieldNotChosen', values }] };
}
