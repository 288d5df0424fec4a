import { Controller, Get, Header, Param, Post, Query } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { type GroupId, idOf } from '../kernel/identifiers';
import { Settings } from '../platform/config/settings';
import { Database } from '../platform/database/database';
import { type Answer, download, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { mailPage, type OneMail, pickedMail } from './mail-preview.pages';
import { PatternAsking } from './pattern-asking.service';
import { PatternReading } from './pattern-reading.service';
import { patternPage } from './pattern.pages';
import { mailPolicy } from './send.controller';

interface MailPath {
  readonly id: string;
  readonly personId: string;
  readonly n: string;
}

@Controller('groups/:id/pattern')
@For('coordinator')
export class PatternController {
  constructor(
    private readonly reading: PatternReading,
    private readonly asking: PatternAsking,
    private readonly settings: Settings,
    private readonly database: Database,
  ) {}

  /** `?asked` after the questions were put in the outbox. */
  @Get()
  async look(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Query('asked') asked: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const prepared = await this.reading.prepared(viewer, groupId(id));
    const { zone } = this.settings;
    return patternPage({ prepared, zone, say, language: viewer.language, isAsked: asked !== undefined });
  }

  @Post()
  async ask(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const outcome = await attempt(this.database, () => this.asking.send(viewer, groupId(id)));
    if (outcome.kind === 'done') return goTo(`/groups/${id}/pattern?asked`);
    const prepared = await this.reading.prepared(viewer, groupId(id));
    const { zone } = this.settings;
    return patternPage({ prepared, zone, say, language: viewer.language, refused: outcome.fault });
  }

  @Get(':personId/:n')
  async mail(@SignedIn() viewer: Viewer, @Param() path: MailPath, @Speaking() say: Say): Promise<Answer> {
    return mailPage(await this.oneMail(viewer, path), { say, language: viewer.language });
  }

  @Get(':personId/:n/html')
  @Header('Content-Security-Policy', mailPolicy)
  async html(@SignedIn() viewer: Viewer, @Param() path: MailPath): Promise<Answer> {
    const { mail } = pickedMail(await this.oneMail(viewer, path));
    return download({ body: mail.html, type: 'text/html' });
  }

  private async oneMail(viewer: Viewer, { id, personId, n }: MailPath): Promise<OneMail> {
    const prepared = await this.reading.prepared(viewer, groupId(id));
    return { from: 'pattern', prepared, personId: idOf<'person'>(personId), number: Number(n) };
  }
}

const groupId = (text: string): GroupId => idOf<'group'>(text);
