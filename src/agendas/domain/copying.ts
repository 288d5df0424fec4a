import type { AgendaItemId } from '../../kernel/identifiers';
import type { Agenda } from './agenda';
import { AgendaItem, type ItemContent, type ItemSource } from './agenda-item';
import { fitted } from './fit';

export type NewItem = ItemContent & ItemSource;

export const itemsIn = (
  { id: agendaId, organisationId }: Pick<Agenda, 'id' | 'organisationId'>,
  contents: readonly NewItem[],
  newId: () => AgendaItemId,
): readonly AgendaItem[] =>
  contents.map(
    (content, index) => new AgendaItem({ ...content, id: newId(), agendaId, organisationId, position: index + 1 }),
  );

interface Lengths {
  /** The meeting it is copied from, in minutes. */
  readonly from: number;
  readonly to: number;
}

/**
 * The same items for another meeting; between meetings of unlike length their minutes follow along. A guest was invited
 * to one meeting, and what somebody proposed was for one, so neither is copied.
 */
export function copiedContents({ items }: Agenda, { from, to }: Lengths): readonly NewItem[] {
  const kept = items.filter((item) => item.proposedBy === null);
  const minutes = kept.map((item) => item.minutes);
  const shares = from === to ? minutes : fitted(minutes, to);
  return kept.map((item, index) => ({
    ...contentOf(item),
    standing: item.standing,
    guest: null,
    minutes: shares[index] ?? 1,
  }));
}

export const contentOf = (item: AgendaItem): ItemContent => ({
  title: item.title,
  neutralTitle: item.neutralTitle,
  leader: item.leader,
  minutes: item.minutes,
  line: item.line,
  easy: item.easy,
  readership: item.readership,
  guest: item.guest,
});

interface Numbered {
  readonly meeting: { readonly number: number };
  readonly agenda: Agenda;
}

interface Lasting {
  readonly meeting: { readonly minutes: number };
  readonly agenda: Agenda;
}

/** Another meeting's agenda with these items for its own; what people proposed for it, and whom it invites, stays. */
export function copiedOnto(target: Lasting, source: Lasting, newId: () => AgendaItemId): Agenda {
  const lengths = { from: source.meeting.minutes, to: target.meeting.minutes };
  const bare = target.agenda.withItems(itemsIn(target.agenda, copiedContents(source.agenda, lengths), newId));
  const kept = target.agenda.items.filter((item) => item.proposedBy !== null || item.guest !== null);
  return kept.reduce((agenda, item) => agenda.add(item), bare);
}

/** The first meeting has an agenda of its own; what has been released stays. */
export const followsSamePattern = (source: Numbered, other: Numbered): boolean =>
  other.agenda.id !== source.agenda.id &&
  !other.agenda.isReleased &&
  (other.meeting.number === 1) === (source.meeting.number === 1);
