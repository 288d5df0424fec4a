import { Injectable } from '@nestjs/common';
import type { GroupId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import type { CalendarFeed } from '../domain/calendar-feed';
import type { LinkPlace } from '../domain/personal-link';
import type { ReminderChoice } from '../domain/reminder-choice';
import { type GroupPlace, OwnChoicesRepository } from '../own-choices.repository';
import { calendarFeedSchema, reminderChoiceSchema } from './own-choices.schemas';

@Injectable()
export class TypeormOwnChoicesRepository extends OwnChoicesRepository {
  constructor(private readonly database: Database) {
    super();
  }

  remindersIn(groupId: GroupId): Promise<readonly ReminderChoice[]> {
    return this.database.repository(reminderChoiceSchema).findBy({ groupId });
  }

  async groupsWithTasks(): Promise<readonly GroupPlace[]> {
    const chosen = await this.database.repository(reminderChoiceSchema).findBy({ tasks: true });
    const places = new Map(chosen.map(({ organisationId, groupId }) => [groupId, { organisationId, groupId }]));
    return [...places.values()];
  }

  async saveReminders(choice: ReminderChoice): Promise<void> {
    await this.database.repository(reminderChoiceSchema).save(choice);
  }

  feedOf({ groupId, personId }: LinkPlace): Promise<CalendarFeed | null> {
    return this.database.repository(calendarFeedSchema).findOneBy({ groupId, personId });
  }

  feedByHash(hash: string): Promise<CalendarFeed | null> {
    return this.database.repository(calendarFeedSchema).findOneBy({ hash });
  }

  async addFeed(feed: CalendarFeed): Promise<void> {
    await this.database.repository(calendarFeedSchema).insert(feed);
  }

  async removeFeeds({ groupId, personId }: LinkPlace): Promise<void> {
    await this.database.repository(calendarFeedSchema).delete({ groupId, personId });
  }
}
