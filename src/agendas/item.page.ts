import type { Member } from '../groups/domain/member';
import { leaders } from '../groups/domain/profile';
import { audiences } from '../groups/domain/readership';
import { show, type Shown } from '../platform/web/answer';
import { wordTyped } from '../platform/web/controls';
import { type Fault, faultModel, type Typed } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import type { AgendaShown } from './agenda-reading.service';
import { nameIn } from './agenda-words';
import type { AgendaItem } from './domain/agenda-item';

export interface ItemAsked {
  readonly shown: AgendaShown;
  readonly say: Say;
  readonly title: string;
  readonly lead?: string;
  readonly action: string;
  readonly typed: Typed;
  readonly faults: readonly Fault[];
  /** The item that is written anew; absent for a new one, which is asked where it comes. */
  readonly item?: AgendaItem;
  /** It was changed while somebody wrote: what stands now is shown beside what they typed. */
  readonly isStale?: boolean;
}

/** Asks what an item is to be. */
export function itemPage(asked: ItemAsked): Shown {
  const { shown, say, title, lead, action, typed, faults, item, isStale = false } = asked;
  const model = faultModel(faults, say);
  return show(
    'agendas/item',
    {
      title,
      lead,
      back: `/meetings/${shown.meeting.id}/agenda`,
      action,
      version: item?.version,
      now: item && isStale ? { rows: differencesIn(item, typed, { shown, say }) } : null,
      ...wordFields(typed, (name) => model.at(name), say),
      ...peopleFields(asked, (name) => model.at(name)),
      after: item ? null : afterField(asked),
      addExpertHref: `/groups/${shown.group.id}/members/new`,
      errorSummary: model.errorSummary,
    },
    { status: faults.length > 0 ? 422 : 200 },
  );
}

type FaultAt = (name: string) => string | undefined;

function wordFields(typed: Typed, faultAt: FaultAt, say: Say) {
  const input = (name: string, extra: object = {}) => ({
    id: name,
    name,
    label: say(`field.${name}`),
    hint: say(`agendas.hint.${name}`),
    value: wordTyped(typed, name),
    error: faultAt(name),
    autocomplete: 'off',
    ...extra,
  });
  const leads = leaders.map((leader) => ({
    value: leader,
    text: say(`agendas.leader.${leader}`),
    selected: typed.itemLeader === leader,
  }));
  return {
    itemTitle: input('itemTitle'),
    neutralTitle: input('neutralTitle'),
    leader: { ...input('itemLeader'), items: leads },
    minutes: input('itemMinutes', { inputmode: 'numeric', width: '3' }),
    line: input('itemLine', { rows: '3' }),
    easy: input('itemEasy'),
  };
}

function peopleFields({ shown, say, typed }: ItemAsked, faultAt: FaultAt) {
  const { group, people } = shown;
  const named = (member: Member) => ({ value: member.personId, text: nameIn(people, member.personId, say) });
  const readers = group.present.filter(({ part }) => part !== 'adjunct' && !chairs.includes(part));
  const experts = group.present.filter(({ part }) => part === 'adjunct');
  const chosen = [typed.readers ?? []].flat();
  return {
    audience: {
      ...{ id: 'audience', name: 'audience', legend: say('field.audience'), hint: say('agendas.hint.audience') },
      error: faultAt('audience'),
      items: audiences.map((audience) => ({
        value: audience,
        text: say(`agendas.audience.${audience}`),
        checked: typed.audience === audience,
      })),
    },
    readers: {
      ...{ id: 'readers', name: 'readers', legend: say('field.readers'), hint: say('agendas.hint.readers') },
      error: faultAt('readers'),
      items: readers.map((member) => ({ ...named(member), checked: chosen.includes(member.personId) })),
    },
    guest: {
      ...{ id: 'guest', name: 'guest', label: say('field.guest'), hint: say('agendas.hint.guest') },
      error: faultAt('guest'),
      items: [
        { value: '', text: say('agendas.guest.none'), selected: false },
        ...experts.map((member) => ({ ...named(member), selected: typed.guest === member.personId })),
      ],
    },
    hasExperts: experts.length > 0,
  };
}

// They read everything, so there is nothing to choose.
const chairs: readonly string[] = ['service-user', 'coordinator'];

const afterField = ({ shown, say, typed }: ItemAsked) => ({
  ...{ id: 'itemAfter', name: 'itemAfter', label: say('field.itemAfter'), hint: say('agendas.hint.itemAfter') },
  items: [
    { value: '', text: say('agendas.after.usual'), selected: false },
    { value: 'first', text: say('agendas.after.first'), selected: typed.itemAfter === 'first' },
    ...shown.agenda.items.map(({ id, position, title }) => ({
      value: id,
      text: say('agendas.after.item', { number: position, title }),
      selected: typed.itemAfter === id,
    })),
  ],
});

/** What the form shows of an item before anybody has typed. */
export const typedFor = (item: AgendaItem): Typed => ({
  itemTitle: item.title,
  neutralTitle: item.neutralTitle,
  itemLeader: item.leader,
  itemMinutes: String(item.minutes),
  itemLine: item.line,
  itemEasy: item.easy,
  audience: item.readership.audience,
  readers: item.readership.named,
  guest: item.guest ?? '',
});

/** Where what somebody typed is something else than what stands now. */
function differencesIn(item: AgendaItem, typed: Typed, { shown, say }: Pick<ItemAsked, 'shown' | 'say'>) {
  const now = typedFor(item);
  const differs = (name: string): boolean => [now[name] ?? []].flat().join() !== [typed[name] ?? []].flat().join();
  return Object.keys(now)
    .filter(differs)
    .map((name) => ({ key: say(`field.${name}`), value: valueInWords(name, item, { shown, say }) }));
}

function valueInWords(name: string, item: AgendaItem, { shown, say }: Pick<ItemAsked, 'shown' | 'say'>): string {
  const nameOf = (personId: AgendaItem['guest']): string => (personId ? nameIn(shown.people, personId, say) : '');
  const words: Readonly<Record<string, string>> = {
    itemLeader: say(`agendas.leader.${item.leader}`),
    audience: say(`agendas.audience.${item.readership.audience}`),
    readers: item.readership.named.map(nameOf).join(', '),
    guest: nameOf(item.guest),
  };
  return (words[name] ?? wordTyped(typedFor(item), name)) || say('agendas.stale.nothing');
}
