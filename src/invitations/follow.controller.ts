import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { type GroupId, idOf } from '../kernel/identifiers';
import type { Language } from '../kernel/in-words';
import { Settings } from '../platform/config/settings';
import { type Answer, download, goTo } from '../platform/web/answer';
import { InLanguage, Speaking } from '../platform/web/asking';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { followPage } from './follow.pages';
import { Following } from './follow.service';
import { Letters } from './letters.service';

@Controller('groups/:id')
@For('coordinator')
export class FollowController {
  constructor(
    private readonly following: Following,
    private readonly letters: Letters,
    private readonly settings: Settings,
  ) {}

  @Get('sent')
  async sent(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Speaking() say: Say,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const { zone } = this.settings;
    return followPage(await this.following.read(viewer, groupId(id)), { say, language, zone });
  }

  @Get('letters.pdf')
  async print(@SignedIn() viewer: Viewer, @Param('id') id: string): Promise<Answer> {
    const body = await this.letters.print(viewer, groupId(id));
    return download({ body, type: 'application/pdf', fileName: 'brev.pdf' });
  }

  @Post('letters/posted')
  async posted(@SignedIn() viewer: Viewer, @Param('id') id: string): Promise<Answer> {
    await this.following.posted(viewer, groupId(id));
    return goTo(`/groups/${id}/sent`);
  }

  @Post('told/:personId')
  async told(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Param('personId') personId: string,
  ): Promise<Answer> {
    await this.following.told(viewer, groupId(id), idOf<'person'>(personId));
    return goTo(`/groups/${id}/sent`);
  }
}

const groupId = (text: string): GroupId => idOf<'group'>(text);
