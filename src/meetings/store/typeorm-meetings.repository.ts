import { Injectable } from '@nestjs/common';
import { Between, FindOptionsWhere, In } from 'typeorm';
import type { GroupId, MeetingId, OrganisationId, ThingId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import { Seal, SealedTable } from '../../platform/database/seal';
import type { Meeting } from '../domain/meeting';
import type { ToldMeeting } from '../domain/told-meeting';
import { Days, MeetingsRepository } from '../meetings.repository';
import { deputySchema } from './deputies.schemas';
import { meetingSchema, toldMeetingSchema } from './meetings.schemas';

// A place may be somebody's home, and a reason may tell of somebody's health.
const sealed = new SealedTable<Meeting>('meeting', ['place', 'lengthReason']);

// Bound to the meeting's own place: the migration that kept what had been told had no key to seal it with anew.
const sealedAsTold = new SealedTable<ToldMeeting>('meeting', ['place']);

@Injectable()
export class TypeormMeetingsRepository extends MeetingsRepository {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {
    super();
  }

  some(organisationId: OrganisationId, ids: readonly MeetingId[]): Promise<readonly Meeting[]> {
    return this.read({ organisationId, id: In(ids) });
  }

  ofGroup(organisationId: OrganisationId, groupId: GroupId): Promise<readonly Meeting[]> {
    return this.read({ organisationId, groupId });
  }

  ofGroups(
    organisationId: OrganisationId,
    groupIds: readonly GroupId[],
    { from, to }: Days,
  ): Promise<readonly Meeting[]> {
    return this.read({ organisationId, groupId: In(groupIds), day: Between(from, to) });
  }

  inThings(
    organisationId: OrganisationId,
    thingIds: readonly ThingId[],
    { from, to }: Days,
  ): Promise<readonly Meeting[]> {
    return this.read({ organisationId, thingId: In(thingIds), day: Between(from, to) });
  }

  calledWithin({ from, to }: Days): Promise<readonly Meeting[]> {
    return this.read({ state: In(['called', 'moved']), day: Between(from, to) });
  }

  async taken(ids: readonly MeetingId[]): Promise<readonly MeetingId[]> {
    const rows = await this.database.repository(meetingSchema).findBy({ id: In(ids) });
    return rows.map(({ id }) => id);
  }

  async save(meetings: readonly Meeting[]): Promise<void> {
    await this.database.repository(meetingSchema).save(meetings.map((meeting) => sealed.close(meeting, this.seal)));
  }

  async remove(meetings: readonly Meeting[]): Promise<void> {
    const ids = meetings.map((meeting) => meeting.id);
    await this.database.repository(deputySchema).delete({ meetingId: In(ids) });
    await this.database.repository(meetingSchema).delete({ id: In(ids) });
  }

  async told(organisationId: OrganisationId, ids: readonly MeetingId[]): Promise<readonly ToldMeeting[]> {
    const where = { organisationId, id: In(ids) };
    const rows = await this.database
      .repository(toldMeetingSchema)
      .find({ where, order: { id: 'ASC', revision: 'ASC' } });
    return rows.map((row) => sealedAsTold.open(row, this.seal));
  }

  async keepTold(told: readonly ToldMeeting[]): Promise<void> {
    await this.database.repository(toldMeetingSchema).insert(told.map((one) => sealedAsTold.close(one, this.seal)));
  }

  private async read(where: FindOptionsWhere<Meeting>): Promise<readonly Meeting[]> {
    const order = { groupId: 'ASC', day: 'ASC', start: 'ASC', number: 'ASC' } as const;
    const rows = await this.database.repository(meetingSchema).find({ where, order });
    return rows.map((row) => sealed.open(row, this.seal));
  }
}
