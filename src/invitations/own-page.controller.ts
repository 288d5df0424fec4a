import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { type GroupId, idOf } from '../kernel/identifiers';
import { type Answer, show } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { OwnPageKeys } from './own-page-keys.service';

@Controller('groups/:id/own-page')
@For('coordinator')
export class OwnPageController {
  constructor(private readonly keys: OwnPageKeys) {}

  @Get()
  async look(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const link = await this.keys.linkIn(viewer, groupId(id));
    return show('invitations/own-page', {
      ...frame(id, say),
      mayMake: link !== null,
      state: say(link === null ? 'ownPage.nothing' : link.codeHash === null ? 'ownPage.noCode' : 'ownPage.hasCode'),
    });
  }

  /** Answers with the page itself and not with another address: the code is kept nowhere and shown this once. */
  @Post()
  async make(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const { code, address } = await this.keys.makeCode(viewer, groupId(id));
    return show('invitations/code', {
      ...frame(id, say),
      title: say('ownPage.handOver'),
      handed: {
        rows: [
          { key: say('ownPage.code'), value: inGroups(code) },
          ...(address === null ? [] : [{ key: say('ownPage.address'), value: address }]),
        ],
      },
    });
  }
}

const frame = (id: string, say: Say) => ({
  title: say('ownPage.title'),
  back: { text: say('send.back'), href: `/groups/${id}` },
  action: `/groups/${id}/own-page`,
});

/** "1234 5678": easier to say and to write down. */
const inGroups = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

const groupId = (text: string): GroupId => idOf<'group'>(text);
