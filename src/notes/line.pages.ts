import { audiences } from '../groups/domain/readership';
import type { PersonId } from '../kernel/identifiers';
import { show, type Shown } from '../platform/web/answer';
import { type Asked, choiceField, selectField, textArea, ticksField, wordTyped } from '../platform/web/controls';
import { type Fault, faultModel, type Typed } from '../platform/web/form';
import type { NoteLine } from './domain/note-line';
import { nameIn, type Speech } from './hold.pages';
import type { FormId } from './notes.repository';
import type { BegunShown } from './notes-reading.service';

interface Asking extends BegunShown {
  readonly typed?: Typed;
  readonly faults?: readonly Fault[];
}

/** One line more, written afterwards. */
export function newLinePage(
  { typed, faults = [], ...shown }: Asking & { readonly form: FormId },
  speech: Speech,
): Shown {
  const { notes, form } = shown;
  const { say } = speech;
  const model = faultModel(faults, say);
  const asked: Asked = { say, typed: typed ?? { lineKind: 'outcome' }, faultAt: model.at };
  const home = `/meetings/${notes.meetingId}/notes`;
  const lineItem = wordTyped(asked.typed, 'lineItem');
  return show(
    'notes/new-line',
    {
      title: say('notes.line.new'),
      back: home,
      action: `${home}/lines/new`,
      once: onceMore(form, asked.typed, faults),
      stands: faults.some(saysMore)
        ? notes.lines.filter(({ itemId, isStruck }) => itemId === lineItem && !isStruck)
        : [],
      keep: `line-${notes.id}`,
      errorSummary: model.errorSummary,
      item: selectField(
        asked,
        'lineItem',
        notes.items.map(({ itemId, title }) => ({ value: itemId, text: title })),
      ),
      kind: choiceField(
        asked,
        'lineKind',
        (['outcome', 'decision'] as const).map((kind) => ({ value: kind, text: say(`notes.kind.${kind}`) })),
      ),
      text: textArea(asked, 'lineText', { rows: '5' }),
      status: keepWords(speech),
      scripts: ['keep-typing'],
    },
    { status: faults.length > 0 ? 422 : 200 },
  );
}

const saysMore = ({ code }: Fault): boolean => code === 'formSaysMore';

/** A form that is shown again is the same form, unless what it said first has come already. */
export const onceMore = (fresh: FormId, typed: Typed, faults: readonly Fault[]): string =>
  faults.some(saysMore) ? fresh : wordTyped(typed, 'once') || fresh;

interface LineAsking extends Asking {
  readonly line: NoteLine;
  /** Somebody has changed the line since the form was opened; what stands is shown beside what was typed. */
  readonly isStale?: boolean;
}

/** One line as it stands, and who may read it. */
export function linePage({ line, typed, faults = [], isStale = false, ...shown }: LineAsking, speech: Speech): Shown {
  const { notes, names } = shown;
  const { say } = speech;
  const model = faultModel(faults, say);
  const asked: Asked = { say, typed: typed ?? typedFor(line), faultAt: model.at };
  const item = notes.item(line.itemId);
  const home = `/meetings/${notes.meetingId}/notes`;
  const guest = item.guest;
  return show(
    'notes/line',
    {
      title: say('notes.line.title'),
      caption: item.title,
      back: home,
      action: `${home}/lines/${line.id}`,
      removeAction: `${home}/lines/${line.id}/remove`,
      version: String(line.version),
      keep: `line-${line.id}-${String(line.version)}`,
      errorSummary: model.errorSummary,
      stands: isStale ? { lead: say('notes.line.stale'), text: line.text } : null,
      text: textArea(asked, 'lineText', { rows: '5' }),
      audience: choiceField(
        asked,
        'lineAudience',
        audiences.map((audience) => ({ value: audience, text: say(`notes.audience.${audience}`) })),
      ),
      named: ticksField(asked, 'lineNamed', namable(shown, speech)),
      guest:
        guest === null
          ? null
          : ticksField(asked, 'lineGuest', [
              { value: 'yes', text: say('notes.line.guest', { name: nameIn(names, guest, say) }) },
            ]),
      status: keepWords(speech),
      scripts: ['keep-typing'],
    },
    { status: faults.length > 0 || isStale ? 422 : 200 },
  );
}

const typedFor = ({ text, readership, guest }: NoteLine): Typed => ({
  lineText: text,
  lineAudience: readership.audience,
  lineNamed: readership.named,
  lineGuest: guest === null ? '' : 'yes',
});

/** The two who chair read everything, so they are not among those to be named; nor are those who come to one item. */
const namable = ({ group, names }: BegunShown, { say }: Speech) =>
  group.present
    .filter(({ part }) => part === 'doctor' || part === 'network')
    .map(({ personId }: { personId: PersonId }) => ({ value: personId, text: nameIn(names, personId, say) }));

export const keepWords = ({ say }: Speech) => ({
  restored: say('notes.keep.restored'),
  offline: say('notes.keep.offline'),
  online: say('notes.keep.online'),
  saving: say('notes.keep.saving'),
});
