import { dayInWords, spanInWords } from '../kernel/in-words';
import { show, type Shown } from '../platform/web/answer';
import { countIn, type NotesCopy } from './domain/copies';
import { nameIn, type Speech } from './hold.pages';
import { attendanceRows } from './notes.pages';
import type { Copies, PersonsCopy } from './note-copies.service';

/** Everything one copy says, in finished words, for the page, the paper and the plain text alike. */
export interface CopyInWords {
  readonly title: string;
  readonly caption: string;
  readonly when: string;
  readonly forWhom: string;
  readonly kind: string;
  readonly attendance: { readonly rows: readonly { readonly key: string; readonly value: string }[] };
  readonly items: readonly {
    readonly title: string;
    readonly isPutOff: string;
    readonly lines: readonly { readonly kind: string; readonly text: string }[];
  }[];
  readonly isEmpty: string;
  readonly next: string;
  readonly foot: string;
}

export function copyInWords(copy: NotesCopy, shown: Copies, { say, language }: Speech): CopyInWords {
  const { meeting, group, notes, names, next } = shown;
  const serviceUser = nameIn(names, group.serviceUserId, say);
  const { isWhole, items } = copy;
  return {
    title: say(isWhole ? 'notes.copy.title' : 'notes.copy.ofItem'),
    caption: group.name,
    when: spanInWords(meeting.span, language),
    forWhom: say('notes.copy.for', { name: nameIn(names, copy.reader.personId, say) }),
    kind: notes.isHeld || !isWhole ? '' : say('notes.reconciliation', { name: serviceUser }),
    attendance: { rows: attendanceRows(copy, names, say) },
    items: items.map(({ title, isPutOff, lines }) => ({
      title,
      isPutOff: isPutOff ? say('notes.screen.isPutOff') : '',
      lines: lines.map(({ kind, text }) => ({ kind: say(`notes.kind.${kind}`), text })),
    })),
    isEmpty: items.length === 0 ? say('notes.copy.empty') : '',
    next: isWhole && next ? say('notes.copy.next', { when: spanInWords(next.span, language) }) : '',
    foot: say('notes.copy.foot', { name: serviceUser }),
  };
}

/** Who gets what, and beneath it every copy on paper of its own. */
export function copiesPage(shown: Copies, speech: Speech): Shown {
  const { meeting, notes, names, copies, without } = shown;
  const { say } = speech;
  const home = `/meetings/${meeting.id}/notes`;
  return show('notes/copies', {
    title: say('notes.copies.title', { number: meeting.number }),
    lead: leadOf(shown, speech),
    back: home,
    who: {
      caption: say('notes.copies.caption', { count: copies.length }),
      head: ['person', 'part', 'count', 'print', 'text'].map((column) => ({ text: say(`notes.copies.${column}`) })),
      rows: copies.map((copy) => ({
        header: nameIn(names, copy.reader.personId, say),
        cells: [
          { text: say(`groups.part.${copy.reader.part}`) },
          { text: say('notes.copies.countOf', { ...countIn(notes, copy) }) },
          { text: say('notes.copies.toPrint'), href: `${home}/for/${copy.reader.personId}` },
          { text: say('notes.copies.toText'), href: `${home}/for/${copy.reader.personId}/notes.txt` },
        ],
      })),
    },
    without: without.map(({ personId }) => say('notes.copies.without', { name: nameIn(names, personId, say) })),
    copies: copies.map((copy) => copyInWords(copy, shown, speech)),
  });
}

function leadOf({ notes, names, group }: Copies, { say, language }: Speech): string {
  const name = nameIn(names, group.serviceUserId, say);
  if (notes.letGoOn === null) return say(`notes.copies.${notes.state}`, { name });
  return say('notes.copies.released', { name, day: dayInWords(notes.letGoOn, language) });
}

/** One person's copy on A4. */
export function copyPage(shown: Copies & PersonsCopy, speech: Speech): Shown {
  const { meeting, copy } = shown;
  const home = `/meetings/${meeting.id}/notes`;
  const inWords = copyInWords(copy, shown, speech);
  return show('notes/copy', {
    title: inWords.forWhom,
    copy: inWords,
    back: { text: speech.say('notes.copies.back'), href: `${home}/copies` },
    text: { text: speech.say('notes.copies.toText'), href: `${home}/for/${copy.reader.personId}/notes.txt` },
  });
}
