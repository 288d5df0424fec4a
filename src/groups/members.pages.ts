import { dayInWords } from '../kernel/in-words';
import type { Person } from '../people/domain/person';
import { show, type Shown } from '../platform/web/answer';
import { choiceField, selectField, textArea, unchosen } from '../platform/web/controls';
import type { Fault, Typed } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import { consentKinds } from './domain/consent';
import type { Member } from './domain/member';
import { approvalControls } from './forming.pages';
import type { Overview } from './group-overview.service';
import type { Speech } from './groups.pages';
import { callStatus, consentsOf, nameOf, reachInWords } from './member-words';
import { questionPage } from './question.page';

/** One member, seen in their group. */
export interface Placed {
  readonly overview: Overview;
  readonly member: Member;
}

interface PlacedQuestion extends Placed {
  readonly say: Say;
  readonly typed?: Typed;
  readonly faults: readonly Fault[];
}

export interface NewMemberShown {
  readonly overview: Overview;
  readonly people: readonly Person[];
  readonly say: Say;
  readonly typed: Typed;
  readonly faults: readonly Fault[];
}

const pageOf = ({ overview, member }: Placed): string => `/groups/${overview.group.id}/members/${member.personId}`;

export function newMemberPage({ overview, people, say, typed, faults }: NewMemberShown): Shown {
  const { group, profile } = overview;
  const parts = ['network', 'adjunct'] as const;
  return questionPage({
    say,
    title: say('groups.newMember.title'),
    lead: say('groups.newMember.lead'),
    action: `/groups/${group.id}/members/new`,
    back: `/groups/${group.id}`,
    button: say('groups.continue'),
    typed,
    faults,
    controls: (asked) => {
      const options = people.map(({ id, fullName }) => ({ value: id, text: fullName }));
      const inWords = parts.map((part) => ({
        value: part,
        text: say(`groups.part.${part}`),
        hint: say(`groups.part.${part}.hint`),
      }));
      return [
        selectField(asked, 'newMemberId', [unchosen(say), ...options]),
        choiceField(asked, 'memberPart', inWords),
        textArea(asked, 'functionInGroup'),
        ...approvalControls(asked),
        textArea(asked, 'sizeReason', { hint: say('groups.hint.sizeReasonOutside', { ...profile.size }) }),
      ];
    },
  });
}

export function memberPage(placed: Placed, speech: Speech): Shown {
  const { overview, member } = placed;
  const { say } = speech;
  const page = pageOf(placed);
  return show('groups/member', {
    title: nameOf(overview, member.personId, say),
    caption: say(`groups.part.${member.part}`),
    back: `/groups/${overview.group.id}`,
    isInTheGroup: member.isInTheGroup,
    status: callStatus(overview, member, say),
    facts: { rows: factRows(placed, speech) },
    consents: consentRows(placed, speech),
    permissionHref: `${page}/permission`,
    withdrawAction: `${page}/permission/withdraw`,
    leaveHref: member.part === 'service-user' || !member.isInTheGroup ? null : `${page}/leave`,
  });
}

function factRows(placed: Placed, { say, language }: Speech) {
  const { overview, member } = placed;
  const page = pageOf(placed);
  const change = (href: string, key: string) => ({ text: say('groups.change'), href, hidden: say(key) });
  const approved =
    member.approval === null
      ? say('groups.approval.none')
      : say('groups.approval.given', {
          day: dayInWords(member.approval.on, language),
          how: say(`groups.way.${member.approval.how}`),
        });
  return [
    {
      key: say('field.functionInGroup'),
      value: member.functionInGroup || say('groups.function.none'),
      action: change(`${page}/function`, 'field.functionInGroup'),
    },
    { key: say('groups.members.reach'), value: reachInWords(overview.people.get(member.personId)?.reach, say) },
    ...(member.part === 'service-user'
      ? []
      : [
          {
            key: say('groups.approval.key'),
            value: approved,
            action: change(`${page}/approval`, 'groups.approval.key'),
          },
          {
            key: say('groups.talked.key'),
            value: member.talkedOn === null ? say('groups.talked.none') : dayInWords(member.talkedOn, language),
          },
        ]),
  ];
}

function consentRows({ overview, member }: Placed, { say, language }: Speech) {
  const given = consentsOf(overview, member.personId);
  return consentKinds.map((kind) => {
    const consent = given.get(kind);
    if (!consent) return { kind, title: say(`groups.consent.${kind}`), text: say('groups.consent.none'), shown: null };
    const day = dayInWords(consent.givenOn, language);
    const until =
      consent.until === null ? '' : say('groups.consent.until', { day: dayInWords(consent.until, language) });
    const told = say('groups.consent.given', { day, how: say(`groups.consentHow.${consent.how}`) });
    return { kind, title: say(`groups.consent.${kind}`), text: `${told} ${until}`.trim(), shown: consent.textShown };
  });
}

export function functionPage({ overview, member, say, typed, faults }: PlacedQuestion): Shown {
  const page = pageOf({ overview, member });
  return questionPage({
    say,
    title: say('groups.functionOf', { name: nameOf(overview, member.personId, say) }),
    action: `${page}/function`,
    back: page,
    button: say('groups.save'),
    typed: typed ?? { functionInGroup: member.functionInGroup },
    faults,
    controls: (asked) => [textArea(asked, 'functionInGroup')],
  });
}

export function approvalPage({ overview, member, say, typed, faults }: PlacedQuestion): Shown {
  const page = pageOf({ overview, member });
  const names = {
    name: nameOf(overview, member.personId, say),
    serviceUser: nameOf(overview, overview.group.serviceUserId, say),
  };
  return questionPage({
    say,
    title: say('groups.approval.title', names),
    lead: say('groups.approval.lead'),
    action: `${page}/approval`,
    back: page,
    button: say('groups.save'),
    typed: typed ?? { approvedOn: member.approvedOn?.iso ?? '', approvedHow: member.approvedHow },
    faults,
    controls: approvalControls,
  });
}

export function leavePage(placed: Placed, say: Say): Shown {
  const { overview, member } = placed;
  const name = nameOf(overview, member.personId, say);
  return show('groups/leave', {
    title: say('groups.leave.title', { name }),
    back: pageOf(placed),
    action: `${pageOf(placed)}/leave`,
  });
}
