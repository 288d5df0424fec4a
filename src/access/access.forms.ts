import { DomainError } from '../kernel/domain-error';
import { idOf, type UnitId } from '../kernel/identifiers';
import { line } from '../kernel/line';
import { field, Form } from '../platform/web/form';
import { ownPathOr } from '../platform/web/own-path';
import { organisationName, unitName } from './domain/organisation';
import { staffEmail } from './domain/staff-email';
import { staffName, staffPhone } from './domain/staff-user';

const asItStands = field((typed) => typed);
const path = field((typed) => ownPathOr(typed));

export const signInForm = new Form({ email: asItStands, password: asItStands, next: path });

export const startForm = new Form({
  secret: field((typed) => line(typed, { field: 'secret' })),
  organisationName: field(organisationName),
  staffName: field(staffName),
  staffEmail: field(staffEmail),
  password: asItStands,
});

export const choosePasswordForm = new Form({ password: asItStands });

export const unitForm = new Form({ unitName: field(unitName) });

export const coordinatorForm = new Form({
  staffName: field(staffName),
  staffEmail: field(staffEmail),
  staffPhone: field(staffPhone),
  staffUnit: field(chosenUnit),
});

export const languageForm = new Form({ back: path });

function chosenUnit(typed: string): UnitId {
  if (typed === '') throw new DomainError('fieldNotChosen', { field: 'staffUnit' });
  return idOf<'unit'>(typed);
}
