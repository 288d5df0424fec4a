import type { GroupId, OrganisationId } from '../kernel/identifiers';
import type { CalendarFeed } from './domain/calendar-feed';
import type { LinkPlace } from './domain/personal-link';
import type { ReminderChoice } from './domain/reminder-choice';

/** A group in its organisation. */
export interface GroupPlace {
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
}

/** Keeps what people have chosen on their own pages. */
export abstract class OwnChoicesRepository {
  abstract remindersIn(groupId: GroupId): Promise<readonly ReminderChoice[]>;
  /** Of every organisation: where somebody wants to be reminded of their tasks. Each group once. */
  abstract groupsWithTasks(): Promise<readonly GroupPlace[]>;
  abstract saveReminders(choice: ReminderChoice): Promise<void>;
  abstract feedOf(place: LinkPlace): Promise<CalendarFeed | null>;
  abstract feedByHash(hash: string): Promise<CalendarFeed | null>;
  abstract addFeed(feed: CalendarFeed): Promise<void>;
  /** The address is dead at once; a new one is another. */
  abstract removeFeeds(place: LinkPlace): Promise<void>;
}
