import { DomainError } from '../kernel/domain-error';
import { languages } from '../kernel/in-words';
import { field, Form, oneOf, optionalField, tick } from '../platform/web/form';
import { EmailAddress } from './domain/email-address';
import { PersonDetails, personKinds, postalAddress, routes } from './domain/person';
import { optionalPlainLine, plainLine, plainParagraph } from './domain/personal-number';
import { phoneNumber } from './domain/phone-number';

const details = {
  calledName: field((typed) => plainLine(typed, { field: 'calledName', max: 100 })),
  fullName: field((typed) => plainLine(typed, { field: 'fullName', max: 200 })),
  workTitle: field((typed) => optionalPlainLine(typed, { field: 'workTitle', max: 100 })),
  workplace: field((typed) => optionalPlainLine(typed, { field: 'workplace', max: 200 })),
  personLanguage: oneOf(languages, 'personLanguage'),
  protectedIdentity: tick(),
  reachedBy: optionalField((typed) => routes.find((route) => route === typed) ?? refuseRoute()),
  emailAddress: optionalField((typed) => EmailAddress.of(typed)),
  postalAddress: optionalField(postalAddress),
  phoneNumber: optionalField(phoneNumber),
};

export const personForm = new Form(details);

export const newPersonForm = new Form({
  ...details,
  personKind: oneOf(personKinds, 'personKind'),
  afterwards: field(ownPath),
});

/** Another room's page sends somebody here with the name filled in, and says where to go afterwards. */
export const begunPersonForm = new Form({
  personKind: oneOf(personKinds, 'personKind'),
  calledName: field((typed) => plainLine(typed, { field: 'calledName', max: 100 })),
  afterwards: field(ownPath),
});

export const protectedMailForm = new Form({
  protectedDomain: field((typed) => plainLine(typed, { field: 'protectedDomain', max: 253 })),
  agreement: field((typed) => plainParagraph(typed, { field: 'agreement', max: 2000 })),
});

type Filled<Of> = Extract<Of, { readonly kind: 'filled' }> extends { readonly value: infer Value } ? Value : never;
type PersonFilled = Filled<ReturnType<typeof personForm.read>>;

/** What the form says about a person. Somebody with protected identity is told in person, whatever else is chosen. */
export function detailsIn(filled: PersonFilled): PersonDetails {
  const { personLanguage, reachedBy, emailAddress, phoneNumber: phone } = filled;
  return {
    calledName: filled.calledName,
    fullName: filled.fullName,
    workTitle: filled.workTitle,
    workplace: filled.workplace,
    language: personLanguage,
    route: filled.protectedIdentity ? 'none' : (reachedBy ?? refuseRoute()),
    email: emailAddress,
    postalAddress: filled.postalAddress,
    phone,
    protectedIdentity: filled.protectedIdentity,
  };
}

function refuseRoute(): never {
  throw new DomainError('fieldNotChosen', { field: 'reachedBy' });
}

// Two slashes, or a slash and a backslash, would lead to another site.
const isOwnPath = (typed: string): boolean => /^(?:\/[a-z0-9-]+)*$/.test(typed);

function ownPath(typed: string): string {
  if (!isOwnPath(typed)) throw new DomainError('notFound');
  return typed;
}

/** Where a form that is shown again leads to; nowhere when it would be another site. */
export const pathTyped = (typed: unknown): string => (typeof typed === 'string' && isOwnPath(typed) ? typed : '');
