import { Injectable } from '@nestjs/common';
import { AccessLogRepository, type TrailPage } from './access-log.repository';
import type { Entry } from './domain/access-log';

/** Tells a person who has read or done something about them; it shows the log and writes nothing. */
@Injectable()
export class AccessTrail {
  constructor(private readonly log: AccessLogRepository) {}

  /** Newest first. Whether the asker is that person is for the caller to know. */
  about(organisationId: string, personId: string, page: TrailPage): Promise<readonly Entry[]> {
    return this.log.about(organisationId, personId, page);
  }
}
