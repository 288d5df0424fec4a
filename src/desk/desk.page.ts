import { dayInWords, Language, spanInWords } from '../kernel/in-words';
import { show, Shown } from '../platform/web/answer';
import type { Say } from '../platform/web/words';
import type { Lying } from './desk.service';
import type { GroupOnDesk, ToDo } from './domain/group-on-desk';

interface Reader {
  readonly say: Say;
  readonly language: Language;
}

export function deskPage(groups: readonly Lying[], reader: Reader): Shown {
  const { say } = reader;
  const tasks = groups.flatMap((one) => [...chaseOf(one, reader), ...repliesOf(one, reader), ...taskOf(one, reader)]);
  return show('desk/desk', {
    title: say('desk.title'),
    toDo: { items: tasks },
    hasToDo: tasks.length > 0,
    isEmpty: groups.length === 0,
    groups: {
      caption: say('desk.groups'),
      captionHidden: true,
      head: ['group', 'next', 'ahead', 'answers'].map((column) => ({ text: say(`desk.column.${column}`) })),
      rows: groups.map((one) => rowOf(one, reader)),
    },
  });
}

const leads = {
  form: '',
  plan: '/plan',
  send: '/send',
  'plan-further': '/next',
} as const satisfies Record<ToDo, string>;

function taskOf({ group, toDo, next }: GroupOnDesk, { say, language }: Reader) {
  if (toDo === null) return [];
  const task = {
    text: say(`desk.toDo.${toDo}`, { group: group.name }),
    href: `/groups/${group.id}${leads[toDo]}`,
    status: statusIn(say),
  };
  if (next === null) return [task];
  return [{ ...task, hint: say('desk.toDo.next', { day: dayInWords(next.day, language) }) }];
}

function chaseOf({ group, silent }: GroupOnDesk, { say }: Reader) {
  if (silent === 0) return [];
  const text = say('desk.toDo.chase', { count: silent, group: group.name });
  return [{ text, href: `/groups/${group.id}/answers`, status: statusIn(say) }];
}

function repliesOf({ group, toConfirm }: Lying, { say }: Reader) {
  if (toConfirm === 0) return [];
  const text = say('desk.toDo.replies', { count: toConfirm, group: group.name });
  return [{ text, href: `/groups/${group.id}/replies`, status: statusIn(say) }];
}

const statusIn = (say: Say) => ({ text: say('desk.toDo.status'), shape: 'open' });

function rowOf({ group, next, ahead, answers }: GroupOnDesk, { say, language }: Reader) {
  return {
    cells: [
      { text: group.name, href: `/groups/${group.id}` },
      { text: next === null ? say('desk.noMeeting') : spanInWords(next.span, language) },
      { text: say('desk.ahead', { count: ahead }) },
      answers === null
        ? { text: say('desk.notAsked') }
        : { text: say('desk.answers', { ...answers }), href: `/groups/${group.id}/answers` },
    ],
  };
}
