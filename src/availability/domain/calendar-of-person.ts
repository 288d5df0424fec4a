import type { Id, OrganisationId, PersonId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import type { CalendarFault, ReadCalendar } from './calendar-reading';

export type CalendarId = Id<'calendar'>;

/** A file somebody handed over, or an address that is looked at again and again. */
export type CalendarSource = 'file' | 'address';

type UnansweredWhy =
  'notAllowed' | 'notPublic' | 'notSecure' | 'redirected' | 'refused' | 'tooLarge' | 'tooSlow' | 'unreachable';

/** How the latest try went; `waiting` until there has been one. */
export type CalendarOutcome = 'waiting' | 'read' | CalendarFault | UnansweredWhy;

export interface CalendarParts {
  readonly id: CalendarId;
  readonly organisationId: OrganisationId;
  readonly personId: PersonId;
  readonly source: CalendarSource;
  /** null for a file. */
  readonly address: string | null;
  readonly outcome: CalendarOutcome;
  /** How many busy times are kept. */
  readonly kept: number;
  /** How many events of what was read could not be understood. */
  readonly leftOut: number;
  readonly triedAt: Instant | null;
  /** When the times that are kept were read. */
  readonly readAt: Instant | null;
}

/** Where a person's busy times are read from, and how that went. */
export class CalendarOfPerson implements CalendarParts {
  readonly id: CalendarId;
  readonly organisationId: OrganisationId;
  readonly personId: PersonId;
  readonly source: CalendarSource;
  readonly address: string | null;
  readonly outcome: CalendarOutcome;
  readonly kept: number;
  readonly leftOut: number;
  readonly triedAt: Instant | null;
  readonly readAt: Instant | null;

  constructor(parts: CalendarParts) {
    this.id = parts.id;
    this.organisationId = parts.organisationId;
    this.personId = parts.personId;
    this.source = parts.source;
    this.address = parts.address;
    this.outcome = parts.outcome;
    this.kept = parts.kept;
    this.leftOut = parts.leftOut;
    this.triedAt = parts.triedAt;
    this.readAt = parts.readAt;
  }

  read(at: Instant, { busy, leftOut }: ReadCalendar): CalendarOfPerson {
    return this.with({ outcome: 'read', kept: busy.length, leftOut, triedAt: at, readAt: at });
  }

  /** The times that were read before still stand. */
  failed(at: Instant, outcome: CalendarOutcome): CalendarOfPerson {
    return this.with({ outcome, triedAt: at });
  }

  private with(changes: Partial<CalendarParts>): CalendarOfPerson {
    const { id, organisationId, personId, source, address, outcome, kept, leftOut, triedAt, readAt } = this;
    const parts = { id, organisationId, personId, source, address, outcome, kept, leftOut, triedAt, readAt };
    return new CalendarOfPerson({ ...parts, ...changes });
  }
}
