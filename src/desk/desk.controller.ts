import { Controller, Get } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { deskPage } from './desk.page';
import { Desk } from './desk.service';

@Controller()
@For('staff')
export class DeskController {
  constructor(private readonly desk: Desk) {}

  @Get()
  async start(@SignedIn() viewer: Viewer, @Speaking() say: Say): Promise<Answer> {
    if (viewer.role === 'administrator') return goTo('/organisation');
    return deskPage(await this.desk.of(viewer), { say, language: viewer.language });
  }
}
