import type { CallLine } from '../../../src/invitations/domain/call-list';
import type { CallableMeeting } from '../../../src/invitations/domain/callable';
import { attendanceAt, readerAt, shareOf } from '../../../src/invitations/domain/own-appointment';
import { copyFor } from '../../../src/agendas/domain/released-agenda';
import { Deputy, replaceableIn, requireMayStandIn } from '../../../src/meetings/domain/deputy';
import { allTold, aMeeting, anAppointment, aPerson, changed, knowing, listFor } from '../../support/broker';
import { aDay, aGroup } from '../../support/groups-builders';
import { anId, aPerson as somebody } from '../../support/people-builders';
import { aReleasedLine } from '../../support/released-lines';

const doctor = aPerson(1, { part: 'doctor', calledName: 'Åsa' });
const olle = aPerson(2, { part: 'service-user', calledName: 'Olle' });
const bo = aPerson(9, { part: 'adjunct', calledName: 'Bo' });
const everybody = [doctor, olle, bo];

const withDeputy = (meeting: CallableMeeting): CallableMeeting => ({
  ...meeting,
  guests: new Map([[bo.personId, { offset: 0, minutes: 60 }]]),
  deputies: new Map([[doctor.personId, bo.personId]]),
});

const [first, second] = [aMeeting(1, { isCalled: true }), aMeeting(2, { isCalled: true })];
const saidTo = (lines: readonly CallLine[], name: string) =>
  lines.find(({ person }) => person.calledName === name)?.messages.map((message) => ({ ...message }));

describe('When somebody stands in for the doctor at one meeting', () => {
  it('they alone are called to it, and the doctor to all the others', () => {
    const lines = listFor({ people: everybody, meetings: [withDeputy(first), second] });

    expect(saidTo(lines, 'Bo')).toMatchObject([{ kind: 'invitation', meetingId: first.id }]);
    expect(saidTo(lines, 'Åsa')).toMatchObject([{ kind: 'overview' }, { kind: 'invitation', meetingId: second.id }]);
    expect(saidTo(lines, 'Olle')?.filter(({ kind }) => kind === 'invitation')).toHaveLength(2);
  });

  it('a doctor who was called is told to stay away from that meeting, and nobody else hears of it', () => {
    const told = allTold(everybody, [first, second]);
    const lines = listFor({ people: told, meetings: [withDeputy(first), second] });

    expect(saidTo(lines, 'Åsa')).toMatchObject([
      { kind: 'cancellation', meetingId: first.id, why: 'notInvited', sequence: first.sequence + 1 },
    ]);
    expect(saidTo(lines, 'Bo')).toMatchObject([{ kind: 'invitation', meetingId: first.id }]);
    expect(saidTo(lines, 'Olle')).toEqual([]);
  });

  it('the deputy hears of a new time, and the doctor does not', () => {
    const meetings = [withDeputy(first), second];
    const moved = changed(first, { appointment: anAppointment('2027-01-21') });
    const lines = listFor({ people: allTold(everybody, meetings), meetings: [withDeputy(moved), second] });

    expect(saidTo(lines, 'Bo')).toMatchObject([{ kind: 'change', meetingId: first.id, asksAgain: true }]);
    expect(saidTo(lines, 'Åsa')).toEqual([]);
  });

  it('the doctor is called anew, above the SEQUENCE of staying away, when the deputy is withdrawn', () => {
    const away = [withDeputy(first), second];
    const people = listFor({ people: allTold(everybody, [first, second]), meetings: away }).map((line) =>
      knowing(line, away),
    );

    const lines = listFor({ people, meetings: [first, second] });

    expect(saidTo(lines, 'Åsa')).toMatchObject([{ kind: 'invitation', meetingId: first.id, sequence: 2 }]);
    expect(saidTo(lines, 'Bo')).toMatchObject([{ kind: 'cancellation', meetingId: first.id, why: 'notInvited' }]);
  });

  it('and for the coordinator too, neither of the two is called to it', () => {
    const [meetingId, coordinatorId] = [anId<'meeting'>(), anId<'person'>()];
    const deputies = [doctor.personId, coordinatorId].map((forPersonId) =>
      aDeputy({ meetingId, personId: bo.personId, forPersonId }),
    );
    const attendance = attendanceAt({ meeting: { id: meetingId, minutes: 60 }, lines: [], deputies });

    expect(shareOf({ personId: bo.personId, part: 'adjunct' }, attendance)).toEqual({ offset: 0, minutes: 60 });
    expect(shareOf({ personId: doctor.personId, part: 'doctor' }, attendance)).toBe('nothing');
    expect(shareOf({ personId: coordinatorId, part: 'coordinator' }, attendance)).toBe('nothing');
  });

  it('they read what is for the whole circle, and nothing that was for the doctor alone', () => {
    const deputy = aDeputy({ personId: bo.personId, forPersonId: doctor.personId });
    const lines = [
      aReleasedLine({ title: 'Läget' }),
      aReleasedLine({ title: 'Till läkaren', readership: { audience: 'trio', named: [] } }),
    ];
    const attendance = attendanceAt({ meeting: { id: deputy.meetingId, minutes: 60 }, lines, deputies: [deputy] });

    const reader = readerAt({ personId: bo.personId, part: 'adjunct' }, attendance);

    expect([...attendance.guests]).toEqual([[bo.personId, { offset: 0, minutes: 60 }]]);
    expect(copyFor(lines, reader).map(({ title }) => title)).toEqual(['Läget']);
  });
});

function aDeputy(given: Pick<Deputy, 'personId' | 'forPersonId'> & Partial<Pick<Deputy, 'meetingId'>>): Deputy {
  const approval = { on: aDay('2027-02-01'), how: 'at-meeting' } as const;
  return new Deputy({ id: anId(), organisationId: anId(), meetingId: anId(), approval, ...given });
}

describe('A deputy', () => {
  const group = aGroup();
  const [doctorId] = replaceableIn(group);
  const stranger = somebody({ kind: 'professional' });

  it('stands in for the doctor or the coordinator, never for the service user', () => {
    expect(replaceableIn(group)).toEqual([group.inPart('doctor')!.personId, group.inPart('coordinator')!.personId]);
    expect(() => {
      requireMayStandIn(stranger, group.serviceUserId, group);
    }).toThrow('fieldNotChosen');
  });

  it('is one of the staff who does not come to the meeting already', () => {
    const relative = somebody({ kind: 'private' });
    const member = somebody({ kind: 'professional', id: group.inPart('network')!.personId });

    expect(() => {
      requireMayStandIn(relative, doctorId!, group);
    }).toThrow('deputyNotStaff');
    expect(() => {
      requireMayStandIn(member, doctorId!, group);
    }).toThrow('deputyInGroup');
    expect(() => {
      requireMayStandIn(stranger, doctorId!, group);
    }).not.toThrow();
  });
});
