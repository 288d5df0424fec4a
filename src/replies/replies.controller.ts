import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { idOf } from '../kernel/identifiers';
import { Settings } from '../platform/config/settings';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { RepliesClosing, type ReplyPlace } from './replies-closing.service';
import { RepliesReading } from './replies-reading.service';
import { repliesPage } from './replies.pages';

/** The address of one reply. */
interface ReplyPath {
  readonly id: string;
  readonly reply: string;
}

@Controller('groups/:id/replies')
@For('coordinator')
export class RepliesController {
  constructor(
    private readonly reading: RepliesReading,
    private readonly closing: RepliesClosing,
    private readonly settings: Settings,
  ) {}

  @Get()
  async all(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const { zone } = this.settings;
    return repliesPage(await this.reading.of(viewer, idOf<'group'>(id)), { say, language: viewer.language, zone });
  }

  @Post(':reply/confirm')
  async confirm(@SignedIn() viewer: Viewer, @Param() path: ReplyPath): Promise<Answer> {
    await this.closing.confirm(viewer, placeIn(path));
    return goTo(`/groups/${path.id}/replies`);
  }

  @Post(':reply/set-aside')
  async setAside(@SignedIn() viewer: Viewer, @Param() path: ReplyPath): Promise<Answer> {
    await this.closing.setAside(viewer, placeIn(path));
    return goTo(`/groups/${path.id}/replies`);
  }
}

const placeIn = ({ id, reply }: ReplyPath): ReplyPlace => ({
  groupId: idOf<'group'>(id),
  id: idOf<'incoming mail'>(reply),
});
