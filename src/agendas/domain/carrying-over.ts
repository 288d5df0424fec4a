import { DomainError } from '../../kernel/domain-error';
import type { AgendaItemId, MeetingId } from '../../kernel/identifiers';
import type { Meeting } from '../../meetings/domain/meeting';
import type { Agenda } from './agenda';
import { AgendaItem } from './agenda-item';
import { contentOf } from './copying';

/** A meeting and what it takes up. */
export interface PlannedMeeting {
  readonly meeting: Meeting;
  readonly agenda: Agenda;
}

export type WayOfCarrying = 'move' | 'copy';
export const waysOfCarrying: readonly WayOfCarrying[] = ['move', 'copy'];

export interface Carrying {
  readonly meetingId: MeetingId;
  readonly itemId: AgendaItemId;
  readonly way: WayOfCarrying;
  /** The id it has on the next agenda. */
  readonly newId: AgendaItemId;
}

/** Whether something more may be put on a meeting's agenda. */
export const takesItems = ({ meeting, agenda }: PlannedMeeting): boolean =>
  agenda.isEditable && meeting.state !== 'held' && meeting.state !== 'cancelled';

/** The soonest meeting after this one whose agenda may still be changed. */
export function meetingAfter<Planned extends PlannedMeeting>(
  meeting: Meeting,
  all: readonly Planned[],
): Planned | null {
  const later = all.filter((other) => takesItems(other) && meeting.startsAt.isBefore(other.meeting.startsAt));
  return later.toSorted(bySoonest)[0] ?? null;
}

const bySoonest = (one: PlannedMeeting, other: PlannedMeeting): number =>
  one.meeting.startsAt.isBefore(other.meeting.startsAt) ? -1 : 1;

/**
 * The agendas that change when an item is taken up at the next meeting instead, or there as well. Once its meeting has
 * begun an item stays on that agenda, which tells what was to be taken up. A guest comes along only when the item moves.
 */
export function carriedOver(all: readonly PlannedMeeting[], carrying: Carrying): readonly Agenda[] {
  const from = all.find(({ meeting }) => meeting.id === carrying.meetingId);
  if (!from) throw new DomainError('notFound');
  const item = from.agenda.item(carrying.itemId);
  const next = meetingAfter(from.meeting, all);
  if (!next) throw new DomainError('noNextMeeting');
  if (next.agenda.isFull) throw new DomainError('nextAgendaFull');
  if (next.agenda.items.some((other) => isAlike(other, item))) throw new DomainError('onNextAgendaAlready');
  const moves = carrying.way === 'move';
  const arrived = next.agenda.add(arriving(item, next.agenda, { ...carrying, guest: moves ? item.guest : null }));
  return moves && from.agenda.isEditable ? [from.agenda.remove(item.id), arrived] : [arrived];
}

const isAlike = (one: AgendaItem, other: AgendaItem): boolean => one.title === other.title && one.line === other.line;

const arriving = (
  item: AgendaItem,
  { id: agendaId, organisationId, items }: Agenda,
  { newId: id, guest }: Pick<Carrying, 'newId'> & Pick<AgendaItem, 'guest'>,
): AgendaItem => {
  const { standing, proposedBy } = item;
  const origin = { id, organisationId, agendaId, standing, proposedBy, position: items.length + 1 };
  return new AgendaItem({ ...contentOf(item), ...origin, guest });
};
