import { leaders } from '../groups/domain/profile';
import type { Meeting } from '../meetings/domain/meeting';
import { show, type Shown } from '../platform/web/answer';
import { type Fault, faultModel } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import type { AgendaItem } from './domain/agenda-item';

type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface ItemShown {
  readonly meeting: Meeting;
  /** Absent for a new one. */
  readonly item?: AgendaItem;
  readonly say: Say;
  readonly typed: Typed;
  readonly faults: readonly Fault[];
}

export function itemPage({ meeting, item, say, typed, faults }: ItemShown): Shown {
  const home = `/meetings/${meeting.id}/agenda`;
  const model = faultModel(faults, say);
  return show(
    'agendas/item',
    {
      title: item ? say('agendas.item.edit') : say('agendas.item.new'),
      back: home,
      action: item ? `${home}/items/${item.id}` : `${home}/items/new`,
      fields: fieldsOf(typed, (name) => model.at(name), say),
      errorSummary: model.errorSummary,
    },
    { status: faults.length > 0 ? 422 : 200 },
  );
}

function fieldsOf(typed: Typed, faultAt: (name: string) => string | undefined, say: Say) {
  const input = (name: string, extra: object = {}) => ({
    id: name,
    name,
    label: say(`field.${name}`),
    hint: say(`agendas.hint.${name}`),
    value: textOf(typed[name]),
    error: faultAt(name),
    autocomplete: 'off',
    ...extra,
  });
  return {
    title: input('itemTitle'),
    neutralTitle: input('neutralTitle'),
    leader: {
      ...input('itemLeader'),
      items: leaders.map((leader) => ({
        value: leader,
        text: say(`agendas.leader.${leader}`),
        selected: typed.itemLeader === leader,
      })),
    },
    minutes: input('itemMinutes', { inputmode: 'numeric', width: '3' }),
    line: input('itemLine', { rows: '3' }),
    easy: input('itemEasy'),
  };
}

const textOf = (typed: string | readonly string[] | undefined): string => (typeof typed === 'string' ? typed : '');

/** What the form shows of an item before anybody has typed. */
export const typedFor = ({ title, neutralTitle, leader, minutes, line, easy }: AgendaItem): Typed => ({
  itemTitle: title,
  neutralTitle,
  itemLeader: leader,
  itemMinutes: String(minutes),
  itemLine: line,
  itemEasy: easy,
});
