import { languages } from '../kernel/in-words';
import { show, Shown } from '../platform/web/answer';
import { wordTyped } from '../platform/web/controls';
import { Fault, faultModel, type Typed } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import { Person, PersonKind, personKinds, routes } from './domain/person';
import { Reach } from './domain/reach';
import type { Reached } from './people.service';

export interface PersonFormShown {
  readonly say: Say;
  readonly kind: PersonKind;
  readonly typed: Typed;
  readonly faults: readonly Fault[];
  /** Where to go after somebody new is kept; empty for the person's own page. */
  readonly afterwards?: string;
  /** Absent for somebody new. */
  readonly person?: Person;
}

export function listPage(people: readonly Reached[], say: Say): Shown {
  return show('people/list', {
    title: say('people.list.title'),
    people: {
      caption: say('people.list.caption', { count: people.length }),
      head: ['name', 'kind', 'reached'].map((column) => ({ text: say(`people.list.${column}`) })),
      rows: people.map((one) => rowOf(one, say)),
    },
    isEmpty: people.length === 0,
  });
}

const rowOf = ({ person, reach }: Reached, say: Say) => ({
  cells: [
    { text: person.fullName, href: `/people/${person.id}` },
    { text: kindInWords(person, say) },
    { text: reachInShort(reach, say) },
  ],
});

export function kindPage(say: Say): Shown {
  const items = personKinds.map((kind) => ({
    value: kind,
    text: say(`people.kind.${kind}`),
    hint: say(`people.kind.${kind}.hint`),
  }));
  const legend = say('people.new.question');
  return show('people/kind', { title: legend, kind: { id: 'kind', name: 'kind', legend, heading: true, items } });
}

export function personPage({ person, reach }: Reached, say: Say): Shown {
  const rows = [
    ['calledName', person.calledName],
    ['fullName', person.fullName],
    ['personKind', say(`people.kind.${person.kind}`)],
    ['workTitle', person.workTitle],
    ['workplace', person.workplace],
    ['personLanguage', say(`people.language.${person.language}`)],
    ['reachedBy', say(`people.route.${person.protectedIdentity ? 'inPerson' : person.route}`)],
    ['emailAddress', person.email?.toString() ?? ''],
    ['postalAddress', (person.postalAddress ?? '').split('\n').join(', ')],
    ['phoneNumber', person.phone ?? ''],
  ] as const;
  return show('people/person', {
    title: person.fullName,
    kind: kindInWords(person, say),
    rows: rows.filter(([, value]) => value !== '').map(([name, value]) => ({ key: say(`field.${name}`), value })),
    reach: reachAtLength(reach, say),
    editHref: `/people/${person.id}/edit`,
    // Kept by a later room; the address is all that this page knows of it.
    hoursHref: `/people/${person.id}/hours`,
    sociogramHref: person.kind === 'service-user' ? `/people/${person.id}/sociogram` : '',
  });
}

export function personFormPage(given: PersonFormShown): Shown {
  const { say, kind, typed, faults, person, afterwards = '' } = given;
  const model = faultModel(faults, say);
  const title = person ? say('people.edit.title', { name: person.fullName }) : say(`people.new.${kind}`);
  return show(
    'people/form',
    {
      title,
      action: person ? `/people/${person.id}/edit` : '/people/new',
      backHref: person ? `/people/${person.id}` : afterwards || '/people',
      fields: fieldsOf(typed, model.at, say),
      isProfessional: kind === 'professional',
      isNew: person === undefined,
      kind,
      afterwards,
      errorSummary: model.errorSummary,
    },
    { status: faults.length > 0 ? 422 : 200 },
  );
}

function fieldsOf(typed: Typed, faultAt: (name: string) => string | undefined, say: Say) {
  const shown = (name: string) => ({ id: name, name, error: faultAt(name), value: wordTyped(typed, name) });
  const input = (name: string, more = {}) => ({
    ...shown(name),
    label: say(`field.${name}`),
    hint: say(`people.hint.${name}`),
    ...more,
  });
  const choice = (name: string, values: readonly string[], words: string) => ({
    ...shown(name),
    legend: say(`field.${name}`),
    hint: say(`people.hint.${name}`),
    items: values.map((value) => ({ value, text: say(`${words}.${value}`), checked: typed[name] === value })),
  });
  return {
    calledName: input('calledName', { width: '20', autocomplete: 'off' }),
    fullName: input('fullName', { autocomplete: 'off', spellcheck: 'false' }),
    workTitle: input('workTitle', { autocomplete: 'off' }),
    workplace: input('workplace', { autocomplete: 'off' }),
    personLanguage: choice('personLanguage', languages, 'people.language'),
    protectedIdentity: protectedField(shown('protectedIdentity'), say),
    reachedBy: choice('reachedBy', routes, 'people.route'),
    emailAddress: input('emailAddress', { type: 'email', autocomplete: 'off', spellcheck: 'false' }),
    postalAddress: input('postalAddress', { rows: '4' }),
    phoneNumber: input('phoneNumber', { type: 'tel', width: '20', autocomplete: 'off' }),
  };
}

const protectedField = (shown: { readonly value: string }, say: Say) => ({
  ...shown,
  legend: say('field.protectedIdentity'),
  hint: say('people.hint.protectedIdentity'),
  items: [{ value: 'yes', text: say('people.protectedIdentity.yes'), checked: shown.value !== '' }],
});

/** What the form shows before anybody typed. */
export const typedFor = (person: Person): Typed => ({
  calledName: person.calledName,
  fullName: person.fullName,
  workTitle: person.workTitle,
  workplace: person.workplace,
  personLanguage: person.language,
  protectedIdentity: person.protectedIdentity ? 'yes' : '',
  reachedBy: person.protectedIdentity ? '' : person.route,
  emailAddress: person.email?.toString() ?? '',
  postalAddress: person.postalAddress ?? '',
  phoneNumber: person.phone ?? '',
});

const kindInWords = ({ kind, workTitle, workplace }: Person, say: Say): string =>
  [workTitle, workplace].filter((words) => words !== '').join(', ') || say(`people.kind.${kind}`);

/** "E-post, öppen" */
const reachInShort = (reach: Reach, say: Say): string => say(`people.reach.${reachKey(reach)}`);

/** The same with what follows from it. */
const reachAtLength = (reach: Reach, say: Say): string => say(`people.reach.${reachKey(reach)}.means`);

function reachKey(reach: Reach): string {
  switch (reach.by) {
    case 'email':
      return `email.${reach.protection}`;
    case 'none':
      return reach.why;
    case 'letter':
    case 'phone':
      return reach.by;
  }
}
