import type { Shown } from '../platform/web/answer';
import type { Fault } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import { type Asked, choiceField, dayField } from './controls';
import { consentHows, consentKinds } from './domain/consent';
import { consentsOf, nameOf } from './member-words';
import type { Placed } from './members.pages';
import { type Control, questionPage, type Typed, wordsTyped } from './question.page';

interface PermissionShown extends Placed {
  readonly say: Say;
  readonly typed?: Typed;
  readonly faults: readonly Fault[];
}

/** What somebody has said yes to, with the words they are shown. */
export function permissionPage({ overview, member, say, typed, faults }: PermissionShown): Shown {
  const page = `/groups/${overview.group.id}/members/${member.personId}`;
  const known = typed ?? { consentKinds: [...consentsOf(overview, member.personId).keys()] };
  const isForming = overview.group.state === 'forming';
  return questionPage({
    say,
    title: say('groups.permission.title', { name: nameOf(overview, member.personId, say) }),
    lead: say('groups.permission.lead'),
    action: `${page}/permission`,
    back: isForming ? `/groups/${overview.group.id}/new/permissions` : page,
    button: say('groups.save'),
    faults,
    controls: (faultAt) => controlsFor({ say, typed: known, faultAt }),
  });
}

const controlsFor = (asked: Asked): readonly Control[] => [
  {
    part: 'ticks',
    id: 'consentKinds',
    name: 'consentKinds',
    legend: asked.say('field.consentKinds'),
    hint: asked.say('groups.hint.consentKinds'),
    error: asked.faultAt('consentKinds'),
    items: consentKinds.map((kind) => ({
      value: kind,
      text: asked.say(`groups.consent.${kind}`),
      hint: asked.say(`groups.consent.${kind}.text`),
      checked: wordsTyped(asked.typed, 'consentKinds').includes(kind),
    })),
  },
  choiceField(
    asked,
    'consentHow',
    consentHows.map((how) => ({ value: how, text: asked.say(`groups.consentHow.${how}`) })),
  ),
  dayField(asked, 'givenOn'),
  dayField(asked, 'until'),
];
