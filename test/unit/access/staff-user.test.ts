import { StaffUser } from '../../../src/access/domain/staff-user';
import { staffEmail } from '../../../src/access/domain/staff-email';
import { idOf } from '../../../src/kernel/identifiers';
import { Instant } from '../../../src/kernel/instant';

const id = '9b2f2c1e-58b4-4c43-9b55-0d5a4f0a7c11';

const aUser = (change: object = {}): StaffUser =>
  new StaffUser({
    id: idOf(id),
    organisationId: idOf(id),
    unitId: null,
    role: 'coordinator',
    name: 'Åsa Ek',
    email: 'asa.ek@kommunen.example',
    workPhone: '070-174 06 35',
    language: 'sv',
    passwordHash: 'hash',
    active: true,
    madeAt: Instant.of('2027-03-01T08:00:00.000Z'),
    ...change,
  });

describe('a staff user', () => {
  it('who has been stopped has nothing to sign in with', () => {
    expect(aUser().mayBeSignedInBy).toBe('hash');
    expect(aUser({ active: false }).mayBeSignedInBy).toBeNull();
    expect(aUser().stopped()).toMatchObject({ active: false, passwordHash: null, name: 'Åsa Ek' });
  });

  it.each([
    ['staffPhoneUnfit', { workPhone: 'ring mig' }],
    ['staffPhoneUnfit', { workPhone: '1234' }],
    ['fieldMissing', { workPhone: ' ' }],
    ['fieldMissing', { name: '' }],
    ['fieldWithHiddenCharacters', { name: 'Åsa\r\nBcc: x' }],
    ['fieldWithBraces', { name: '{{constructor}}' }],
    ['fieldTooLong', { name: 'x'.repeat(101) }],
  ])('cannot be built: %s from %p', (code, change) => {
    expect(() => aUser(change)).toThrow(code);
  });
});

describe('an e-mail address to sign in with', () => {
  it.each([
    [' Asa.Ek@Kommunen.Example ', 'asa.ek@kommunen.example'],
    ['a+b@x-y.example', 'a+b@x-y.example'],
  ])('%p is %p', (typed, email) => {
    expect(staffEmail(typed)).toBe(email);
  });

  it.each([
    'b@x.se,evil@e.se',
    'a@b',
    '@x.example',
    'a b@x.example',
    '"a"@x.example',
    'a@@x.example',
    `${'a'.repeat(65)}@x.example`,
    'Åsa <a@x.example>',
    'a@-x.example',
    '.a@x.example',
  ])('is not %p', (typed) => {
    expect(() => staffEmail(typed)).toThrow('staffEmailUnfit');
  });
});
