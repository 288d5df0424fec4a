import { Controller, Get, Header, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { type GroupId, idOf } from '../kernel/identifiers';
import type { Language } from '../kernel/in-words';
import { Database } from '../platform/database/database';
import { type Answer, download, goTo } from '../platform/web/answer';
import { InLanguage, Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { CallsReading } from './calls-reading.service';
import { mailPage, type OneMail, pickedMail } from './mail-preview.pages';
import { sendPage } from './send.pages';
import { Sending } from './sending.service';

// A mail brings its own styles; sealed off like this it can fetch, run and be framed by nothing.
export const mailPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

interface MailPath {
  readonly id: string;
  readonly personId: string;
  readonly n: string;
}

@Controller('groups/:id/send')
@For('coordinator')
export class SendController {
  constructor(
    private readonly reading: CallsReading,
    private readonly sending: Sending,
    private readonly database: Database,
  ) {}

  @Get()
  async look(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Speaking() say: Say,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    return sendPage({ prepared: await this.reading.prepared(viewer, groupId(id)), say, language });
  }

  @Post()
  async send(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Speaking() say: Say,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const outcome = await attempt(this.database, () => this.sending.send(viewer, groupId(id)));
    if (outcome.kind === 'done') return goTo(`/groups/${id}/sent`);
    const prepared = await this.reading.prepared(viewer, groupId(id));
    return sendPage({ prepared, say, language, refused: outcome.fault });
  }

  @Get(':personId/:n')
  async mail(
    @SignedIn() viewer: Viewer,
    @Param() path: MailPath,
    @Speaking() say: Say,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    return mailPage(await this.oneMail(viewer, path), { say, language });
  }

  @Get(':personId/:n/html')
  @Header('Content-Security-Policy', mailPolicy)
  async html(@SignedIn() viewer: Viewer, @Param() path: MailPath): Promise<Answer> {
    const { mail } = pickedMail(await this.oneMail(viewer, path));
    return download({ body: mail.html, type: 'text/html' });
  }

  private async oneMail(viewer: Viewer, { id, personId, n }: MailPath): Promise<OneMail> {
    const prepared = await this.reading.prepared(viewer, groupId(id));
    return { from: 'send', prepared, personId: idOf<'person'>(personId), number: Number(n) };
  }
}

const groupId = (text: string): GroupId => idOf<'group'>(text);
