import { DomainError } from '../../kernel/domain-error';
import type { GroupId, Id, MeetingId, OrganisationId, PersonId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import { plainParagraph } from '../../people/domain/personal-number';
import type { AnswerWay } from './act';

export type WishId = Id<'wish'>;

/** Another time suits better; something to take up; an interpreter, a lift or the like. */
export type WishKind = 'otherTime' | 'takeUp' | 'need';
export const wishKinds: readonly WishKind[] = ['otherTime', 'takeUp', 'need'];

/** Something said beside the answers about one meeting. */
export interface GivenWish {
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly meetingId: MeetingId;
  readonly personId: PersonId;
  readonly kind: WishKind;
  readonly text: string;
  /** When a calendar named another time. */
  readonly proposedStart?: Instant | null;
  readonly proposedMinutes?: number | null;
  readonly way: AnswerWay;
  readonly at: Instant;
}

type WishParts = GivenWish & { readonly id: WishId; readonly seenAt?: Instant | null };

/** What somebody would like, for the coordinator to read; what they want taken up is proposed for the agenda too. */
export class Wish {
  readonly id: WishId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly meetingId: MeetingId;
  readonly personId: PersonId;
  readonly kind: WishKind;
  readonly text: string;
  readonly proposedStart: Instant | null;
  /** Of the proposed time; null when only its start was named. */
  readonly proposedMinutes: number | null;
  readonly way: AnswerWay;
  readonly at: Instant;
  /** When the coordinator said that it was read. */
  readonly seenAt: Instant | null;

  constructor({ proposedStart = null, proposedMinutes = null, seenAt = null, ...given }: WishParts) {
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.groupId = given.groupId;
    this.meetingId = given.meetingId;
    this.personId = given.personId;
    this.kind = given.kind;
    this.text = wishText(given.text, given.kind);
    this.proposedStart = proposedStart;
    this.proposedMinutes = proposedMinutes;
    this.way = given.way;
    this.at = given.at;
    this.seenAt = seenAt;
    if (this.text === '' && proposedStart === null) throw new DomainError('fieldMissing', { field: given.kind });
  }

  seen(at: Instant): Wish {
    return new Wish(Object.assign({}, this, { seenAt: this.seenAt ?? at }));
  }

  /** The same said again: a form sent twice, a calendar that repeats itself. */
  says({ meetingId, personId, kind, text, proposedStart = null }: GivenWish): boolean {
    return (
      this.meetingId === meetingId &&
      this.personId === personId &&
      this.kind === kind &&
      this.text === wishText(text, kind) &&
      this.proposedStart?.iso === proposedStart?.iso
    );
  }
}

export const wishText = (text: string, kind: WishKind): string => plainParagraph(text, { field: kind, max: 1000 });

// As long as the title of an agenda item may be.
const longestLine = 200;

/** As it can stand on an agenda; the whole of it stays among the wishes. */
export function inOneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longestLine ? line : `${line.slice(0, longestLine - 1).trimEnd()}…`;
}
