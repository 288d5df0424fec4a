import type { Instant } from '../../kernel/instant';

/** The question when it usually suits somebody; it tells of no meeting. */
export interface PatternMessage {
  readonly kind: 'pattern';
  readonly meetingId: null;
  /** The day it is asked, as a number: 20270414. */
  readonly revision: number;
  readonly once: string;
  readonly news: readonly [];
  readonly until: Instant;
}
