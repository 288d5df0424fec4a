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
import { lineOf, requireMayState, type StatementKind, statementKinds } from './domain/statement';
import { statementForm } from './method.forms';
import { methodPage, statementPage } from './method.pages';
import { MethodReading } from './method-reading.service';
import { Statements } from './statements.service';

interface LinePath {
  readonly id: string;
  readonly line: string;
  readonly kind: string;
}

/** The method check of a group, and what is written about its lines. */
@Controller('groups/:id/method')
@For('coordinator')
export class MethodController {
  constructor(
    private readonly reading: MethodReading,
    private readonly statements: Statements,
    private readonly database: Database,
  ) {}

  @Get()
  async check(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return methodPage(await this.reading.of(viewer, idOf<'group'>(id)), { say, language: viewer.language });
  }

  @Get(':line/:kind')
  async ask(@SignedIn() viewer: Viewer, @Param() path: LinePath, @Speaking() say: Say): Promise<Answer> {
    const shown = await this.reading.of(viewer, idOf<'group'>(path.id));
    const asked = { ...wanted(path), shown, typed: { statedOn: shown.picture.today.iso }, faults: [] };
    return statementPage(asked, say);
  }

  @Post(':line/:kind')
  async write(
    @SignedIn() viewer: Viewer,
    @Param() path: LinePath,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const shown = await this.reading.of(viewer, idOf<'group'>(path.id));
    const { line, kind } = wanted(path);
    const form = statementForm(kind);
    const again = { line, kind, shown, typed: form.typed(body) };
    const reading = form.read(body);
    if (reading.kind === 'faulty') return statementPage({ ...again, faults: reading.faults }, say);
    const { statedWords: words, statedOn: day } = reading.value;
    const stated = { line: line.key, kind, words, day };
    const outcome = await attempt(this.database, () => this.statements.write(viewer, shown.picture.group.id, stated));
    if (outcome.kind === 'refused') return statementPage({ ...again, faults: [outcome.fault] }, say);
    return goTo(`/groups/${path.id}/method#${line.key}`);
  }

  @Post('statements/:statement/take-back')
  async takeBack(
    @SignedIn() viewer: Viewer,
    @Param() { id, statement }: { readonly id: string; readonly statement: string },
  ): Promise<Answer> {
    await this.statements.takeBack(viewer, idOf<'group'>(id), idOf<'method statement'>(statement));
    return goTo(`/groups/${id}/method`);
  }
}

/** What may not be said of this line has no page. */
function wanted({ line: key, kind: asked }: LinePath) {
  const line = lineOf(key);
  const kind: StatementKind | undefined = statementKinds.find((one) => one === asked);
  if (kind === undefined) throw new DomainError('notFound');
  requireMayState(kind, line);
  return { line, kind };
}
