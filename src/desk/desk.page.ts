import { dayInWords, Language, spanInWords } from '../kernel/in-words';
import { show, Shown } from '../platform/web/answer';
import type { Say } from '../platform/web/words';
import type { GroupOnDesk, ToDo } from './domain/group-on-desk';

interface Reader {
  readonly say: Say;
  readonly language: Language;
}

export function deskPage(groups: readonly GroupOnDesk[], reader: Reader): Shown {
  const { say } = reader;
  return show('desk/desk', {
    title: say('desk.title'),
    toDo: { items: groups.flatMap((one) => taskOf(one, reader)) },
    hasToDo: groups.some(({ toDo }) => toDo !== null),
    isEmpty: groups.length === 0,
    groups: {
      caption: say('desk.groups'),
      captionHidden: true,
      head: ['group', 'next', 'ahead'].map((column) => ({ text: say(`desk.column.${column}`) })),
      rows: groups.map((one) => rowOf(one, reader)),
    },
  });
}

const leads = {
  form: '',
  plan: '/plan',
  send: '/send',
  'plan-further': '/plan',
} as const satisfies Record<ToDo, string>;

function taskOf({ group, toDo, next }: GroupOnDesk, { say, language }: Reader) {
  if (toDo === null) return [];
  const task = {
    text: say(`desk.toDo.${toDo}`, { group: group.name }),
    href: `/groups/${group.id}${leads[toDo]}`,
    status: { text: say('desk.toDo.status'), shape: 'open' },
  };
  if (next === null) return [task];
  return [{ ...task, hint: say('desk.toDo.next', { day: dayInWords(next.day, language) }) }];
}

function rowOf({ group, next, ahead }: GroupOnDesk, { say, language }: Reader) {
  return {
    cells: [
      { text: group.name, href: `/groups/${group.id}` },
      { text: next === null ? say('desk.noMeeting') : spanInWords(next.span, language) },
      { text: say('desk.ahead', { count: ahead }) },
    ],
  };
}
