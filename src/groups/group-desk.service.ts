import { Injectable } from '@nestjs/common';
import { GroupDrafts } from './group-drafts.service';
import { GroupForming } from './group-forming.service';
import { GroupOverview } from './group-overview.service';

/** What the guided questions work with. */
@Injectable()
export class GroupDesk {
  constructor(
    readonly overviews: GroupOverview,
    readonly drafts: GroupDrafts,
    readonly forming: GroupForming,
  ) {}
}
