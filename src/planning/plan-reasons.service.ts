import { Injectable } from '@nestjs/common';
import type { Reason } from './domain/plan';
import { type Reader, reasonsInWords } from './reasons-in-words';

/** Says a plan's reasons on the pages of other rooms. */
@Injectable()
export class PlanReasons {
  inWords(reasons: readonly Reason[], reader: Reader): readonly string[] {
    return reasonsInWords(reasons, reader);
  }
}
