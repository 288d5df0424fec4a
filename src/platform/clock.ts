import { Injectable } from '@nestjs/common';
import { Instant } from '../kernel/instant';

/** Tells the moment; the only place that asks the system's clock. */
export abstract class Clock {
  abstract now(): Instant;
}

@Injectable()
export class SystemClock extends Clock {
  now(): Instant {
    return Instant.ofDate(new Date());
  }
}
