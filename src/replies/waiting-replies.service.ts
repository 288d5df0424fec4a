import { Injectable } from '@nestjs/common';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { IncomingMailRepository } from './incoming-mail.repository';

/** Tells other rooms how much waits for a coordinator to look at. */
@Injectable()
export class WaitingReplies {
  constructor(private readonly incoming: IncomingMailRepository) {}

  countIn({ organisationId, id }: Pick<ResourceGroup, 'organisationId' | 'id'>): Promise<number> {
    return this.incoming.countWaiting(organisationId, id);
  }
}
