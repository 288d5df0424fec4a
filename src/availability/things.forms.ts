import { optionalPlainLine, plainLine } from '../people/domain/personal-number';
import { TimeOfDay } from '../kernel/time-of-day';
import { field, Form, oneOf, optionalField, tick } from '../platform/web/form';
import { thingKinds } from './domain/thing';

const optionalTime = optionalField((typed) => TimeOfDay.of(typed.trim().replace('.', ':')));

export const thingForm = new Form({
  thingKind: oneOf(thingKinds, 'thingKind'),
  thingName: field((typed) => plainLine(typed, { field: 'thingName', max: 80 })),
  thingPlace: field((typed) => optionalPlainLine(typed, { field: 'thingPlace', max: 200 })),
  thingIsPublic: tick(),
  thingOpens: optionalTime,
  thingCloses: optionalTime,
});
