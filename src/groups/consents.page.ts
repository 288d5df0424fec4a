import type { Shown } from '../platform/web/answer';
import { type Asked, choiceField, type Control, dayField, ticksField } from '../platform/web/controls';
import type { Fault, Typed } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import { consentHows, consentKinds } from './domain/consent';
import { consentsOf, nameOf } from './member-words';
import type { Placed } from './members.pages';
import { questionPage } from './question.page';

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
    typed: known,
    faults,
    controls: controlsFor,
  });
}

const controlsFor = (asked: Asked): readonly Control[] => [
  ticksField(
    asked,
    'consentKinds',
    consentKinds.map((kind) => ({
      value: kind,
      text: asked.say(`groups.consent.${kind}`),
      hint: asked.say(`groups.consent.${kind}.text`),
    })),
  ),
  choiceField(
    asked,
    'consentHow',
    consentHows.map((how) => ({ value: how, text: asked.say(`groups.consentHow.${how}`) })),
  ),
  dayField(asked, 'givenOn'),
  dayField(asked, 'until'),
];
