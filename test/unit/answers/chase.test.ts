import type { Choice } from '../../../src/answers/domain/act';
import { chaseList } from '../../../src/answers/domain/chase';
import { lacksIn } from '../../../src/answers/domain/needed';
import { AnswerBook } from '../../../src/answers/domain/standing-answer';
import type { Part } from '../../../src/groups/domain/part';
import type { PersonId } from '../../../src/kernel/identifiers';
import { Instant } from '../../../src/kernel/instant';
import type { Meeting } from '../../../src/meetings/domain/meeting';
import { anAct } from '../../support/answers-builders';
import { aDay, aMember, anId } from '../../support/groups-builders';
import { aMeeting } from '../../support/meetings-builders';

const now = Instant.of('2027-03-01T08:00:00Z');

const calledTo = (day: string, number = 1): Meeting => aMeeting({ number, day: aDay(day) }).become('called');

const answered = (meeting: Meeting, personId: PersonId, choice: Choice, revision = 1) =>
  anAct({ meetingId: meeting.id, personId, choice, revision });

describe('the chase list', () => {
  const [eva, gun] = [aMember(), aMember()];

  it('names those who have not answered, the one whose meeting is soonest first', () => {
    const [late, soon] = [calledTo('2027-06-16', 2), calledTo('2027-04-14', 1)];
    const book = new AnswerBook([answered(soon, eva.personId, 'yes')]);

    const list = chaseList({ members: [eva, gun], meetings: [late, soon], book }, now);

    expect(list).toEqual([
      { personId: gun.personId, meetings: [soon, late] },
      { personId: eva.personId, meetings: [late] },
    ]);
  });

  it('asks nobody about a meeting that their deputy comes to', () => {
    const [replaced, own] = [calledTo('2027-04-14', 1), calledTo('2027-05-12', 2)];
    const book = new AnswerBook([]);
    const asked = {
      members: [eva],
      meetings: [replaced, own],
      book,
      replaced: [{ meetingId: replaced.id, forPersonId: eva.personId }],
    };

    expect(chaseList(asked, now)).toEqual([{ personId: eva.personId, meetings: [own] }]);
  });

  it('takes any answer for one, also “I do not know yet”', () => {
    const meeting = calledTo('2027-04-14');
    const book = new AnswerBook([answered(meeting, eva.personId, 'maybe')]);

    expect(chaseList({ members: [eva], meetings: [meeting], book }, now)).toEqual([]);
  });

  it('takes an answer about the time before for none', () => {
    const moved = calledTo('2027-04-14').change(calledTo('2027-04-21'), null).become('called');
    const book = new AnswerBook([answered(moved, eva.personId, 'yes', 1)]);

    expect(chaseList({ members: [eva], meetings: [moved], book }, now)).toHaveLength(1);
  });

  it.each([
    ['planned', aMeeting()],
    ['moved, and not told yet', calledTo('2027-04-14').change(calledTo('2027-04-21'), null)],
    ['cancelled', calledTo('2027-04-14').become('cancelled')],
    ['begun', calledTo('2027-02-10')],
  ])('asks nobody about a meeting that is %s', (_, meeting) => {
    expect(chaseList({ members: [eva], meetings: [meeting], book: new AnswerBook([]) }, now)).toEqual([]);
  });

  it('leaves out those who have left and those who only come to their own item', () => {
    const members = [aMember().leave(), aMember({ part: 'adjunct' })];

    expect(chaseList({ members, meetings: [calledTo('2027-04-14')], book: new AnswerBook([]) }, now)).toEqual([]);
  });

  it('has nobody on it for a meeting that begins this very moment', () => {
    const meeting = calledTo('2027-04-14');
    const lists = [meeting.startsAt, meeting.startsAt.plusMinutes(-1)].map((moment) =>
      chaseList({ members: [eva], meetings: [meeting], book: new AnswerBook([]) }, moment),
    );

    expect(lists.map(({ length }) => length)).toEqual([0, 1]);
  });
});

describe('when somebody who is needed says no', () => {
  const aNo = (part: Part, choice: Choice = 'no') => {
    const [member, meeting] = [aMember({ part }), calledTo('2027-04-14')];
    const book = new AnswerBook([answered(meeting, member.personId, choice)]);
    return lacksIn({ members: [member], meetings: [meeting], book }, now).map(({ rule }) => rule);
  };

  it.each<[Part, string[]]>([
    ['service-user', ['proposeOtherTimes']],
    ['coordinator', ['proposeOtherTimes']],
    ['doctor', ['doctorTooSeldom']],
    ['network', []],
    ['adjunct', []],
  ])('%s, what follows is %j', (part, rules) => {
    expect(aNo(part)).toEqual(rules);
  });

  it.each<Choice>(['yes', 'maybe'])('“%s” is no lack', (choice) => {
    expect(aNo('service-user', choice)).toEqual([]);
  });

  it.each([
    ['2026-04-14', 0],
    ['2026-04-13', 1],
    ['2028-04-14', 0],
    ['2028-04-15', 1],
  ])('the doctor’s other meeting on %s leaves %i warnings', (day, warnings) => {
    const doctor = aMember({ part: 'doctor' });
    const [declined, other] = [calledTo('2027-04-14', 1), calledTo(day, 2)];
    const book = new AnswerBook([answered(declined, doctor.personId, 'no')]);

    expect(lacksIn({ members: [doctor], meetings: [declined, other], book }, now)).toHaveLength(warnings);
  });

  it('the doctor is not counted as coming where they said no, or where nobody meets', () => {
    const doctor = aMember({ part: 'doctor' });
    const [declined, other] = [calledTo('2027-04-14', 1), calledTo('2027-05-12', 2)];
    const off = calledTo('2027-06-16', 3).become('cancelled');
    const book = new AnswerBook([declined, other].map((meeting) => answered(meeting, doctor.personId, 'no')));

    const lacks = lacksIn({ members: [doctor], meetings: [declined, other, off], book }, now);

    expect(lacks.map(({ meeting }) => meeting.number)).toEqual([1, 2]);
  });

  it('a no to the time before is asked anew and lacks nothing', () => {
    const leader = aMember({ part: 'service-user', personId: anId() });
    const moved = calledTo('2027-04-14').change(calledTo('2027-04-21'), null);
    const book = new AnswerBook([answered(moved, leader.personId, 'no', 1)]);

    expect(lacksIn({ members: [leader], meetings: [moved], book }, now)).toEqual([]);
  });
});
