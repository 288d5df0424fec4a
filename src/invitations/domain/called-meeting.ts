import { Instant } from '../../kernel/instant';
import { Span } from '../../kernel/in-words';

type MeetingForm = 'home' | 'office' | 'video' | 'phone';

/** Where a meeting is held, and whether the place may be told to anybody. */
interface MeetingPlace {
  readonly words: string;
  readonly isPublic: boolean;
  readonly form: MeetingForm;
}

/** One agenda item as it was released; only `neutralTitle` is fit for an open route. */
export interface AgendaLine {
  readonly title: string;
  readonly neutralTitle: string;
  readonly minutes: number;
  readonly leader?: string;
  /** What we want said or decided. */
  readonly line?: string;
}

/** A meeting that one person is called to. */
export interface CalledMeeting {
  /** "Möte 3 av 7"; null for a guest of one item. */
  readonly count: { readonly number: number; readonly of: number } | null;
  readonly span: Span;
  /** IANA name of the zone whose wall clock `span` shows. */
  readonly zone: string;
  readonly place: MeetingPlace;
  /** The calendar's headline: the word for a meeting, or a neutral name the service user chose. */
  readonly title: string;
  readonly agenda: readonly AgendaLine[];
  /** Random, made once for this meeting and person, the same in every later message. */
  readonly uid: string;
  readonly sequence: number;
  /** The service's mailbox with the token of this meeting and person. */
  readonly replyAddress: string;
}

/** The recipient is a guest of one item, and the time is theirs. */
export const isPartOnly = ({ count }: Pick<CalledMeeting, 'count'>): boolean => count === null;

export const startOf = ({ span, zone }: CalledMeeting): Instant => Instant.atWallTime(span.day, span.start, zone);

export const endOf = (meeting: CalledMeeting): Instant => startOf(meeting).plusMinutes(meeting.span.minutes);
