import type { GroupId, Id, OrganisationId, PersonId } from '../../kernel/identifiers';
import type { Language } from '../../kernel/in-words';
import type { Instant } from '../../kernel/instant';

export type PersonalLinkId = Id<'personal link'>;

/** Whose year a link opens. */
export interface LinkPlace {
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly personId: PersonId;
}

/**
 * The copy made for the link's owner when they were told: whoever holds a link is shown this and the times of
 * the meetings, and nothing that is read live about people.
 */
export interface LinkShown {
  readonly calledName: string;
  readonly language: Language;
  readonly caller: { readonly firstName: string; readonly workPhone: string };
  /** The link itself comes by e-mail, and need not be handed over. */
  readonly comesByMail: boolean;
  /** The service user is told of their agenda page also before a code was made for it. */
  readonly mayOpenAgenda: boolean;
}

export interface PersonalLinkParts {
  readonly id: PersonalLinkId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly personId: PersonId;
  readonly hash: string;
  readonly codeHash?: string | null;
  readonly shown: LinkShown;
  readonly madeAt: Instant;
  readonly withdrawnAt?: Instant | null;
  readonly askedAt?: Instant | null;
}

const day = 24 * 60;
const minutesAfterTheLastMeeting = 7 * day;

/** A question about when it usually suits somebody waits so long for its answer. */
export const minutesToSayWhen = 60 * day;

/** One person's own way in to their year of meetings, without an account. Only the token's hash is kept. */
export class PersonalLink {
  readonly id: PersonalLinkId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly personId: PersonId;
  readonly hash: string;
  /** Of the code that was handed over another way; null before one was made. */
  readonly codeHash: string | null;
  readonly shown: LinkShown;
  readonly madeAt: Instant;
  readonly withdrawnAt: Instant | null;
  /** When its owner was last asked when it usually suits them. */
  readonly askedAt: Instant | null;

  constructor({ codeHash = null, withdrawnAt = null, askedAt = null, ...given }: PersonalLinkParts) {
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.groupId = given.groupId;
    this.personId = given.personId;
    this.hash = given.hash;
    this.codeHash = codeHash;
    this.shown = given.shown;
    this.madeAt = given.madeAt;
    this.withdrawnAt = withdrawnAt;
    this.askedAt = askedAt;
  }

  get isWithdrawn(): boolean {
    return this.withdrawnAt !== null;
  }

  /** Everybody with a code has an agenda page, each with what they may read. */
  get mayOpenAgenda(): boolean {
    return this.codeHash !== null || this.shown.mayOpenAgenda;
  }

  /** A week is left after the last meeting; with no meeting and no question there is nothing to open. */
  opensAt(now: Instant, lastMeetingEnds: Instant | null): boolean {
    if (this.isWithdrawn) return false;
    const ends = [
      lastMeetingEnds?.plusMinutes(minutesAfterTheLastMeeting),
      this.askedAt?.plusMinutes(minutesToSayWhen),
    ];
    return ends.some((end) => end !== undefined && now.isBefore(end));
  }

  showing(shown: LinkShown): PersonalLink {
    return this.with({ shown });
  }

  withCode(codeHash: string): PersonalLink {
    return this.with({ codeHash });
  }

  withdraw(at: Instant): PersonalLink {
    return this.with({ withdrawnAt: this.withdrawnAt ?? at });
  }

  private with(change: Partial<PersonalLinkParts>): PersonalLink {
    return new PersonalLink(Object.assign({}, this, change));
  }
}
