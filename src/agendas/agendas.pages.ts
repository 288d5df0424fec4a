import type { ResourceGroup } from '../groups/domain/resource-group';
import { dayInWords, hoursInWords, type Language } from '../kernel/in-words';
import { show, type Shown } from '../platform/web/answer';
import type { Say } from '../platform/web/words';
import type { MeetingAgenda } from './agendas.service';
import type { Agenda } from './domain/agenda';
import type { AgendaItem } from './domain/agenda-item';
import { fitOf } from './domain/fit';

interface Speech {
  readonly say: Say;
  readonly language: Language;
}

const stateShape = {
  draft: 'open',
  open: 'done',
  'in-progress': 'warning',
  closed: 'stopped',
} as const satisfies Record<Agenda['state'], string>;

const stateTag = ({ state }: Agenda, say: Say) => ({ text: say(`agendas.state.${state}`), shape: stateShape[state] });

/** "12 minuter för långt" */
function fitInWords({ meeting, agenda }: MeetingAgenda, say: Say): string {
  const fit = fitOf(agenda.minutes, meeting.minutes);
  return fit.kind === 'fits' ? say('agendas.fit.fits') : say(`agendas.fit.${fit.kind}`, { count: fit.by });
}

const isTooLong = ({ meeting, agenda }: MeetingAgenda): boolean => agenda.minutes > meeting.minutes;

/** All of a group's agendas, and one of them for all. */
export function agendasPage(group: ResourceGroup, agendas: readonly MeetingAgenda[], { say, language }: Speech): Shown {
  const editable = agendas.filter(({ meeting, agenda }) => meeting.number > 1 && !agenda.isReleased);
  return show('agendas/list', {
    title: say('agendas.list.title', { group: group.name }),
    groupHref: `/groups/${group.id}`,
    planHref: `/groups/${group.id}/plan`,
    isEmpty: agendas.length === 0,
    agendas: {
      caption: say('agendas.list.caption', { count: agendas.length }),
      head: ['number', 'day', 'items', 'fit', 'state'].map((column) => ({ text: say(`agendas.list.${column}`) })),
      rows: agendas.map((one) => ({
        header: say('agendas.list.meeting', { number: one.meeting.number }),
        cells: [
          { text: dayInWords(one.meeting.day, language), href: `/meetings/${one.meeting.id}/agenda` },
          { text: say('agendas.list.count', { count: one.agenda.items.length }) },
          { text: fitInWords(one, say) },
          { tag: stateTag(one.agenda, say) },
        ],
      })),
    },
    copy: editable.length < 2 ? null : copyModel(group, editable, { say, language }),
  });
}

const copyModel = ({ id }: ResourceGroup, editable: readonly MeetingAgenda[], { say, language }: Speech) => ({
  action: `/groups/${id}/agenda`,
  source: {
    id: 'source',
    name: 'source',
    label: say('field.source'),
    hint: say('agendas.hint.source'),
    items: editable.map(({ meeting }) => ({
      value: meeting.id,
      text: say('agendas.copy.meeting', { number: meeting.number, day: dayInWords(meeting.day, language) }),
      selected: false,
    })),
  },
});

export function agendaPage(group: ResourceGroup, shown: MeetingAgenda, { say, language }: Speech): Shown {
  const { meeting, agenda } = shown;
  return show('agendas/agenda', {
    title: say('agendas.agenda.title', { number: meeting.number }),
    caption: group.name,
    when: `${dayInWords(meeting.day, language)} ${hoursInWords(meeting.span, language)}`,
    back: `/groups/${group.id}/agenda`,
    state: stateTag(agenda, say),
    sum: say('agendas.agenda.sum', { minutes: agenda.minutes, of: meeting.minutes }),
    fit: { text: fitInWords(shown, say), shape: isTooLong(shown) ? 'warning' : 'done' },
    isEditable: !agenda.isReleased,
    items: agenda.items.map((item) => itemModel(item, shown, say)),
    addHref: `/meetings/${meeting.id}/agenda/items/new`,
  });
}

function itemModel(item: AgendaItem, { meeting, agenda }: MeetingAgenda, say: Say) {
  const { id, title, neutralTitle, leader, minutes, line, position } = item;
  const page = `/meetings/${meeting.id}/agenda/items/${id}`;
  return {
    anchor: `item-${id}`,
    title,
    neutralTitle,
    line,
    led: say('agendas.item.led', {
      leader: say(`agendas.leader.${leader}`),
      length: say('agendas.minutes', { count: minutes }),
    }),
    editHref: page,
    moves: movesAt(position, agenda.items.length).map((move) => ({
      action: `${page}/${move}`,
      text: say(`agendas.item.${move}`),
    })),
  };
}

const movesAt = (position: number, last: number): readonly string[] => [
  ...(position > 1 ? ['up'] : []),
  ...(position < last ? ['down'] : []),
  'remove',
];
