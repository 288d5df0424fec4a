import { AnswerBook } from '../../../src/answers/domain/standing-answer';
import { type FoundGroup, onDesk } from '../../../src/desk/domain/group-on-desk';
import { Instant } from '../../../src/kernel/instant';
import { anAct } from '../../support/answers-builders';
import { aDay, aGroup } from '../../support/groups-builders';
import { aMeeting } from '../../support/meetings-builders';

const today = aDay('2027-04-01');
const now = Instant.of('2027-04-01T08:00:00Z');

describe('a group on the desk', () => {
  const group = aGroup({ state: 'active' });
  const [olle, siv] = group.counted.map(({ personId }) => personId);
  const soon = aMeeting({ number: 1, day: aDay('2027-04-14') }).become('called');
  const later = aMeeting({ number: 2, day: aDay('2027-05-12') }).become('called');
  const found = (given: Partial<FoundGroup> = {}) =>
    onDesk(
      { ...{ group, members: group.counted, meetings: [soon, later], book: new AnswerBook([]), now }, ...given },
      today,
    );

  it('says how many have answered about the next meeting, and how many to phone', () => {
    const book = new AnswerBook([
      anAct({ meetingId: soon.id, personId: olle! }),
      anAct({ meetingId: soon.id, personId: siv!, choice: 'no' }),
    ]);

    expect(found({ book })).toMatchObject({ answers: { given: 2, asked: 6 }, silent: 4 });
  });

  it('has nobody to phone about a meeting that is more than two weeks away', () => {
    expect(found({ meetings: [later] })).toMatchObject({ answers: { given: 0, asked: 6 }, silent: 0 });
  });

  it('says nothing of answers before anybody has been called', () => {
    expect(found({ meetings: [aMeeting()] })).toMatchObject({ answers: null, silent: 0, toDo: 'send' });
  });
});
