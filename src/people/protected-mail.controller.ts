import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { idOf } from '../kernel/identifiers';
import { Settings } from '../platform/config/settings';
import { Database } from '../platform/database/database';
import { Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import type { Fault, Typed } from '../platform/web/form';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import type { ProtectedDomainId } from './domain/protected-domain';
import { protectedMailForm } from './people.forms';
import { protectedMailPage, withdrawalPage } from './protected-mail.pages';
import { ProtectedMail } from './protected-mail.service';

const home = '/organisation/protected-mail';

@Controller('organisation/protected-mail')
@For('administrator')
export class ProtectedMailController {
  constructor(
    private readonly mail: ProtectedMail,
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  @Get()
  async list(@SignedIn() viewer: Viewer, @Speaking() say: Say): Promise<Answer> {
    return this.page(viewer, say, {}, []);
  }

  @Post()
  async decide(@SignedIn() viewer: Viewer, @Body() body: unknown, @Speaking() say: Say): Promise<Answer> {
    const typed = protectedMailForm.typed(body);
    const reading = protectedMailForm.read(body);
    if (reading.kind === 'faulty') return this.page(viewer, say, typed, reading.faults);
    const { protectedDomain: domain, agreement } = reading.value;
    const outcome = await attempt(this.database, () => this.mail.decide(viewer, { domain, agreement }));
    return outcome.kind === 'refused' ? this.page(viewer, say, typed, [outcome.fault]) : goTo(home);
  }

  @Get(':id/withdraw')
  async ask(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return withdrawalPage(await this.mail.get(viewer, decisionId(id)), say);
  }

  @Post(':id/withdraw')
  async withdraw(@SignedIn() viewer: Viewer, @Param('id') id: string): Promise<Answer> {
    await this.mail.withdraw(viewer, decisionId(id));
    return goTo(home);
  }

  private async page(viewer: Viewer, say: Say, typed: Typed, faults: readonly Fault[]): Promise<Answer> {
    return protectedMailPage({
      decisions: await this.mail.list(viewer),
      zone: this.settings.zone,
      language: viewer.language,
      say,
      typed,
      faults,
    });
  }
}

const decisionId = (text: string): ProtectedDomainId => idOf<'protected domain'>(text);
