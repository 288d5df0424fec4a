import { wholeCircle } from '../groups/domain/readership';
import { timeInWords } from '../kernel/in-words';
import type { Instant } from '../kernel/instant';
import { show, type Shown } from '../platform/web/answer';
import { type Asked, dayField, selectField, textArea, textField, ticksField } from '../platform/web/controls';
import { type Fault, faultModel, type Typed } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import type { Task } from '../progress/domain/task';
import { endOf, endOfItem, minutesUntil } from './domain/minutes-left';
import type { NoteItem } from './domain/notes';
import { nameIn, type Speech } from './hold.pages';
import { keepWords, onceMore } from './line.pages';
import type { Screen } from './screen-reading.service';
import { taskFacts } from './task-words';

/** What everybody in the room may read; the rest is not for a screen they share. */
const isForTheRoom = ({ readership }: Pick<NoteItem, 'readership'>): boolean =>
  readership.audience === wholeCircle.audience;

const titleOf = (item: NoteItem): string => (isForTheRoom(item) ? item.title : item.neutralTitle);

/** A guest in the room has come to their own item, and to no other. */
const titleOfNext = ({ item, notes: { items } }: Screen, place: number): string => {
  const next = items[place + 1];
  if (!next) return '';
  return item.guest === null ? titleOf(next) : next.neutralTitle;
};

const fieldsShown = ['outcome', 'decision', 'taskWhat', 'taskWho', 'taskWith', 'taskBy', 'taskGoal'];

/** What is refused about anything else, such as the next agenda, is told of the page as a whole. */
const onThePage = (fault: Fault): Fault => (fieldsShown.includes(fault.field) ? fault : { ...fault, field: 'form' });

interface Pressed extends Screen {
  readonly typed?: Typed;
  readonly faults?: readonly Fault[];
}

/** One item in large type, for a screen that all in the room look at. */
export function screenPage({ typed = {}, faults = [], ...screen }: Pressed, speech: Speech): Shown {
  const { meeting, group, item, notes, names, form } = screen;
  const { say } = speech;
  const model = faultModel(faults.map(onThePage), say);
  const asked: Asked = { say, typed, faultAt: model.at };
  const place = notes.items.indexOf(item);
  const serviceUser = nameIn(names, group.serviceUserId, say);
  return show(
    'notes/screen',
    {
      title: titleOf(item),
      place: say('notes.screen.place', { number: place + 1, of: notes.items.length }),
      led: say(`notes.leader.${item.leader}`, { name: serviceUser }),
      clocks: clocksOf(screen, speech),
      line: isForTheRoom(item) ? item.line : '',
      action: `/meetings/${meeting.id}/hold/${item.itemId}`,
      back: { text: say('notes.screen.back'), href: `/meetings/${meeting.id}/hold` },
      keep: `hold-${item.itemId}`,
      once: onceMore(form, typed, faults),
      errorSummary: model.errorSummary,
      lines: linesOf(screen, say),
      under: underItem(screen, speech),
      outcome: textArea(asked, 'outcome', { hint: say('notes.screen.forOthers') }),
      decision: textArea(asked, 'decision', { hint: say('notes.screen.ownWords', { name: serviceUser }) }),
      task: taskFieldsOf(screen, asked),
      isTaskOpen: item.standing === 'newTasks' || faults.some(({ field }) => field.startsWith('task')),
      buttons: buttonsOf(screen, place, say),
      status: keepWords(speech),
      scripts: ['keep-typing', 'minutes-left'],
    },
    { status: faults.length > 0 ? 422 : 200 },
  );
}

function clocksOf(screen: Screen, { say, language }: Speech) {
  const { meeting, notes, item, now } = screen;
  const over = endOf(meeting, notes.begunAt);
  return [
    clock('item', endOfItem(item, notes, now), { now, say }),
    {
      ...clock('meeting', over, { now, say }),
      until: say('notes.left.until', { time: timeInWords(over.timeIn(meeting.zone), language) }),
    },
  ];
}

/** Finished words for this moment, and the sentences a script needs to say the coming ones. */
function clock(of: 'item' | 'meeting', ends: Instant, { now, say }: { readonly now: Instant; readonly say: Say }) {
  const left = minutesUntil(now, ends);
  const counted = (key: string, count: number): string => say(`notes.left.${key}`, { count });
  const text = left > 0 ? counted('left', left) : left === 0 ? say('notes.left.now') : counted('over', -left);
  const open = { count: '{count}' };
  return {
    of: say(`notes.left.${of}`),
    text,
    until: '',
    isOver: left < 0,
    minutes: String(left),
    now: say('notes.left.now'),
    left: { one: say('notes.left.left.one', open), other: say('notes.left.left.other', open) },
    over: { one: say('notes.left.over.one', open), other: say('notes.left.over.other', open) },
  };
}

/** What has been written about the item so far, where the room may see it. */
function linesOf({ notes, item }: Screen, say: Say) {
  const own = notes.lines.filter(({ itemId, isStruck }) => itemId === item.itemId && !isStruck);
  const shown = isForTheRoom(item) ? own.filter(isForTheRoom) : [];
  const hidden = own.length - shown.length;
  return {
    shown: shown.map(({ id, kind, text }) => ({
      kind: say(`notes.kind.${kind}`),
      text,
      href: `/meetings/${notes.meetingId}/notes/lines/${id}`,
    })),
    hidden: hidden === 0 ? '' : say('notes.screen.hidden', { count: hidden }),
  };
}

/** What some of the standing items are there for. */
function underItem(screen: Screen, { say, language }: Speech) {
  const { item, notes, goals, tasks, heldBack, names, group } = screen;
  const forRoom = tasks.filter((task) => isForTheRoom(task) && !heldBack.has(task.id));
  const hidden = tasks.length - forRoom.length;
  const modelOf = (task: Task) => ({
    ...taskFacts(task, { say, language, names, today: screen.now.dayIn(screen.meeting.zone) }),
    buttons: (['done', 'put-aside'] as const).map((became) => ({
      value: `${became}-${task.id}`,
      text: say(`notes.task.${became}`),
      about: task.what,
    })),
  });
  const rooms: Readonly<Record<string, string>> = { star: 'star', goals: 'goals', crisisPlan: 'crisis-plan' };
  const room = rooms[item.standing];
  return {
    tasks: item.standing === 'tasksSince' ? forRoom.map(modelOf) : [],
    noTasks: item.standing === 'tasksSince' && forRoom.length === 0 ? say('notes.screen.noTasks') : '',
    hiddenTasks: item.standing === 'tasksSince' && hidden > 0 ? say('notes.screen.hiddenTasks', { count: hidden }) : '',
    goals:
      item.standing === 'goals' ? goals.map(({ words, span }) => ({ words, span: say(`notes.goal.${span}`) })) : [],
    noGoals: item.standing === 'goals' && goals.length === 0 ? say('notes.screen.noGoals') : '',
    link: room === undefined ? null : { text: say(`notes.screen.${room}`), href: `/groups/${notes.groupId}/${room}` },
    of: nameIn(names, group.serviceUserId, say),
  };
}

// That somebody was invited to another item is not for the room to see.
function taskFieldsOf({ group, names, goals, item }: Screen, asked: Asked) {
  const { say } = asked;
  const people = group.present
    .filter(({ part, personId }) => part !== 'adjunct' || personId === item.guest)
    .map(({ personId }) => ({ value: personId, text: nameIn(names, personId, say) }));
  const nobody = { value: '', text: say('notes.task.choose') };
  return {
    what: textField(asked, 'taskWhat'),
    who: selectField(asked, 'taskWho', [nobody, ...people]),
    with: ticksField(asked, 'taskWith', people),
    by: dayField(asked, 'taskBy'),
    // The goals are the service user's and the group's; a guest in the room has no part in them.
    goal: item.guest === null ? selectField(asked, 'taskGoal', goalOptions(goals, say)) : null,
  };
}

const goalOptions = (goals: Screen['goals'], say: Say) => [
  { value: '', text: say('notes.task.noGoal') },
  ...goals.map(({ id, words }) => ({ value: id, text: words })),
];

function buttonsOf(screen: Screen, place: number, say: Say) {
  const { notes, item } = screen;
  const isLast = place === notes.items.length - 1;
  return {
    isOver: notes.isOver,
    previous: place === 0 ? '' : say('notes.screen.previous'),
    next: isLast ? '' : say('notes.screen.next'),
    upNext: titleOfNext(screen, place),
    stay: say('notes.screen.save'),
    addTask: say('notes.task.add'),
    putOff: item.isPutOff || notes.isOver ? '' : say('notes.screen.putOff'),
    isPutOff: item.isPutOff ? say('notes.screen.isPutOff') : '',
    end: say('notes.screen.end'),
  };
}
