import type { CalendarDate } from '../kernel/calendar-date';
import { show, type Shown } from '../platform/web/answer';
import { type Asked, choiceField, dayField, wordsTyped } from '../platform/web/controls';
import { type Fault, faultModel, type Typed } from '../platform/web/form';
import { waysOfReading } from './domain/notes';
import { nameIn, type Speech } from './hold.pages';
import { markOf, type NotesWithTasks } from './meeting-tasks.service';
import { taskSentence } from './task-words';

interface ReadPage extends NotesWithTasks {
  readonly today: CalendarDate;
  readonly typed?: Typed;
  readonly faults?: readonly Fault[];
}

/** The notes as they are read together with the service user, who strikes what the others are not to have. */
export function readPage({ typed, faults = [], ...shown }: ReadPage, speech: Speech): Shown {
  const { meeting, group, notes, tasks, names, today } = shown;
  const { say } = speech;
  const name = nameIn(names, group.serviceUserId, say);
  const model = faultModel(faults, say);
  const known: Typed = typed ?? { readHow: 'at-meeting', readOn: today.iso };
  const asked: Asked = { say, typed: known, faultAt: model.at };
  const ways = waysOfReading.filter((way) => way !== 'own-page');
  const struck = wordsTyped(known, 'struck');
  const tick = (id: string, kind: string, text: string) => ({
    id: `struck-${id}`,
    value: id,
    kind: say(`notes.kind.${kind}`),
    text,
    checked: struck.includes(id),
    label: text.slice(0, 60),
  });
  const items = notes.items.map((item) => ({
    title: item.title,
    lines: [
      ...notes.lines
        .filter(({ itemId, isStruck }) => itemId === item.itemId && !isStruck)
        .map(({ id, kind, text }) => tick(id, kind, text)),
      ...tasks
        .filter(({ itemId }) => itemId === item.itemId)
        .map((task) => tick(task.id, 'task', taskSentence(task, { ...speech, names }))),
    ],
  }));
  const home = `/meetings/${meeting.id}/notes`;
  return show(
    'notes/read',
    {
      title: say('notes.read.title', { name }),
      caption: say('notes.notes.title', { number: meeting.number }),
      lead: say('notes.read.lead', { name }),
      back: home,
      change: { text: say('notes.read.change'), href: home },
      action: `${home}/read`,
      seen: markOf(notes, tasks),
      errorSummary: model.errorSummary,
      items: items.filter(({ lines }) => lines.length > 0),
      isEmpty: items.every(({ lines }) => lines.length === 0),
      how: choiceField(
        asked,
        'readHow',
        ways.map((way) => ({ value: way, text: say(`notes.way.${way}`) })),
      ),
      on: dayField(asked, 'readOn'),
      button: say('notes.read.button', { name }),
      show:
        notes.state === 'writing'
          ? { lead: say('notes.read.later', { name }), text: say('notes.step.show', { name }), action: `${home}/show` }
          : null,
    },
    { status: faults.length > 0 ? 422 : 200 },
  );
}
