import type { ResourceGroup } from '../groups/domain/resource-group';
import { dayInWords, type Language } from '../kernel/in-words';
import { show, type Shown } from '../platform/web/answer';
import type { Say } from '../platform/web/words';
import { fitInWords, type Speech, stateTag } from './agenda-words';
import type { MeetingAgenda } from './agendas.service';
import { isChangedSince } from './domain/released-agenda';

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
          { tag: listedState(one, say) },
        ],
      })),
    },
    copy: editable.length < 2 ? null : copyModel(group, editable, { say, language }),
  });
}

const listedState = ({ agenda, released }: MeetingAgenda, say: Say) =>
  agenda.isEditable && released && isChangedSince(released, agenda)
    ? { text: say('agendas.state.changed'), shape: 'warning' }
    : stateTag(agenda, say);

const copyModel = (
  { id }: ResourceGroup,
  editable: readonly MeetingAgenda[],
  { say, language }: { readonly say: Say; readonly language: Language },
) => ({
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
