import type { MessageKind } from '../../outbox/domain/delivery';
import { Instant } from '../../kernel/instant';
import { CalendarMethod } from './calendar-event';
import { Mailbox } from './mailbox';

/** One finished message to one person; nothing in it is decided later. */
export interface Mail {
  readonly kind: MessageKind;
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly envelope: { readonly from: string; readonly to: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar?: { readonly method: CalendarMethod; readonly text: string };
  /** With angle brackets: `<random@domain>`. */
  readonly messageId: string;
  readonly date: Instant;
}
