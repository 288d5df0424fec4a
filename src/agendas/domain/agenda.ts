import { DomainError } from '../../kernel/domain-error';
import type { AgendaItemId, MeetingId, OrganisationId, PersonId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import { type AgendaId, AgendaItem, type ItemContent } from './agenda-item';

export type AgendaState = 'draft' | 'open' | 'in-progress' | 'closed';

const mayBecome = {
  draft: ['open'],
  open: ['open', 'in-progress'],
  'in-progress': ['closed'],
  closed: [],
} as const satisfies Record<AgendaState, readonly AgendaState[]>;

const follows = (from: AgendaState, to: AgendaState): boolean => {
  const next: readonly AgendaState[] = mayBecome[from];
  return next.includes(to);
};

const refusalOf = {
  draft: 'agendaBegun',
  open: 'agendaBegun',
  'in-progress': 'agendaBegun',
  closed: 'agendaNotBegun',
} as const satisfies Record<AgendaState, string>;

export interface AgendaParts {
  readonly id: AgendaId;
  readonly organisationId: OrganisationId;
  readonly meetingId: MeetingId;
  readonly state?: AgendaState;
  readonly releasedAt?: Instant | null;
  readonly releaseNumber?: number;
  readonly items: readonly AgendaItem[];
}

// More than anybody can take in at one meeting; a list longer than this is a fault, not an agenda.
const mostItems = 40;

export type Direction = 'up' | 'down';

/** Where a new item comes: first, right after another, or where new items usually come. */
export type Place = 'first' | 'usual' | AgendaItemId;

/** What one meeting takes up, in order. It may be changed until the meeting begins. */
export class Agenda {
  readonly id: AgendaId;
  readonly organisationId: OrganisationId;
  readonly meetingId: MeetingId;
  readonly state: AgendaState;
  /** The newest release; what was released then is kept beside. */
  readonly releasedAt: Instant | null;
  /** How many times it has been released. */
  readonly releaseNumber: number;
  readonly items: readonly AgendaItem[];

  constructor({ state = 'draft', releasedAt = null, ...given }: AgendaParts) {
    if (given.items.length > mostItems) throw new DomainError('agendaTooLong', { field: 'itemTitle', max: mostItems });
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.meetingId = given.meetingId;
    this.state = state;
    this.releasedAt = releasedAt;
    this.releaseNumber = given.releaseNumber ?? (releasedAt === null ? 0 : 1);
    this.items = given.items.map((item, index) => (item.position === index + 1 ? item : item.at(index + 1)));
    requireOneItemEach(this.items);
  }

  get minutes(): number {
    return this.items.reduce((sum, item) => sum + item.minutes, 0);
  }

  get isFull(): boolean {
    return this.items.length >= mostItems;
  }

  get isEditable(): boolean {
    return this.state === 'draft' || this.state === 'open';
  }

  get isReleased(): boolean {
    return this.releasedAt !== null;
  }

  item(id: AgendaItemId): AgendaItem {
    const found = this.items.find((item) => item.id === id);
    if (!found) throw new DomainError('itemGone');
    return found;
  }

  add(item: AgendaItem, place: Place = 'usual'): Agenda {
    return this.withItems(this.items.toSpliced(this.indexAt(place), 0, item));
  }

  /** The service user's own wishes come first: right after the welcome, in the order they were said. */
  addWish(wish: AgendaItem): Agenda {
    const earlier = this.items.findLast((item) => item.proposedBy === wish.proposedBy);
    const welcome = this.items.find((item) => item.standing === 'welcome');
    return this.add(wish, earlier?.id ?? welcome?.id ?? 'first');
  }

  change(id: AgendaItemId, content: ItemContent): Agenda {
    const changed = this.item(id).saying(content);
    return this.withItems(this.items.map((item) => (item.id === id ? changed : item)));
  }

  remove(id: AgendaItemId): Agenda {
    const removed = this.item(id);
    return this.withItems(this.items.filter((item) => item !== removed));
  }

  /** So many steps, and no further than to the first or the last place. */
  move(id: AgendaItemId, direction: Direction, steps = 1): Agenda {
    const moved = this.item(id);
    const others = this.items.filter((item) => item !== moved);
    const place = moved.position - 1 + (direction === 'up' ? -steps : steps);
    return this.withItems(others.toSpliced(Math.max(0, place), 0, moved));
  }

  /** The same agenda with all its items put in place of those it had. */
  withItems(items: readonly AgendaItem[]): Agenda {
    if (!this.isEditable) throw new DomainError('agendaBegun');
    return this.with({ items });
  }

  /** Lets it go out; after changes it may be let out anew, until the meeting begins. */
  release(at: Instant): Agenda {
    if (this.items.length === 0) throw new DomainError('agendaEmpty');
    return this.become('open').with({ releasedAt: at, releaseNumber: this.releaseNumber + 1 });
  }

  begin(): Agenda {
    if (this.state === 'draft') throw new DomainError('agendaNotReleased');
    return this.become('in-progress');
  }

  close(): Agenda {
    return this.become('closed');
  }

  private become(state: AgendaState): Agenda {
    if (!follows(this.state, state)) throw new DomainError(refusalOf[state]);
    return this.with({ state });
  }

  // What is usual comes before the new tasks, which gather up what the other items led to; so does what was to follow
  // an item that somebody else has taken away.
  private indexAt(place: Place): number {
    if (place === 'first') return 0;
    const before = this.items.find((item) => item.id === place);
    if (before) return before.position;
    const newTasks = this.items.find((item) => item.standing === 'newTasks');
    return newTasks ? newTasks.position - 1 : this.items.length;
  }

  private with(change: Partial<AgendaParts>): Agenda {
    return new Agenda(Object.assign({}, this, change));
  }
}

// An expert comes at one time and goes again; a second item would keep them waiting through what is not theirs.
function requireOneItemEach(items: readonly AgendaItem[]): void {
  const guests = items.map(({ guest }) => guest).filter((guest): guest is PersonId => guest !== null);
  if (new Set(guests).size < guests.length) throw new DomainError('guestTwice', { field: 'guest' });
}
