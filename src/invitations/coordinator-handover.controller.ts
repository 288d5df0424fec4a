import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { idOf, type UserId } from '../kernel/identifiers';
import type { Answer } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { HandoverSteps } from './handover-steps.service';
import { donePage, type HandoverPlace } from './handover.pages';

/** An administrator hands over all groups of a coordinator who has gone, and sees none of them. */
@Controller('organisation/coordinators/:id/handover')
@For('administrator')
export class CoordinatorHandoverController {
  constructor(private readonly steps: HandoverSteps) {}

  @Get()
  ask(@SignedIn() by: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return this.steps.ask({ by, say, ...about(id) }, {});
  }

  /** Ends in a page, not in another address, as it does for a coordinator. */
  @Post()
  weigh(@SignedIn() by: Viewer, @Param('id') id: string, @Body() body: unknown, @Speaking() say: Say): Promise<Answer> {
    return this.steps.weigh({ by, say, ...about(id) }, body);
  }

  /** Back to the form with all that was chosen. */
  @Post('change')
  change(
    @SignedIn() by: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    return this.steps.ask({ by, say, ...about(id) }, body);
  }

  @Post('now')
  carryOut(
    @SignedIn() by: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    return this.steps.carryOut({ by, say, ...about(id) }, body);
  }

  @Get('done')
  async done(@SignedIn() by: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const { from, place } = about(id);
    await this.steps.requireLeaver(by, from);
    return donePage(place, say);
  }
}

function about(id: string): { readonly from: UserId; readonly place: HandoverPlace } {
  const coordinator = `/organisation/coordinators/${id}`;
  return {
    from: idOf<'user'>(id),
    place: { page: `${coordinator}/handover`, back: coordinator, choosing: 'all' },
  };
}
