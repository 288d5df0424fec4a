import { CalendarDate } from '../kernel/calendar-date';
import { DomainError } from '../kernel/domain-error';
import { idOf, type PersonId } from '../kernel/identifiers';
import { plainLine, plainParagraph } from '../people/domain/personal-number';
import { field, Form, oneOf, optionalField, ticks } from '../platform/web/form';
import { waysOfTelling } from '../sociogram/domain/nomination';
import { consentHows, consentKinds } from './domain/consent';

const somebody = (name: string) =>
  field((typed): PersonId => {
    if (typed === '') throw new DomainError('fieldNotChosen', { field: name });
    return idOf<'person'>(typed);
  });

const day = field((typed) => CalendarDate.of(typed.trim()));
const approval = { approvedOn: day, approvedHow: oneOf(waysOfTelling, 'approvedHow') };
const functionInGroup = field((typed) => plainParagraph(typed, { field: 'functionInGroup', max: 500 }));

const titles = {
  groupName: field((typed) => plainLine(typed, { field: 'groupName', max: 100 })),
  neutralTitle: field((typed) => plainLine(typed, { field: 'neutralTitle', max: 60 })),
};

export const beginForm = new Form({
  serviceUserId: somebody('serviceUserId'),
  ...titles,
  profile: field((typed) => plainLine(typed, { field: 'profile', max: 60 })),
});

export const titlesForm = new Form(titles);

export const coreForm = new Form({
  coordinatorPersonId: somebody('coordinatorPersonId'),
  doctorId: somebody('doctorId'),
  ...approval,
});

export const chosenForm = new Form({ chosen: ticks((typed) => idOf<'person'>(typed)) });

/** One field for each of these people. */
export const functionsForm = (people: readonly PersonId[]) =>
  new Form(Object.fromEntries(people.map((id) => [`function-${id}`, functionInGroup])));

export const functionForm = new Form({ functionInGroup });

export const sizeForm = new Form({
  sizeReason: field((typed) => plainParagraph(required(typed, 'sizeReason'), { field: 'sizeReason', max: 1000 })),
});

export const approvalForm = new Form(approval);

export const newMemberForm = new Form({
  newMemberId: somebody('newMemberId'),
  memberPart: oneOf(['network', 'adjunct'] as const, 'memberPart'),
  functionInGroup,
  ...approval,
  sizeReason: field((typed) => plainParagraph(typed, { field: 'sizeReason', max: 1000 })),
});

export const consentForm = new Form({
  consentKinds: ticks((typed) => {
    const kind = consentKinds.find((known) => known === typed);
    if (!kind) throw new DomainError('fieldNotChosen', { field: 'consentKinds' });
    return kind;
  }),
  consentHow: oneOf(consentHows, 'consentHow'),
  givenOn: day,
  until: optionalField((typed) => CalendarDate.of(typed.trim())),
});

export const withdrawForm = new Form({ consentKind: oneOf(consentKinds, 'consentKinds') });

function required(typed: string, name: string): string {
  if (typed.trim() === '') throw new DomainError('fieldMissing', { field: name });
  return typed;
}
