import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { idOf } from '../kernel/identifiers';
import type { Answer } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { KeyHolders } from './key-holders.service';
import { handedPage, holdersPage } from './own-page.pages';
import { OwnPageKeys } from './own-page-keys.service';

@Controller('groups/:id/own-page')
@For('coordinator')
export class OwnPageController {
  constructor(
    private readonly holders: KeyHolders,
    private readonly keys: OwnPageKeys,
  ) {}

  @Get()
  async look(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return holdersPage(await this.holders.in(viewer, idOf<'group'>(id)), id, say);
  }

  /** Answers with the page itself and not with another address: the code is kept nowhere and shown this once. */
  @Post(':personId')
  async make(
    @SignedIn() viewer: Viewer,
    @Param() { id, personId }: { readonly id: string; readonly personId: string },
    @Speaking() say: Say,
  ): Promise<Answer> {
    return handedPage(await this.keys.makeCode(viewer, idOf<'group'>(id), idOf<'person'>(personId)), id, say);
  }
}
