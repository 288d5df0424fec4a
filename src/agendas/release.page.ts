import type { Member } from '../groups/domain/member';
import { parts } from '../groups/domain/part';
import { show, type Shown } from '../platform/web/answer';
import { type Fault, faultModel } from '../platform/web/form';
import type { AgendaShown } from './agenda-reading.service';
import { fitTag, hoursOfItem, nameIn, type Speech } from './agenda-words';
import type { AgendaItem } from './domain/agenda-item';
import { copyFor, linesOf, type ReleasedLine, sliceFor } from './domain/released-agenda';

/** Who will see what, before an agenda goes out. */
export function releasePage(shown: AgendaShown, { say, language }: Speech, faults: readonly Fault[] = []): Shown {
  const { meeting, agenda } = shown;
  const copies = copiesIn(shown);
  const of = agenda.items.length;
  return show(
    'agendas/release',
    {
      title: say('agendas.release.title', { number: meeting.number }),
      back: `/meetings/${meeting.id}/agenda`,
      action: `/meetings/${meeting.id}/agenda/release`,
      errorSummary: faultModel(faults, say).errorSummary,
      isEmpty: of === 0,
      lead: say('agendas.release.lead', {
        count: copies.length,
        all: copies.filter(({ lines }) => lines.length === of).length,
        of,
      }),
      fit: fitTag(shown, say),
      copies: {
        caption: say('agendas.release.caption'),
        head: ['who', 'part', 'count', 'which'].map((column) => ({ text: say(`agendas.release.${column}`) })),
        rows: copies.map((copy) => ({
          header: nameIn(shown.people, copy.member.personId, say),
          cells: [
            { text: say(`groups.part.${copy.member.part}`) },
            { text: say('agendas.release.some', { count: copy.lines.length, of }) },
            { text: whichInWords(copy, shown, { say, language }) },
          ],
        })),
      },
    },
    { status: faults.length > 0 ? 422 : 200 },
  );
}

interface Copy {
  readonly member: Member;
  readonly lines: readonly ReleasedLine[];
}

/** An expert who is not invited to anything gets nothing, and is left out. */
function copiesIn({ group, agenda }: AgendaShown): readonly Copy[] {
  const all = linesOf(agenda);
  return group.present
    .map((member) => ({ member, lines: copyFor(all, member) }))
    .filter(({ member, lines }) => member.part !== 'adjunct' || lines.length > 0)
    .toSorted((one, other) => parts.indexOf(one.member.part) - parts.indexOf(other.member.part));
}

function whichInWords({ member, lines }: Copy, { agenda, meeting }: AgendaShown, speech: Speech): string {
  const { say } = speech;
  const ids = new Set(lines.map(({ itemId }) => itemId));
  const seen = agenda.items.filter(({ id }) => ids.has(id));
  const missed = agenda.items.filter(({ id }) => !ids.has(id));
  if (missed.length === 0) return say('agendas.release.all');
  if (seen.length === 0) return say('agendas.release.none');
  const slice = member.part === 'adjunct' ? sliceFor(lines, member.personId) : null;
  if (slice) return say('agendas.release.slice', { items: numbers(seen), hours: hoursOfItem(meeting, slice, speech) });
  return missed.length < seen.length
    ? say('agendas.release.allBut', { items: numbers(missed) })
    : say('agendas.release.items', { items: numbers(seen) });
}

const numbers = (items: readonly AgendaItem[]): string => items.map(({ position }) => String(position)).join(', ');
