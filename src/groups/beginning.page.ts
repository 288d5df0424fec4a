import type { Language } from '../kernel/in-words';
import type { Person } from '../people/domain/person';
import { show, type Shown } from '../platform/web/answer';
import { type Asked, choiceField, type Control, selectField, textField, unchosen } from '../platform/web/controls';
import type { Fault, Typed } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import type { Profile } from './domain/profile';
import { questionPage } from './question.page';

export interface BeginningShown {
  readonly say: Say;
  readonly typed: Typed;
  readonly faults: readonly Fault[];
  readonly serviceUsers: readonly Person[];
  readonly profiles: readonly Profile[];
  readonly language: Language;
}

export function beginningPage(shown: BeginningShown): Shown {
  const { say, serviceUsers, typed, faults } = shown;
  const title = say('groups.begin.title');
  if (serviceUsers.length === 0) return show('groups/nobody', { title });
  return questionPage({
    say,
    title,
    lead: say('groups.begin.lead'),
    action: '/groups/new',
    back: '/groups',
    button: say('groups.continue'),
    typed,
    faults,
    controls: (asked) => controlsFor(shown, asked),
  });
}

const controlsFor = ({ serviceUsers, profiles, language }: BeginningShown, asked: Asked): readonly Control[] => [
  selectField(asked, 'serviceUserId', [
    unchosen(asked.say),
    ...serviceUsers.map(({ id, fullName }) => ({ value: id, text: fullName })),
  ]),
  profileField(profiles, language, asked),
  textField(asked, 'groupName', { width: '30' }),
  textField(asked, 'neutralTitle', { width: '20' }),
];

/** A house with one kind of group does not ask which. */
function profileField(profiles: readonly Profile[], language: Language, asked: Asked): Control {
  const options = profiles.map(({ id, name }) => ({ value: id, text: name[language] }));
  const [only, ...others] = options;
  if (only && others.length === 0) return { part: 'kept', name: 'profile', value: only.value };
  return choiceField(asked, 'profile', options);
}
