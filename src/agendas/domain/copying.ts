import type { AgendaItemId } from '../../kernel/identifiers';
import type { Agenda } from './agenda';
import { AgendaItem, type ItemContent } from './agenda-item';
import { fitted } from './fit';

export const itemsIn = (
  { id: agendaId, organisationId }: Pick<Agenda, 'id' | 'organisationId'>,
  contents: readonly ItemContent[],
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

/** The same items for another meeting; between meetings of unlike length their minutes follow along. */
export function copiedContents({ items }: Agenda, { from, to }: Lengths): readonly ItemContent[] {
  const minutes = items.map((item) => item.minutes);
  const shares = from === to ? minutes : fitted(minutes, to);
  return items.map(({ title, neutralTitle, leader, line, easy }, index) => ({
    title,
    neutralTitle,
    leader,
    line,
    easy,
    minutes: shares[index] ?? 1,
  }));
}

interface Numbered {
  readonly meeting: { readonly number: number };
  readonly agenda: Agenda;
}

/** The first meeting has an agenda of its own; what has been released stays. */
export const followsSamePattern = (source: Numbered, other: Numbered): boolean =>
  other.agenda.id !== source.agenda.id &&
  !other.agenda.isReleased &&
  (other.meeting.number === 1) === (source.meeting.number === 1);
