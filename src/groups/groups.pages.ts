import { byName, type Language } from '../kernel/in-words';
import { show, type Shown } from '../platform/web/answer';
import { textArea, textField } from '../platform/web/controls';
import type { Say } from '../platform/web/words';
import type { Member } from './domain/member';
import type { ResourceGroup } from './domain/resource-group';
import { sizeFindings } from './domain/size';
import type { FormingShown } from './forming.pages';
import { homeOf } from './group-home';
import type { Overview } from './group-overview.service';
import { callStatus, consentDays, nameOf, reachInWords } from './member-words';
import { questionPage } from './question.page';

export interface Speech {
  readonly say: Say;
  readonly language: Language;
}

const stateShape = {
  forming: 'open',
  active: 'done',
  sparser: 'done',
  resting: 'stopped',
  ended: 'stopped',
} as const satisfies Record<ResourceGroup['state'], string>;

const stateTag = ({ state }: ResourceGroup, say: Say) => ({
  text: say(`groups.state.${state}`),
  shape: stateShape[state],
});

export function listPage(groups: readonly ResourceGroup[], { say, language }: Speech): Shown {
  const order = byName(language);
  const sorted = groups.toSorted((a, b) => order(a.name, b.name));
  return show('groups/list', {
    title: say('groups.list.title'),
    isEmpty: groups.length === 0,
    groups: {
      caption: say('groups.list.caption', { count: groups.length }),
      head: ['name', 'size', 'state'].map((column) => ({ text: say(`groups.list.${column}`) })),
      rows: sorted.map((group) => ({
        cells: [
          { text: group.name, href: homeOf(group) },
          { text: say('groups.list.people', { count: group.counted.length }) },
          { tag: stateTag(group, say) },
        ],
      })),
    },
  });
}

const linkedRooms = [
  ...['plan', 'year', 'meetings', 'agenda', 'goals', 'star', 'crisis-plan'],
  ...['send', 'answers', 'method'],
];

export function groupPage(overview: Overview, speech: Speech): Shown {
  const { group, profile } = overview;
  const { say, language } = speech;
  const home = `/groups/${group.id}`;
  return show('groups/group', {
    title: group.name,
    caption: `${profile.name[language]} · ${say('groups.group.for', { name: nameOf(overview, group.serviceUserId, say) })}`,
    state: stateTag(group, say),
    findings: findingsIn(overview, say),
    members: {
      caption: say('groups.members.caption', { count: group.counted.length }),
      head: ['name', 'function', 'reach', 'consent', 'call'].map((column) => ({
        text: say(`groups.members.${column}`),
      })),
      rows: group.present.map((member) => memberRow(overview, member, speech)),
    },
    titles: {
      rows: [
        { key: say('field.groupName'), value: group.name, action: action(say, `${home}/name`, 'field.groupName') },
        {
          key: say('field.neutralTitle'),
          value: group.neutralTitle,
          action: action(say, `${home}/name`, 'field.neutralTitle'),
        },
      ],
    },
    links: linkedRooms.map((room) => ({
      href: `${home}/${room}`,
      text: say(`groups.link.${room}`),
      hint: say(`groups.link.${room}.hint`),
    })),
    addHref: `${home}/members/new`,
    handover: { href: `/handover?handedGroups=${group.id}`, text: say('groups.group.handOver') },
  });
}

const action = (say: Say, href: string, key: string) => ({ text: say('groups.change'), href, hidden: say(key) });

/** What the size asks for: a reason, or the reason that was given. */
function findingsIn({ group, profile }: Overview, say: Say) {
  const findings = sizeFindings(group, profile).map(({ rule, values }) => say(`groups.finding.${rule}`, values));
  if (findings.length === 0) return null;
  const reason =
    group.sizeReason === '' ? say('groups.size.noReason') : say('groups.size.because', { reason: group.sizeReason });
  return { text: [...findings, reason].join(' '), href: `/groups/${group.id}/size`, link: say('groups.size.change') };
}

function memberRow(overview: Overview, member: Member, { say, language }: Speech) {
  const { personId, part, functionInGroup } = member;
  const role = say(`groups.part.${part}`);
  return {
    cells: [
      { text: nameOf(overview, personId, say), href: `/groups/${overview.group.id}/members/${personId}` },
      { text: functionInGroup === '' ? role : `${role}: ${functionInGroup}` },
      { text: reachInWords(overview.people.get(personId)?.reach, say) },
      { text: consentDays(overview, personId, { say, language }) },
      { tag: callStatus(overview, member, say) },
    ],
  };
}

export function titlesPage({ overview: { group }, say, typed, faults }: FormingShown): Shown {
  return questionPage({
    say,
    title: say('groups.titles.title'),
    action: `/groups/${group.id}/name`,
    back: homeOf(group),
    button: say('groups.save'),
    typed: typed ?? { groupName: group.name, neutralTitle: group.neutralTitle },
    faults,
    controls: (asked) => [
      textField(asked, 'groupName', { width: '30' }),
      textField(asked, 'neutralTitle', { width: '20' }),
    ],
  });
}

export function sizePage({ overview, say, typed, faults }: FormingShown): Shown {
  const { group, profile } = overview;
  const findings = sizeFindings(group, profile).map(({ rule, values }) => say(`groups.finding.${rule}`, values));
  return questionPage({
    say,
    title: say('groups.size.title'),
    lead: findings.join(' '),
    action: `/groups/${group.id}/size`,
    back: homeOf(group),
    button: say('groups.save'),
    typed: typed ?? { sizeReason: group.sizeReason },
    faults,
    controls: (asked) => [textArea(asked, 'sizeReason')],
  });
}
