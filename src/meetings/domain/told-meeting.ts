import type { CalendarDate } from '../../kernel/calendar-date';
import type { GroupId, MeetingId, OrganisationId } from '../../kernel/identifiers';
import type { Span } from '../../kernel/in-words';
import type { TimeOfDay } from '../../kernel/time-of-day';
import type { MeetingForm } from '../../groups/domain/profile';
import type { Meeting } from './meeting';

/** A meeting as it stood when people were called to it; kept for good, one for each revision that was told. */
export class ToldMeeting {
  /** The meeting's own. */
  readonly id: MeetingId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly number: number;
  readonly day: CalendarDate;
  readonly start: TimeOfDay;
  readonly minutes: number;
  readonly zone: string;
  readonly form: MeetingForm;
  readonly place: string;
  readonly placeIsPublic: boolean;
  readonly revision: number;
  readonly sequence: number;
  readonly since: number;

  constructor(meeting: Meeting) {
    this.id = meeting.id;
    this.organisationId = meeting.organisationId;
    this.groupId = meeting.groupId;
    this.number = meeting.number;
    this.day = meeting.day;
    this.start = meeting.start;
    this.minutes = meeting.minutes;
    this.zone = meeting.zone;
    this.form = meeting.form;
    this.place = meeting.place;
    this.placeIsPublic = meeting.placeIsPublic;
    this.revision = meeting.revision;
    this.sequence = meeting.sequence;
    this.since = meeting.since;
  }

  get span(): Span {
    return { day: this.day, start: this.start, minutes: this.minutes };
  }
}

/** What was last told of a meeting; null when nobody has been called to it. */
export const lastToldOf = ({ id }: Pick<Meeting, 'id'>, told: readonly ToldMeeting[]): ToldMeeting | null =>
  told.filter((one) => one.id === id).sort((a, b) => b.revision - a.revision)[0] ?? null;
