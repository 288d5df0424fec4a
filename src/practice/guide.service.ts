import { Injectable } from '@nestjs/common';
import type { PracticeAccount } from './founding.service';
import type { OwnWayIn } from './olles-year.service';

/** The ways in to the practice, as they are shown on the sign-in page. */
export interface WaysIn {
  readonly account: PracticeAccount;
  readonly own: OwnWayIn;
}

/** Keeps the ways in for as long as the practice runs; they are in no database. */
@Injectable()
export class Guide {
  private ways: WaysIn | null = null;

  keep(ways: WaysIn): void {
    this.ways = ways;
  }

  get waysIn(): WaysIn | null {
    return this.ways;
  }
}
