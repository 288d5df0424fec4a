import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import type { Answer } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { HandoverSteps } from './handover-steps.service';
import { donePage, type HandoverPlace } from './handover.pages';

const place: HandoverPlace = { page: '/handover', back: '/groups', choosing: 'each' };

/** A coordinator hands over groups of her own. */
@Controller('handover')
@For('coordinator')
export class HandoverController {
  constructor(private readonly steps: HandoverSteps) {}

  @Get()
  ask(@SignedIn() by: Viewer, @Query() query: unknown, @Speaking() say: Say): Promise<Answer> {
    return this.steps.ask({ by, from: by.userId, place, say }, query);
  }

  /** Ends in a page, not in another address: which groups were chosen stands in no address. */
  @Post()
  weigh(@SignedIn() by: Viewer, @Body() body: unknown, @Speaking() say: Say): Promise<Answer> {
    return this.steps.weigh({ by, from: by.userId, place, say }, body);
  }

  /** Back to the form with all that was chosen. */
  @Post('change')
  change(@SignedIn() by: Viewer, @Body() body: unknown, @Speaking() say: Say): Promise<Answer> {
    return this.steps.ask({ by, from: by.userId, place, say }, body);
  }

  @Post('now')
  carryOut(@SignedIn() by: Viewer, @Body() body: unknown, @Speaking() say: Say): Promise<Answer> {
    return this.steps.carryOut({ by, from: by.userId, place, say }, body);
  }

  @Get('done')
  done(@Speaking() say: Say): Answer {
    return donePage(place, say);
  }
}
