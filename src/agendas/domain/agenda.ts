import { DomainError } from '../../kernel/domain-error';
import type { AgendaItemId, MeetingId, OrganisationId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import { type AgendaId, AgendaItem, type ItemContent } from './agenda-item';

export type AgendaState = 'draft' | 'open' | 'in-progress' | 'closed';

const mayBecome = {
  draft: ['open'],
  open: ['in-progress'],
  'in-progress': ['closed'],
  closed: [],
} as const satisfies Record<AgendaState, readonly AgendaState[]>;

const follows = (from: AgendaState, to: AgendaState): boolean => {
  const next: readonly AgendaState[] = mayBecome[from];
  return next.includes(to);
};

export interface AgendaParts {
  readonly id: AgendaId;
  readonly organisationId: OrganisationId;
  readonly meetingId: MeetingId;
  readonly state?: AgendaState;
  readonly releasedAt?: Instant | null;
  readonly items: readonly AgendaItem[];
}

// More than anybody can take in at one meeting; a list longer than this is a fault, not an agenda.
const mostItems = 40;

export type Direction = 'up' | 'down';

/** What one meeting takes up, in order. What has been released stays as it was released. */
export class Agenda {
  readonly id: AgendaId;
  readonly organisationId: OrganisationId;
  readonly meetingId: MeetingId;
  readonly state: AgendaState;
  readonly releasedAt: Instant | null;
  readonly items: readonly AgendaItem[];

  constructor({ state = 'draft', releasedAt = null, ...given }: AgendaParts) {
    if (given.items.length > mostItems) throw new DomainError('agendaTooLong', { field: 'itemTitle', max: mostItems });
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.meetingId = given.meetingId;
    this.state = state;
    this.releasedAt = releasedAt;
    this.items = given.items.map((item, index) => (item.position === index + 1 ? item : item.at(index + 1)));
  }

  get minutes(): number {
    return this.items.reduce((sum, item) => sum + item.minutes, 0);
  }

  get isReleased(): boolean {
    return this.releasedAt !== null;
  }

  item(id: AgendaItemId): AgendaItem {
    const found = this.items.find((item) => item.id === id);
    if (!found) throw new DomainError('notFound');
    return found;
  }

  add(item: AgendaItem): Agenda {
    return this.withItems([...this.items, item]);
  }

  change(id: AgendaItemId, content: ItemContent): Agenda {
    const changed = this.item(id).saying(content);
    return this.withItems(this.items.map((item) => (item.id === id ? changed : item)));
  }

  remove(id: AgendaItemId): Agenda {
    const removed = this.item(id);
    return this.withItems(this.items.filter((item) => item !== removed));
  }

  /** One step; the first item stays when it is moved up, and the last when it is moved down. */
  move(id: AgendaItemId, direction: Direction): Agenda {
    const moved = this.item(id);
    const from = this.items.indexOf(moved);
    const to = direction === 'up' ? from - 1 : from + 1;
    const neighbour = this.items[to];
    if (!neighbour) return this;
    return this.withItems(this.items.map((item, index) => (index === from ? neighbour : index === to ? moved : item)));
  }

  /** The same agenda with all its items put in place of those it had. */
  withItems(items: readonly AgendaItem[]): Agenda {
    if (this.isReleased) throw new DomainError('agendaReleased');
    return this.with({ items });
  }

  release(at: Instant): Agenda {
    if (this.items.length === 0) throw new DomainError('agendaEmpty');
    return this.become('open').with({ releasedAt: at });
  }

  become(state: AgendaState): Agenda {
    if (!follows(this.state, state)) throw new DomainError('agendaCannotBecome', { from: this.state, to: state });
    return this.with({ state });
  }

  private with(change: Partial<AgendaParts>): Agenda {
    return new Agenda(Object.assign({}, this, change));
  }
}
