import { isAllTold } from '../../../src/caseload/domain/group-in-caseload';
import { aDay } from '../../support/groups-builders';
import { aMeeting } from '../../support/meetings-builders';

const planned = aMeeting();
const called = planned.become('called');
const { minutes, lengthReason, form, place, placeIsPublic } = called;
const moved = called.change(
  { day: aDay('2027-06-09'), start: called.start, minutes, lengthReason, form, place, placeIsPublic },
  null,
);

describe('the meetings of a group', () => {
  it('are all told when people have been called to each as it stands', () => {
    expect(isAllTold({ meetings: [called, called.become('held'), called.become('cancelled')] })).toBe(true);
  });

  it.each([
    ['planned', planned],
    ['moved', moved],
  ])('are not when one is %s', (state, meeting) => {
    expect(meeting.state).toBe(state);
    expect(isAllTold({ meetings: [called, meeting] })).toBe(false);
  });
});
