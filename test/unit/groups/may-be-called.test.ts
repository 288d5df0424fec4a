import fc from 'fast-check';
import { lacksIn, mayBeCalled, standingOf } from '../../../src/groups/domain/may-be-called';
import { aConsent, aDay, aMember, someMoment } from '../../support/groups-builders';

const today = aDay('2027-03-01');

describe('who may be called', () => {
  const member = aMember();
  const takePart = aConsent({ personId: member.personId, kind: 'take-part' });
  const contact = aConsent({ personId: member.personId, kind: 'contact' });

  it('is somebody approved who has said yes to taking part and to mail', () => {
    expect(lacksIn(standingOf(member, [takePart, contact], today), 'email')).toEqual([]);
  });

  it('is nobody without the service user’s yes, whatever else holds', () => {
    const unapproved = aMember({ personId: member.personId, approval: null });

    expect(lacksIn(standingOf(unapproved, [takePart, contact], today), 'email')).toEqual(['approval']);
  });

  it('is not somebody who has left', () => {
    expect(mayBeCalled(standingOf(member.leave(), [takePart, contact], today), 'letter')).toBe(false);
  });

  it('needs the yes to mail only for mail', () => {
    const standing = standingOf(member, [takePart], today);

    expect(mayBeCalled(standing, 'letter')).toBe(true);
    expect(mayBeCalled(standing, 'phone')).toBe(true);
    expect(lacksIn(standing, 'email')).toEqual(['contact']);
  });

  it('is not somebody who has taken back their yes', () => {
    const withdrawn = takePart.withdraw(someMoment);

    expect(lacksIn(standingOf(member, [withdrawn, contact], today), 'email')).toEqual(['takePart']);
  });

  it('is not decided by another person’s consent', () => {
    const others = [aConsent({ kind: 'take-part' }), aConsent({ kind: 'contact' })];

    expect(lacksIn(standingOf(member, others, today), 'email')).toEqual(['takePart', 'contact']);
  });

  it('includes the service user without an approval of their own', () => {
    const owner = aMember({ part: 'service-user', personId: member.personId, approval: null });

    expect(lacksIn(standingOf(owner, [takePart, contact], today), 'email')).toEqual([]);
  });

  it('is never somebody unapproved, for any mix of consents and route', () => {
    const unapproved = aMember({ personId: member.personId, approval: null });
    const consents = fc.subarray([takePart, contact, takePart.withdraw(someMoment)]);
    const routes = fc.constantFrom('email', 'letter', 'phone');

    fc.assert(
      fc.property(consents, routes, (given, route) => !mayBeCalled(standingOf(unapproved, given, today), route)),
    );
  });
});

describe('a consent', () => {
  const given = aConsent({ givenOn: aDay('2027-02-01'), until: aDay('2027-02-28') });

  it.each([
    ['2027-01-31', false],
    ['2027-02-01', true],
    ['2027-02-28', true],
    ['2027-03-01', false],
  ])('holds on %s: %s', (day, holds) => {
    expect(given.isInForce(aDay(day))).toBe(holds);
  });

  it('keeps the moment it was first taken back', () => {
    const first = given.withdraw(someMoment);

    expect(first.withdraw(someMoment.plusMinutes(5)).withdrawnAt).toBe(someMoment);
  });

  it('does not end before it is given', () => {
    expect(() => aConsent({ givenOn: aDay('2027-02-01'), until: aDay('2027-01-31') })).toThrow(
      'consentEndsBeforeItIsGiven',
    );
  });

  it('holds the text that was shown', () => {
    expect(() => aConsent({ textShown: ' ' })).toThrow('fieldMissing');
  });
});
