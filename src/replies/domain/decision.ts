import type { Instant } from '../../kernel/instant';
import type { MeetingPlace, Place } from './known-invitation';
import type { ReadReport, Unreadable } from './read-mail';

/** What a calendar says for its owner. */
export type Saying = AnswerSaid | TimeProposed;

export interface AnswerSaid {
  readonly kind: 'answer';
  readonly choice: 'yes' | 'no' | 'maybe';
  readonly revision: number;
  readonly actedAt: Instant;
  readonly comment: string;
}

export interface TimeProposed {
  readonly kind: 'suggestion';
  /** null when the proposed time cannot be told for certain. */
  readonly start: Instant | null;
  readonly minutes: number | null;
  readonly actedAt: Instant;
  readonly comment: string;
}

/** What does not agree with the invitation that the address belongs to. */
export type Doubt = 'otherMeeting' | 'otherAttendee' | 'otherSender' | 'senderNotVouchedFor';

/** Who a mail says it is from and for; shown as it is, and believed in nothing. */
export interface Claimed {
  readonly from: string;
  readonly attendee: string;
  readonly attendeeName: string;
}

export type Nothing =
  | Unreadable
  | 'notToUs'
  | 'unknownAddress'
  | 'neverAsked'
  | 'automatic'
  | 'empty'
  | 'otherMethod'
  | 'noChoice'
  | 'meetingHasBegun'
  | 'refreshNotAgreed'
  | 'sentAgainBefore'
  | 'delayed'
  | 'deliveredAfterAll';

/** What follows from one mail, or from one event in it. */
export type Decision =
  | { readonly kind: 'answer'; readonly place: MeetingPlace; readonly said: AnswerSaid; readonly uid: string }
  | { readonly kind: 'suggestion'; readonly place: MeetingPlace; readonly said: TimeProposed }
  | {
      readonly kind: 'unverified';
      readonly place: MeetingPlace;
      readonly said: Saying;
      readonly uid: string;
      readonly doubts: readonly Doubt[];
      readonly claimed: Claimed;
    }
  | { readonly kind: 'resend'; readonly place: MeetingPlace; readonly sequence: number }
  | { readonly kind: 'written'; readonly place: Place; readonly text: string; readonly claimed: Claimed }
  | { readonly kind: 'bounce'; readonly address: string; readonly report: ReadReport }
  | { readonly kind: 'nothing'; readonly why: Nothing };
