import { rebook } from '../../../src/meetings/domain/rebooking';
import { aBooking, aMeeting, anOrigin } from '../../support/meetings-builders';
import { resourceGroupProfile } from '../../support/groups-builders';

const terms = { profile: resourceGroupProfile(), hasProtectedMember: false, newOrigin: () => anOrigin() };

describe('booking a plan', () => {
  it('keeps the id of a meeting that keeps its number', () => {
    const before = aMeeting({ number: 2 });

    const { booked, dropped } = rebook([before], [aBooking({ number: 2, place: 'Rum 4' })], terms);

    expect(booked.map(({ id, place }) => [id, place])).toEqual([[before.id, 'Rum 4']]);
    expect(dropped).toEqual([]);
  });

  it('drops planned meetings that the plan no longer has', () => {
    const before = aMeeting({ number: 2 });

    expect(rebook([before], [aBooking({ number: 1 })], terms).dropped).toEqual([before]);
  });

  it('leaves meetings that have been called, and does not book over them', () => {
    const called = aMeeting({ number: 1 }).become('called');

    expect(rebook([called], [aBooking({ number: 2 })], terms).dropped).toEqual([]);
    expect(() => rebook([called], [aBooking({ number: 1 })], terms)).toThrow('meetingAlreadyCalled');
  });

  it('refuses the same number twice', () => {
    expect(() => rebook([], [aBooking(), aBooking()], terms)).toThrow('meetingNumberTwice');
  });

  it('refuses a meeting at home when somebody in the group has a protected identity', () => {
    const guarded = { ...terms, hasProtectedMember: true };

    expect(() => rebook([], [aBooking({ form: 'home' })], guarded)).toThrow('homeWithProtectedIdentity');
    expect(rebook([], [aBooking({ form: 'video' })], guarded).booked).toHaveLength(1);
  });

  it('refuses a form the profile does not have', () => {
    const onlyOffice = { ...terms, profile: { ...terms.profile, forms: ['office'] as const } };

    expect(() => rebook([], [aBooking({ form: 'video' })], onlyOffice)).toThrow('formNotInProfile');
  });
});
