/** One person's line in a calendar reply. */
export interface ReadAttendee {
  readonly address: string;
  /** The name beside the address, as they wrote it. */
  readonly name: string;
  /** `ACCEPTED`, `DECLINED`, …; empty when it says nothing. */
  readonly status: string;
}

/** One VEVENT of a calendar reply, as far as we look at it: never its title. Moments are ISO text in UTC. */
export interface ReadEvent {
  readonly uid: string;
  readonly attendees: readonly ReadAttendee[];
  /** RFC 5545 §3.8.7.4: 0 when it is not told. */
  readonly sequence: number;
  readonly stamp: string | null;
  /** null also when it stands in a zone that nobody declares. */
  readonly start: string | null;
  readonly minutes: number | null;
  readonly comment: string;
}

export interface ReadCalendar {
  /** In capitals; empty when there is none. */
  readonly method: string;
  readonly events: readonly ReadEvent[];
}

/** A delivery status (RFC 3464) about one recipient of ours. */
export interface ReadReport {
  /** In small letters: `failed`, `delayed`, `delivered`, … */
  readonly action: string;
  /** RFC 3463: `5.1.1`; empty when it is not told. */
  readonly status: string;
  /** What the other server said, as it said it. */
  readonly diagnostic: string;
  /** The Message-ID of what came back. */
  readonly messageId: string;
}

/** A mail that came back, as plain values: it crosses from the thread that reads to the one that decides. */
export interface ReadMail {
  readonly messageId: string;
  /** Each address of ours with a token in it that the mail came to. */
  readonly addresses: readonly string[];
  /** The one address it says to be from; null when it names none, or several. */
  readonly from: string | null;
  /** Our own server vouches for that address' domain (DMARC). */
  readonly isVouchedFor: boolean;
  /** A machine wrote it: an absence notice, a list. */
  readonly isAutomatic: boolean;
  readonly calendar: ReadCalendar | null;
  readonly report: ReadReport | null;
  /** What a person wrote, without what they quoted. */
  readonly text: string;
}

/** Why a mail could not be read at all. */
export type Unreadable = 'tooLarge' | 'tooManyParts' | 'tooDeep' | 'notMail' | 'tookTooLong' | 'ownFault';

export type Reading =
  { readonly kind: 'read'; readonly mail: ReadMail } | { readonly kind: 'unreadable'; readonly why: Unreadable };
