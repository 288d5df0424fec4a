import type { GroupId, MeetingId, OrganisationId, PersonId } from '../kernel/identifiers';
import type { Act } from './domain/act';
import type { Wish, WishId } from './domain/wish';

/** Whose answers: everybody's in a group, or one person's, or theirs about one meeting. */
export interface AnswersPlace {
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly personId?: PersonId;
  readonly meetingId?: MeetingId;
}

/** Keeps what people answered and wished. Whether a viewer may see it is the group's to say, and is asked first. */
export abstract class AnswersRepository {
  /** In the order they came. */
  abstract acts(place: AnswersPlace): Promise<readonly Act[]>;
  abstract hasSource(source: string): Promise<boolean>;
  /** false when an act of the same source is there already, also one that another process is adding just now. */
  abstract add(act: Act): Promise<boolean>;
  /** In the order they came. */
  abstract wishes(place: AnswersPlace): Promise<readonly Wish[]>;
  abstract wish(organisationId: OrganisationId, id: WishId): Promise<Wish | null>;
  abstract saveWish(wish: Wish): Promise<void>;
}
