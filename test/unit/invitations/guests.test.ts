import fc from 'fast-check';
import { standingAnswer } from '../../../src/answers/domain/standing-answer';
import { callList, type CallLine } from '../../../src/invitations/domain/call-list';
import type { CallableMeeting, CallablePerson } from '../../../src/invitations/domain/callable';
import { slicedBy } from '../../../src/invitations/domain/appointment';
import { attendanceAt } from '../../../src/invitations/domain/own-appointment';
import { notReady } from '../../../src/invitations/domain/ready-to-send';
import { anAct } from '../../support/answers-builders';
import {
  allTold,
  aMeeting,
  anAppointment,
  aPerson,
  changed,
  everyYes,
  groupId,
  knowing,
  listFor,
  now,
} from '../../support/broker';
import { aReleasedLine } from '../../support/released-lines';

const karin = aPerson(9, { part: 'adjunct', calledName: 'Karin' });
const eva = aPerson(1);

const withPart = (meeting: CallableMeeting, offset: number, minutes = 20): CallableMeeting => ({
  ...meeting,
  guests: new Map([[karin.personId, { offset, minutes }]]),
});
const withoutGuests = (meeting: CallableMeeting): CallableMeeting => ({ ...meeting, guests: new Map() });

const ofKarin = (lines: readonly CallLine[]) => lines.find(({ person }) => person.personId === karin.personId);
const partOf = (line: CallLine | undefined) => line?.messages.map(({ kind }) => kind);

describe('Who is called to an item', () => {
  const meetings = [withPart(aMeeting(1, { isCalled: true }), 20), aMeeting(2, { isCalled: true })];
  const [first = aMeeting(1), second = aMeeting(2)] = meetings;
  const told = (): readonly CallablePerson[] => allTold([eva, karin], meetings);

  it('is called to the meetings that have such an item, and to no other', () => {
    const line = ofKarin(listFor({ people: [eva, karin], meetings }));

    expect(line?.messages).toMatchObject([{ kind: 'invitation', meetingId: first.id }]);
  });

  it('is told why they are not called while no item is theirs', () => {
    const line = ofKarin(listFor({ people: [eva, karin], meetings: [second] }));

    expect(line).toMatchObject({ way: { by: 'none', why: ['adjunct'] }, messages: [] });
  });

  it('gets one overview of several meetings, and an invitation to each', () => {
    const line = ofKarin(listFor({ people: [karin], meetings: [first, withPart(second, 0)] }));

    expect(partOf(line)).toEqual(['overview', 'invitation', 'invitation']);
  });

  it('hears of their item alone when it moves, with a higher SEQUENCE, and is asked again; nobody else hears', () => {
    const lines = listFor({ people: told(), meetings: [withPart(first, 40), second] });

    expect(lines.flatMap(({ messages }) => messages)).toHaveLength(1);
    expect(ofKarin(lines)?.messages).toMatchObject([
      { kind: 'change', meetingId: first.id, sequence: 1, asksAgain: true, revision: first.revision },
    ]);
  });

  it('hears nothing when other items change places around theirs', () => {
    expect(listFor({ people: told(), meetings: [withPart(first, 20), second] }).flatMap((one) => one.messages)).toEqual(
      [],
    );
  });

  it('hears of a new time like everybody else when the meeting moves', () => {
    const moved = changed(first, { appointment: anAppointment('2027-01-21'), guests: first.guests });

    const lines = listFor({ people: told(), meetings: [moved, second] });

    expect(lines.map(partOf)).toEqual([['change'], ['change']]);
  });

  it('keeps the time they know when the meeting starts later and the item comes as much earlier in it', () => {
    const { appointment } = first;
    const later = { ...appointment, span: { ...appointment.span, start: appointment.span.start.plusMinutes(10) } };
    const moved = withPart(changed(first, { appointment: later }), 10);

    expect(ofKarin(listFor({ people: told(), meetings: [moved, second] }))?.messages).toEqual([]);
  });

  it('is told to stay away when the item is not theirs any more, and nobody else hears', () => {
    const lines = listFor({ people: told(), meetings: [withoutGuests(first), second] });

    expect(lines.flatMap(({ messages }) => messages)).toHaveLength(1);
    expect(ofKarin(lines)?.messages).toMatchObject([{ kind: 'cancellation', why: 'notInvited', sequence: 1 }]);
  });

  it('hears in plain words that the whole meeting is off, whatever its agenda said', () => {
    const off = changed(first, { isOff: true, guests: new Map() });

    expect(ofKarin(listFor({ people: told(), meetings: [off, second] }))?.messages).toMatchObject([
      { kind: 'cancellation', why: 'calledOff' },
    ]);
  });

  it('is invited anew after having been told to stay away, above the SEQUENCE of that', () => {
    const away = listFor({ people: told(), meetings: [withoutGuests(first), second] });
    const people = away.map((line) => knowing(line, [withoutGuests(first), second]));

    expect(ofKarin(listFor({ people, meetings }))?.messages).toMatchObject([{ kind: 'invitation', sequence: 2 }]);
  });

  it.each(['contact', 'takePart', 'approved', 'member'] as const)('says goodbye once "%s" is gone', (lack) => {
    const people = told().map((one) =>
      one.personId === karin.personId ? { ...one, standing: { ...everyYes, [lack]: false } } : one,
    );

    expect(ofKarin(listFor({ people, meetings }))?.messages).toMatchObject([
      { kind: 'cancellation', why: 'noLongerCalled', meetingId: first.id },
    ]);
  });

  it('comes to the whole meeting once they have joined the circle', () => {
    const people = told().map((one) => (one.personId === karin.personId ? { ...one, part: 'network' as const } : one));

    expect(partOf(ofKarin(listFor({ people, meetings })))).toEqual(['change', 'invitation']);
  });

  it('needs the service user’s yes like everybody else, but not while they are invited to nothing', () => {
    const unapproved = { ...karin, standing: { ...everyYes, approved: false } };
    const ready = { isForming: false, meetingsAhead: 2, hasCaller: true, everybodyIsSeen: true };
    const lacksWith = (booked: readonly CallableMeeting[]) =>
      notReady({ ...ready, lines: listFor({ people: [eva, unapproved], meetings: booked }) });

    expect(lacksWith(meetings)).toEqual([{ rule: 'notApproved', names: ['Karin'] }]);
    expect(lacksWith([second])).toEqual([]);
  });

  it('is told the dates of their own meetings in one letter', () => {
    const byLetter = { ...karin, reach: { by: 'letter', address: 'Storgatan 1\n123 45 Orten' } } as const;
    const people = [byLetter];
    const toldByLetter = allTold(people, meetings);

    const line = ofKarin(listFor({ people: toldByLetter, meetings: [withPart(first, 40), withPart(second, 0)] }));

    expect(line?.messages).toMatchObject([
      { kind: 'change', news: [{ news: { what: 'changed', difference: 'time' } }, { news: { what: 'new' } }] },
    ]);
  });
});

describe('When a guest is there', () => {
  it('is from where their item begins, for as long as it takes', () => {
    const { span } = slicedBy(anAppointment('2027-01-14'), { offset: 80, minutes: 20 });

    expect([span.start.toString(), span.minutes]).toEqual(['14:20', 20]);
  });

  it('never goes past midnight, however long the agenda', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10_000 }), fc.integer({ min: 1, max: 480 }), (offset, minutes) => {
        const { span } = slicedBy(anAppointment('2027-01-14'), { offset, minutes });
        expect(span.minutes).toBeGreaterThanOrEqual(1);
        expect(span.start.minutes + span.minutes).toBeLessThan(24 * 60);
      }),
    );
  });

  it('is read off the released lines', () => {
    const lines = [aReleasedLine({ minutes: 10 }), aReleasedLine({ offset: 10, minutes: 15, guest: karin.personId })];

    const { guests } = attendanceAt({ meeting: { id: aMeeting(1).id, minutes: 60 }, lines, deputies: [] });
    expect([...guests]).toEqual([[karin.personId, { offset: 10, minutes: 15 }]]);
  });
});

describe('An answer of a guest', () => {
  const meeting = withPart(aMeeting(1, { isCalled: true }), 20);
  const after = (...parts: readonly (CallableMeeting | 'away')[]): CallablePerson => {
    let person = ofKarin(allTold([karin], [meeting]).map((one) => ({ person: one, way: aWay, messages: [] })))!.person;
    for (const part of parts) {
      const meetings = [part === 'away' ? withoutGuests(meeting) : part];
      person = ofKarin(
        listFor({ people: [person], meetings }).map((line) => ({ ...line, person: knowing(line, meetings) })),
      )!.person;
    }
    return person;
  };
  const aWay = { by: 'none', why: [] } as const;
  const askingIn = (person: CallablePerson) => person.told.get(meeting.id)!.asking;
  const counts = (revision: number, person: CallablePerson): boolean =>
    standingAnswer([anAct({ choice: 'yes', revision })], askingIn(person).since) !== null;

  it('counts for the time they were asked about', () => {
    expect(counts(meeting.revision, after())).toBe(true);
  });

  it('stops counting when their item has moved, also when it moves back', () => {
    expect(counts(meeting.revision, after(withPart(meeting, 40)))).toBe(false);
    expect(counts(meeting.revision + 1, after(withPart(meeting, 40)))).toBe(true);
    expect(counts(meeting.revision + 1, after(withPart(meeting, 40), meeting))).toBe(false);
  });

  it('stops counting when they were told to stay away and are invited again', () => {
    expect(counts(meeting.revision, after('away', meeting))).toBe(false);
  });

  it('goes on counting when only the place changes', () => {
    const place = { words: 'Stadshuset', isPublic: true, form: 'office' } as const;
    const elsewhere = withPart(changed(meeting, { appointment: { ...meeting.appointment, place } }), 20);

    expect(counts(meeting.revision, after(elsewhere))).toBe(true);
  });
});

type Edit = 'shift' | 'uninvite' | 'invite' | 'lengthen' | 'send';

describe('Items that move in any order', () => {
  const edits = fc.array(
    fc.tuple(fc.constantFrom<Edit>('shift', 'uninvite', 'invite', 'lengthen', 'send'), fc.nat({ max: 60 })),
    {
      maxLength: 20,
    },
  );

  it('mail nobody but the guest, always above the SEQUENCE before, and leave nothing to say once all is sent', () => {
    fc.assert(
      fc.property(edits, (steps) => {
        let meetings = [withPart(aMeeting(1, { isCalled: true }), 20), aMeeting(2, { isCalled: true })];
        let people: readonly CallablePerson[] = allTold([eva, karin], meetings);
        const putBefore: string[] = [];
        let highest = 0;
        const send = (): void => {
          const lines = callList({ groupId, people, meetings, now, putBefore });
          for (const { person, messages } of lines)
            for (const message of messages) {
              expect(person.personId).toBe(karin.personId);
              if (message.meetingId === null) continue;
              expect(message.sequence).toBeGreaterThan(highest);
              highest = message.sequence;
              putBefore.push(message.once);
            }
          people = lines.map((line) => knowing(line, meetings));
        };
        for (const [edit, size] of steps) {
          const [one = aMeeting(1), other = aMeeting(2)] = meetings;
          if (edit === 'send') send();
          else if (edit === 'uninvite') meetings = [withoutGuests(one), other];
          else meetings = [withPart(one, edit === 'lengthen' ? 20 : size, edit === 'lengthen' ? size + 1 : 20), other];
        }
        send();
        expect(new Set(putBefore).size).toBe(putBefore.length);
        expect(callList({ groupId, people, meetings, now, putBefore }).flatMap(({ messages }) => messages)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
