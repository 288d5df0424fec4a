import { TimeOfDay } from '../../../src/kernel/time-of-day';
import { aBooking, aMeeting } from '../../support/meetings-builders';
import type { Meeting, MeetingChange } from '../../../src/meetings/domain/meeting';
import { aDay, anId, resourceGroupProfile } from '../../support/groups-builders';

const profile = resourceGroupProfile();

function changeOf({ day, start, minutes, lengthReason, form, place, placeIsPublic }: Meeting): MeetingChange {
  return { day, start, minutes, lengthReason, form, place, placeIsPublic };
}

describe('a meeting', () => {
  it.each([1, 60, 90])('may be %i minutes without a reason', (minutes) => {
    expect(aMeeting({ minutes }).minutes).toBe(minutes);
  });

  it('needs a reason to be longer than 90 minutes', () => {
    expect(() => aMeeting({ minutes: 91 })).toThrow('longMeetingWithoutReason');
    expect(aMeeting({ minutes: 91, lengthReason: 'Första mötet.' }).minutes).toBe(91);
  });

  it('is never longer than 240 minutes', () => {
    expect(() => aMeeting({ minutes: 241, lengthReason: 'Lång dag.' })).toThrow('meetingTooLong');
  });

  it.each([0, -30, 1.5])('is not %d minutes', (minutes) => {
    expect(() => aMeeting({ minutes })).toThrow('meetingCountTooSmall');
  });

  it('ends the day it starts', () => {
    expect(() => aMeeting({ start: TimeOfDay.of('23:30'), minutes: 60 })).toThrow('meetingPastMidnight');
  });

  it('does not start in the hour that spring skips', () => {
    expect(() => aMeeting({ day: aDay('2027-03-28'), start: TimeOfDay.of('02:30') })).toThrow(
      'wallTimeOnChangeOfClocks',
    );
  });

  it('never has a home as a public place', () => {
    expect(() => aMeeting({ form: 'home', placeIsPublic: true })).toThrow('homeIsNotPublic');
  });

  it('keeps its room when it is moved, and lets it go when it is planned anew without one', () => {
    const thingId = anId<'thing'>();
    const meeting = aMeeting({ thingId });

    expect(meeting.change({ ...changeOf(meeting), day: aDay('2027-04-15') }, null).thingId).toBe(thingId);
    expect(meeting.replan(aBooking(), profile).thingId).toBeNull();
  });

  it('is told to nobody when only its room is booked otherwise', () => {
    const called = aMeeting({ thingId: anId() }).become('called');
    const freed = called.change({ ...changeOf(called), thingId: null }, null);

    expect(freed).toMatchObject({ thingId: null, state: 'called', revision: called.revision, sequence: 0 });
  });

  it('has no room when it is held at home', () => {
    expect(() => aMeeting({ form: 'home', thingId: anId() })).toThrow('homeInThing');
  });

  it('counts a revision for each plan, and no sequence while nobody has been called', () => {
    const again = aMeeting().replan(aBooking({ start: TimeOfDay.of('14:00') }), profile);

    expect(again).toMatchObject({ revision: 2, sequence: 0 });
    expect(again.start.toString()).toBe('14:00');
  });

  it('cannot be planned anew once people have been called', () => {
    expect(() => aMeeting().become('called').replan(aBooking(), profile)).toThrow('meetingAlreadyCalled');
  });

  it('cannot be held before anybody was called', () => {
    expect(() => aMeeting().become('held')).toThrow('meetingCannotBecome');
  });

  it('stays cancelled and takes nobody’s time', () => {
    const cancelled = aMeeting().become('cancelled');

    expect(cancelled.takesTime).toBe(false);
    expect(() => cancelled.become('planned')).toThrow('meetingCannotBecome');
  });
});
