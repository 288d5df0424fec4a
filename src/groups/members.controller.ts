import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { DomainError } from '../kernel/domain-error';
import { idOf } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { GroupOverview } from './group-overview.service';
import { approvalForm, functionForm, newMemberForm } from './groups.forms';
import { Leaving } from './leaving.service';
import { approvalPage, functionPage, leavePage, memberPage, newMemberPage } from './members.pages';
import { Membership } from './membership.service';

/** The address of one member's page. */
export interface MemberPath {
  readonly id: string;
  readonly person: string;
}

@Controller('groups/:id/members')
@For('coordinator')
export class MembersController {
  constructor(
    private readonly overviews: GroupOverview,
    private readonly membership: Membership,
    private readonly leaving: Leaving,
    private readonly database: Database,
  ) {}

  @Get('new')
  async askNew(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return newMemberPage({ ...(await this.outside(viewer, id)), say, typed: {}, faults: [] });
  }

  @Post('new')
  async add(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const again = { ...(await this.outside(viewer, id)), say, typed: newMemberForm.typed(body) };
    const reading = newMemberForm.read(body);
    if (reading.kind === 'faulty') return newMemberPage({ ...again, faults: reading.faults });
    const { newMemberId, memberPart, functionInGroup, approvedOn: on, approvedHow: how, sizeReason } = reading.value;
    const newcomer = { personId: newMemberId, part: memberPart, functionInGroup, approval: { on, how } };
    const explained = sizeReason === '' ? newcomer : { ...newcomer, sizeReason };
    const outcome = await attempt(this.database, () =>
      this.membership.addMember(viewer, again.overview.group.id, explained),
    );
    if (outcome.kind === 'refused') return newMemberPage({ ...again, faults: [outcome.fault] });
    return goTo(`/groups/${id}/members/${newMemberId}/permission`);
  }

  @Get(':person')
  async member(@SignedIn() viewer: Viewer, @Param() path: MemberPath, @Speaking() say: Say): Promise<Answer> {
    return memberPage(await this.read(viewer, path), { say, language: viewer.language });
  }

  @Get(':person/function')
  async askFunction(@SignedIn() viewer: Viewer, @Param() path: MemberPath, @Speaking() say: Say): Promise<Answer> {
    return functionPage({ ...(await this.read(viewer, path)), say, faults: [] });
  }

  @Post(':person/function')
  async describe(
    @SignedIn() viewer: Viewer,
    @Param() path: MemberPath,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const shown = await this.read(viewer, path);
    const reading = functionForm.read(body);
    const again = { ...shown, say, typed: functionForm.typed(body) };
    if (reading.kind === 'faulty') return functionPage({ ...again, faults: reading.faults });
    const { group } = shown.overview;
    await this.membership.describe(viewer, group.id, shown.member.personId, reading.value.functionInGroup);
    return goTo(pageOf(path));
  }

  @Get(':person/approval')
  async askApproval(@SignedIn() viewer: Viewer, @Param() path: MemberPath, @Speaking() say: Say): Promise<Answer> {
    return approvalPage({ ...(await this.read(viewer, path)), say, faults: [] });
  }

  @Post(':person/approval')
  async approve(
    @SignedIn() viewer: Viewer,
    @Param() path: MemberPath,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const shown = await this.read(viewer, path);
    const again = { ...shown, say, typed: approvalForm.typed(body) };
    const reading = approvalForm.read(body);
    if (reading.kind === 'faulty') return approvalPage({ ...again, faults: reading.faults });
    const approval = { on: reading.value.approvedOn, how: reading.value.approvedHow };
    const { group } = shown.overview;
    const outcome = await attempt(this.database, () =>
      this.membership.approve(viewer, group.id, shown.member.personId, approval),
    );
    if (outcome.kind === 'refused') return approvalPage({ ...again, faults: [outcome.fault] });
    return goTo(pageOf(path));
  }

  @Get(':person/leave')
  async askLeave(@SignedIn() viewer: Viewer, @Param() path: MemberPath, @Speaking() say: Say): Promise<Answer> {
    return leavePage(await this.read(viewer, path), say);
  }

  @Post(':person/leave')
  async leave(@SignedIn() viewer: Viewer, @Param() path: MemberPath): Promise<Answer> {
    const { overview, member } = await this.read(viewer, path);
    await this.leaving.leave(viewer, overview.group.id, member.personId);
    return goTo(`/groups/${path.id}`);
  }

  private async outside(viewer: Viewer, id: string) {
    const overview = await this.overviews.of(viewer, idOf<'group'>(id));
    return { overview, people: await this.overviews.outside(viewer, overview.group) };
  }

  private async read(viewer: Viewer, { id, person }: MemberPath) {
    const overview = await this.overviews.of(viewer, idOf<'group'>(id));
    const member = overview.group.memberOf(idOf<'person'>(person));
    if (!member) throw new DomainError('notFound');
    return { overview, member };
  }
}

const pageOf = ({ id, person }: MemberPath): string => `/groups/${id}/members/${person}`;
