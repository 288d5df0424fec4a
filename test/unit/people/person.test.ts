import { phoneNumber } from '../../../src/people/domain/phone-number';
import { EmailAddress } from '../../../src/people/domain/email-address';
import { sortedByName } from '../../../src/people/domain/person';
import { reachOf } from '../../../src/people/domain/reach';
import { aPerson, byMail, details, withProtectedIdentity } from '../../support/people-builders';

describe('a person', () => {
  it.each([
    ['email', 'emailAddress'],
    ['letter', 'postalAddress'],
    ['phone', 'phoneNumber'],
  ] as const)('who is reached by %s has what that needs', (route, field) => {
    expect(() => aPerson({ route, email: null, postalAddress: null, phone: null })).toThrow(
      `fieldMissing {"field":"${field}"}`,
    );
  });

  it.each([
    { email: EmailAddress.of('eva@post.example') },
    { postalAddress: 'Storgatan 1' },
    { phone: '070-174 06 05' },
    { route: 'letter' as const },
  ])('with protected identity keeps no means of being reached: %j', (kept) => {
    expect(() => aPerson({ ...withProtectedIdentity, ...kept })).toThrow('protectedIdentityKeepsNoMeans');
  });

  it.each(['calledName', 'fullName', 'workTitle', 'workplace', 'postalAddress'] as const)(
    'has no personal number in %s',
    (field) => {
      expect(() => aPerson({ [field]: 'Eva 19121212-1212' })).toThrow(`personalNumberTyped {"field":"${field}"}`);
    },
  );

  it('keeps id, kind and organisation when told anew', () => {
    const before = aPerson();

    const after = before.toldAnew(details({ calledName: 'Evis' }));

    expect(after).toEqual(aPerson(Object.assign({}, before, { calledName: 'Evis' })));
  });

  it('stands in the order of the language: å, ä and ö last in Swedish', () => {
    const people = ['Örjan', 'Zita', 'Åke', 'Anna', 'Ärla'].map((fullName) => aPerson({ fullName }));

    expect(sortedByName(people, 'sv').map(({ fullName }) => fullName)).toEqual([
      'Anna',
      'Zita',
      'Åke',
      'Ärla',
      'Örjan',
    ]);
  });
});

describe('a phone number', () => {
  it.each(['070-174 06 05', '+46 70 174 06 05', '(08) 123 456', '0701010101'])('is kept as typed: %s', (typed) => {
    expect(phoneNumber(typed)).toBe(typed);
  });

  it.each([
    ['19121212-1212', 'personalNumberTyped'],
    ['ring mig', 'notAPhoneNumber'],
    ['07', 'notAPhoneNumber'],
  ])('is not %s', (typed, code) => {
    expect(() => phoneNumber(typed)).toThrow(code);
  });
});

describe('how somebody is reached', () => {
  const domains = [{ domain: 'region.example' }];

  it.each([
    ['a@region.example', 'protected'],
    ['a@post.region.example', 'open'],
    ['a@notregion.example', 'open'],
    ['a@region.example.example', 'open'],
  ])('is protected mail only at the very domain decided on: %s', (address, protection) => {
    expect(reachOf(aPerson(byMail(address)), domains)).toEqual({ by: 'email', address, protection });
  });

  it('is a letter to the address, or a call to the number', () => {
    expect(reachOf(aPerson({ postalAddress: 'Ängsgatan 2' }), [])).toEqual({ by: 'letter', address: 'Ängsgatan 2' });
    expect(reachOf(aPerson({ route: 'phone', phone: '08-123 456' }), [])).toEqual({
      by: 'phone',
      number: '08-123 456',
    });
  });

  it('is nothing when not wanted, though an address is known', () => {
    expect(reachOf(aPerson({ route: 'none' }), [])).toEqual({ by: 'none', why: 'doesNotWant' });
  });

  it('is nothing with protected identity', () => {
    expect(reachOf(aPerson(withProtectedIdentity), [])).toEqual({ by: 'none', why: 'protectedIdentity' });
  });
});
