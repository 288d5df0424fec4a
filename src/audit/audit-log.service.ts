import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Dice } from '../platform/dice';
import { digest } from '../platform/digest';
import { AccessLogRepository } from './access-log.repository';
import { beginning, chained, endAt, followAll, Step } from './domain/access-log';

/** Who read or did something; a viewer is one. */
export interface Actor {
  readonly organisationId: string;
  /** null when the program did it by itself. */
  readonly userId: string | null;
  readonly role: string;
}

/** Somebody with a personal link, alone or with its code; which of them stands among the subjects of the deed. */
export const linkHolder = (
  { organisationId }: Pick<Actor, 'organisationId'>,
  role: 'link' | 'link-and-code',
): Actor => ({ organisationId, userId: null, role });

export interface Deed {
  /** What was done to what: `person.read`, `meeting.moved`. */
  readonly action: string;
  /** The person it was about, if it was about one. */
  readonly about: string | null;
  readonly subjects: readonly string[];
}

const pageSize = 500;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const actionName = /^[a-z][A-Za-z-]*(?:\.[A-Za-z-]+)+$/;

/** Writes down who read or did what, in the transaction of the reading or doing: no log row, no data. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly log: AccessLogRepository,
    private readonly clock: Clock,
    private readonly dice: Dice,
  ) {}

  async record({ organisationId, userId, role }: Actor, { action, about, subjects }: Deed): Promise<void> {
    if (!actionName.test(action) || action.length > 60) throw new Error(`"${action}" is no name of a deed.`);
    for (const id of about === null ? subjects : [about, ...subjects]) refuseWords(id);
    const { number, previous } = await this.log.takeNumber(organisationId);
    const entry = { id: this.dice.id(), organisationId, number, at: this.clock.now(), userId, role, action };
    await this.log.append(chained({ ...entry, aboutId: about, subjects: [...subjects] }, previous, digest));
  }

  /** Reads the organisation's whole log, a page at a time, and tells the first bad entry. */
  async verify(organisationId: string): Promise<Step> {
    let head = beginning;
    for (;;) {
      const entries = await this.log.after(organisationId, head.number, pageSize);
      const step = followAll(head, entries, digest);
      if (step.kind === 'broken') return step;
      head = step.head;
      if (entries.length < pageSize) return endAt(head, await this.log.head(organisationId));
    }
  }

  organisations(): Promise<readonly string[]> {
    return this.log.organisations();
  }
}

// A name in the log could never be erased again.
function refuseWords(id: string): void {
  if (!uuid.test(id)) throw new Error('The access log takes ids only.');
}
