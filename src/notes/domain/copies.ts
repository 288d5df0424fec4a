import { mayRead, type Reader } from '../../groups/domain/readership';
import type { Attendance } from './attendance';
import type { LineKind, NoteLine, NoteLineId } from './note-line';
import type { NoteItem, Notes } from './notes';

/** A line without what is only for those who chair. */
export interface CopiedLine {
  readonly id: NoteLineId;
  readonly kind: LineKind;
  readonly text: string;
  /** Only ever in the service user's own. */
  readonly isStruck: boolean;
  readonly comment: string;
}

/** What one person reads of one item. */
export interface CopiedItem {
  /** As the agenda called it, or its neutral title for who may read a line of it but not the item. */
  readonly title: string;
  readonly isPutOff: boolean;
  readonly lines: readonly CopiedLine[];
}

/** The notes as one person may read them; nothing of what they may not read is in it, not even a number. */
export interface NotesCopy {
  readonly reader: Reader;
  readonly items: readonly CopiedItem[];
  /** Empty for somebody who came to one item only. */
  readonly attendance: readonly Attendance[];
  readonly isWhole: boolean;
}

const isGuest = ({ part }: Reader): boolean => part === 'adjunct';

/** A guest reads of their own item, and whoever does a task reads of it. */
function mayReadLine(line: NoteLine, reader: Reader): boolean {
  if (line.doers.includes(reader.personId)) return true;
  return isGuest(reader) ? line.guest === reader.personId : mayRead(line.readership, reader);
}

const mayReadItem = (item: NoteItem, reader: Reader): boolean =>
  isGuest(reader) ? item.guest === reader.personId : mayRead(item.readership, reader);

/** By whom the notes may be read today: the service user first, the others once they are released. */
export function mayOpen(notes: Notes, { personId, part }: Reader): boolean {
  switch (notes.state) {
    case 'writing':
      return false;
    case 'with-service-user':
      return part === 'service-user';
    case 'released':
      return notes.recipients.some((one) => one.personId === personId);
  }
}

/** What a person reads of the notes, whether or not they have been let out. What was struck is in nobody's copy. */
export const copyFor = (notes: Notes, reader: Reader): NotesCopy =>
  copyOf(notes, reader, (line) => (line.isStruck || !mayReadLine(line, reader) ? [] : [shared(line)]));

/** What the service user reads by themselves: all of it, with what they have struck and said. */
export const ownCopy = (notes: Notes): NotesCopy =>
  copyOf(notes, { personId: notes.serviceUserId, part: 'service-user' }, (line) => [
    { ...shared(line), isStruck: line.isStruck, comment: line.comment },
  ]);

const shared = ({ id, kind, text }: NoteLine): CopiedLine => ({ id, kind, text, isStruck: false, comment: '' });

function copyOf(notes: Notes, reader: Reader, copied: (line: NoteLine) => readonly CopiedLine[]): NotesCopy {
  const linesOf = ({ itemId }: NoteItem) => notes.lines.filter((line) => line.itemId === itemId).flatMap(copied);
  const items = notes.items
    .map((item) => ({ title: titleFor(item, reader), isPutOff: item.isPutOff, lines: linesOf(item) }))
    .filter(({ lines }) => lines.length > 0);
  if (isGuest(reader)) return { reader, items, attendance: [], isWhole: false };
  return { reader, items, attendance: attendanceFor(notes, reader), isWhole: true };
}

const titleFor = (item: NoteItem, reader: Reader): string =>
  mayReadItem(item, reader) ? item.title : item.neutralTitle;

// That somebody was invited to an item tells as much as the item does.
function attendanceFor({ items, attendance }: Notes, reader: Reader): readonly Attendance[] {
  const hidden = items.filter((item) => !mayReadItem(item, reader)).map(({ guest }) => guest);
  return attendance.filter(({ personId }) => !hidden.includes(personId));
}

/** Whoever came to one item gets no paper when nothing was written about it. */
export const isForSomebody = ({ isWhole, items }: NotesCopy): boolean => isWhole || items.length > 0;

/** "9 av 12 punkter": how many lines of those that were not struck. */
export const countIn = (notes: Notes, { items }: NotesCopy): { readonly count: number; readonly of: number } => ({
  count: items.flatMap(({ lines }) => lines).length,
  of: notes.lines.filter((line) => !line.isStruck).length,
});
