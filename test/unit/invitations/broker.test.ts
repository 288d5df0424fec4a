import fc from 'fast-check';
import { callList, type CallLine, countsOf, type MeetingMessage } from '../../../src/invitations/domain/call-list';
import type { CallableMeeting, CallablePerson } from '../../../src/invitations/domain/callable';
import { notReady } from '../../../src/invitations/domain/ready-to-send';
import { Instant } from '../../../src/kernel/instant';
import {
  allTold,
  aMeeting,
  anAppointment,
  aPerson,
  byMail,
  changed,
  everyYes,
  groupId,
  knowing,
  listFor,
  now,
  uuid,
} from '../../support/broker';

describe('Who is told what', () => {
  it('gives somebody with e-mail one overview first, and then one invitation per meeting, soonest first', () => {
    const [line] = listFor({});

    expect(line?.messages.map(({ kind }) => kind)).toEqual(['overview', 'invitation', 'invitation']);
    expect(line?.messages.slice(1)).toMatchObject([{ meetingId: uuid(201) }, { meetingId: uuid(202) }]);
  });

  it.each([
    [{ by: 'letter', address: 'Storgatan 1\n123 45 Orten' }, 'letter'],
    [{ by: 'phone', number: '070-000 00 00' }, 'phone'],
    [{ by: 'none', why: 'protectedIdentity' }, 'inPerson'],
  ] as const)('tells the whole year at once to somebody reached by %j', (reach, by) => {
    const [line] = listFor({ people: [aPerson(1, { reach })] });

    expect(line?.way.by).toBe(by);
    expect(line?.messages.map(({ kind }) => kind)).toEqual(['overview']);
  });

  it('writes nothing to somebody who does not want it', () => {
    const [line] = listFor({ people: [aPerson(1, { reach: { by: 'none', why: 'doesNotWant' } })] });

    expect(line).toMatchObject({ way: { by: 'none', why: ['doesNotWant'] }, messages: [] });
  });

  it.each(['approved', 'takePart', 'contact'] as const)('mails nobody who lacks "%s"', (lack) => {
    const [line] = listFor({ people: [aPerson(1, { standing: { ...everyYes, [lack]: false } })] });

    expect(line?.way.by).toBe('none');
    expect(line?.messages).toEqual([]);
  });

  it('says everything that stands in the way, not only the first', () => {
    const standing = { ...everyYes, approved: false, contact: false };

    const [line] = listFor({ people: [aPerson(1, { standing })] });

    expect(line?.way).toEqual({ by: 'none', why: ['approval', 'contact'] });
  });

  it('needs no permission to e-mail for a letter', () => {
    const reach = { by: 'letter', address: 'Storgatan 1' } as const;

    const [line] = listFor({ people: [aPerson(1, { reach, standing: { ...everyYes, contact: false } })] });

    expect(line?.messages).toHaveLength(1);
  });

  it('says nothing face to face to somebody who was not approved', () => {
    const reach = { by: 'none', why: 'protectedIdentity' } as const;

    const [line] = listFor({ people: [aPerson(1, { reach, standing: { ...everyYes, approved: false } })] });

    expect(line?.way).toEqual({ by: 'none', why: ['approval'] });
  });

  it.each(['service-user', 'coordinator', 'doctor', 'network'] as const)('calls the %s like everybody else', (part) => {
    expect(listFor({ people: [aPerson(1, { part })] })[0]?.messages).toHaveLength(3);
  });

  it('records an adjunct and does not call them to whole meetings', () => {
    const [line] = listFor({ people: [aPerson(1, { part: 'adjunct' })] });

    expect(line).toMatchObject({ way: { by: 'none', why: ['adjunct'] }, messages: [] });
  });

  it('calls to no meeting that has begun or is off', () => {
    const meetings = [aMeeting(1), aMeeting(2, { isOff: true }), aMeeting(3)];

    const [line] = listFor({ meetings, now: Instant.of('2027-01-14T12:00:00.000Z') });

    expect(line?.messages).toMatchObject([{ kind: 'overview' }, { kind: 'invitation', meetingId: uuid(203) }]);
  });

  it('counts no meeting that passed before anybody was called to it', () => {
    const [all] = listFor({ meetings: [aMeeting(1), aMeeting(2)], now: Instant.of('2027-01-20T12:00:00.000Z') });
    const [one] = listFor({ meetings: [aMeeting(2)], now: Instant.of('2027-01-20T12:00:00.000Z') });

    expect(all?.messages[0]?.revision).toBe(one?.messages[0]?.revision);
  });

  it('has nothing to say when no meeting is ahead', () => {
    expect(listFor({ meetings: [] })[0]?.messages).toEqual([]);
  });

  it('puts nothing a second time', () => {
    const meetings = [aMeeting(1), aMeeting(2)];

    expect(listFor({ people: allTold([aPerson(1)], meetings), meetings })[0]?.messages).toEqual([]);
  });

  it('tells only the newcomer when somebody joins later', () => {
    const meetings = [aMeeting(1), aMeeting(2)];

    const lines = listFor({ people: [...allTold([aPerson(1)], meetings), aPerson(2)], meetings });

    expect(lines.map(({ messages }) => messages.length)).toEqual([0, 3]);
  });

  it('keeps silent when time passes one of the meetings', () => {
    const meetings = [aMeeting(1, { isCalled: true }), aMeeting(2, { isCalled: true })];
    const people = allTold([aPerson(1)], meetings);

    expect(listFor({ people, meetings, now: Instant.of('2027-01-20T12:00:00.000Z') })[0]?.messages).toEqual([]);
  });

  it('puts what was lost again when it is sent again, under a name of its own', () => {
    const lost = (listFor({})[0]?.messages ?? []).map(({ once }) => once);

    const again = listFor({ putBefore: lost })[0]?.messages.map(({ once }) => once);

    expect(again).toEqual(lost.map((once) => `${once}:2`));
    expect(new Set(again).size).toBe(3);
  });

  it('counts people by how they are told', () => {
    const people = [
      aPerson(1),
      aPerson(2),
      aPerson(3, { reach: { by: 'letter', address: 'Storgatan 1' } }),
      aPerson(4, { reach: { by: 'phone', number: '070-000 00 00' } }),
      aPerson(5, { reach: { by: 'none', why: 'doesNotWant' } }),
    ];

    expect(countsOf(listFor({ people }))).toEqual({ email: 2, letter: 1, phone: 1, inPerson: 0, none: 1 });
  });
});

describe('What a change tells', () => {
  const meetings = [aMeeting(1, { isCalled: true }), aMeeting(2, { isCalled: true })];
  const [first = aMeeting(1), second = aMeeting(2)] = meetings;
  const told = (own: Partial<CallablePerson> = {}) => allTold([aPerson(1, own)], meetings);

  it('B26: mails the one moved meeting to whoever knew another time, and asks again', () => {
    const moved = changed(first, { appointment: anAppointment('2027-01-21') });

    const [line] = listFor({ people: told(), meetings: [moved, second] });

    expect(line?.messages).toMatchObject([{ kind: 'change', meetingId: first.id, sequence: 1, asksAgain: true }]);
  });

  it('B26: does not ask again for another place', () => {
    const place = { words: 'Stadshuset', isPublic: true, form: 'office' } as const;
    const elsewhere = changed(first, { appointment: anAppointment('2027-01-14', { place }) });

    const [line] = listFor({ people: told(), meetings: [elsewhere, second] });

    expect(line?.messages).toMatchObject([{ kind: 'change', asksAgain: false }]);
  });

  it('tells nobody of a place that their route may not carry', () => {
    const place = { words: 'Storgatan 1', isPublic: false, form: 'office' } as const;
    const hidden = meetings.map((one) => ({ ...one, appointment: { ...one.appointment, place } }));
    const people = allTold([aPerson(1), aPerson(2, { reach: byMail('p2@region.example', 'protected') })], hidden);
    const [one = first, other = second] = hidden;
    const elsewhere = changed(one, { appointment: { ...one.appointment, place: { ...place, words: 'Storgatan 9' } } });

    const lines = listFor({ people, meetings: [elsewhere, other] });

    expect(lines.map(({ messages }) => messages.length)).toEqual([0, 1]);
  });

  it('says nothing of a meeting that was moved away and back before anybody was told', () => {
    const back = changed(changed(first, { appointment: anAppointment('2027-01-21') }), {
      appointment: first.appointment,
    });

    expect(listFor({ people: told(), meetings: [back, second] })[0]?.messages).toEqual([]);
  });

  it('B5, B22: cancels with a higher SEQUENCE than any calendar has seen', () => {
    const [line] = listFor({ people: told(), meetings: [changed(first, { isOff: true }), second] });

    expect(line?.messages).toMatchObject([{ kind: 'cancellation', why: 'calledOff', sequence: 1 }]);
  });

  it('cancels nothing that was never called', () => {
    expect(listFor({ meetings: [aMeeting(1, { isOff: true })] })[0]?.messages).toEqual([]);
  });

  it('says no goodbye of meetings that have begun', () => {
    const [gone] = told().map((person) => ({ ...person, standing: { ...everyYes, member: false } }));

    const lines = listFor({ people: gone ? [gone] : [], meetings, now: Instant.of('2027-01-14T12:00:00.000Z') });

    expect(lines.map(({ messages }) => messages)).toMatchObject([
      [{ kind: 'cancellation', meetingId: second.id, why: 'noLongerCalled' }],
    ]);
  });

  it.each(['contact', 'takePart', 'approved', 'member'] as const)(
    'takes the meetings ahead out of the calendar of somebody who lost "%s", and then falls silent',
    (lack) => {
      const people = told().map((person) => ({ ...person, standing: { ...everyYes, [lack]: false } }));

      const lines = listFor({ people, meetings });

      expect(lines[0]?.messages.map(({ kind }) => kind)).toEqual(['cancellation', 'cancellation']);
      const after = listFor({ people: lines.map((line) => knowing(line, meetings)), meetings });
      expect(after.flatMap(({ messages }) => messages)).toEqual([]);
    },
  );

  it.each(['doesNotWant', 'protectedIdentity'] as const)('mails no goodbye to somebody of "%s"', (why) => {
    const standing = { ...everyYes, contact: false, takePart: false };
    const people = told().map((person) => ({ ...person, standing, reach: { by: 'none', why } as const }));

    expect(listFor({ people, meetings })[0]?.messages).toEqual([]);
  });

  it('calls somebody who comes back anew, above the SEQUENCE of the goodbye', () => {
    const gone = told().map((person) => ({ ...person, standing: { ...everyYes, takePart: false } }));
    const back = listFor({ people: gone, meetings })
      .map((line) => knowing(line, meetings))
      .map((person) => ({ ...person, standing: everyYes }));

    const [line] = listFor({ people: back, meetings });

    expect(line?.messages).toMatchObject([
      { kind: 'overview' },
      { kind: 'invitation', sequence: 2 },
      { kind: 'invitation', sequence: 2 },
    ]);
  });

  it('B30: invites a new address and writes nothing more to the old one', () => {
    const people = told().map((person) => ({ ...person, reach: byMail('new@post.example') }));

    const [line] = listFor({ people, meetings });

    expect(line?.way).toMatchObject({ address: 'new@post.example' });
    expect(line?.messages.map(({ kind }) => kind)).toEqual(['overview', 'invitation', 'invitation']);
  });

  it('tells of somebody new who calls in one mail, and not at all to whoever gets another mail now', () => {
    const people = told({ knowsAnotherCaller: true });
    const moved = changed(first, { appointment: anAppointment('2027-01-21') });

    expect(listFor({ people, meetings })[0]?.messages).toMatchObject([{ kind: 'handover' }]);
    expect(listFor({ people, meetings: [moved, second] })[0]?.messages).toMatchObject([{ kind: 'change' }]);
  });

  it('tells of a cancellation also at a new address, and to somebody whose calendar never got the entry', () => {
    const people = told({ reach: byMail('new@post.example') }).map((person) => ({
      ...person,
      reach: byMail('newer@post.example'),
    }));

    const [line] = listFor({ people, meetings: [changed(first, { isOff: true })] });

    expect(line?.messages).toMatchObject([{ kind: 'cancellation', meetingId: first.id }]);
  });

  it('writes one letter with all that is new to somebody without e-mail', () => {
    const people = told({ reach: { by: 'letter', address: 'Storgatan 1' } });
    const moved = changed(first, { appointment: anAppointment('2027-01-21') });

    const [line] = listFor({ people, meetings: [moved, changed(second, { isOff: true }), aMeeting(3)] });

    expect(line?.messages).toMatchObject([
      { kind: 'change', news: [{ news: { what: 'changed' } }, { news: { what: 'off' } }, { news: { what: 'new' } }] },
    ]);
  });
});

type Edit = 'move' | 'place' | 'cancel' | 'withdraw' | 'return' | 'readdress' | 'send';

/** A year that lives: edits and sendings in any order, with all that was mailed in the meantime. */
class Life {
  meetings: CallableMeeting[] = [1, 2, 3].map((number) => aMeeting(number, { isCalled: true }));
  people: CallablePerson[] = [aPerson(1), aPerson(2, { reach: byMail('p2@region.example', 'protected') }), aPerson(3)];
  putBefore: string[] = [];
  mailed: { readonly line: CallLine; readonly message: MeetingMessage }[] = [];
  private edits = 0;

  lines(): readonly CallLine[] {
    return callList({ groupId, people: this.people, meetings: this.meetings, now, putBefore: this.putBefore });
  }

  live(edit: Edit, which: number): void {
    this.edits += 1;
    const meeting = this.meetings[which % 3];
    const person = this.people[which % 3];
    if (!meeting || !person) return;
    if (edit === 'send') this.send();
    else if (edit === 'move') this.change(meeting, this.moved(meeting));
    else if (edit === 'place') this.change(meeting, this.elsewhere(meeting));
    else if (edit === 'cancel') this.change(meeting, { isOff: true });
    else this.become(person, edit);
  }

  send(): void {
    for (const line of this.lines()) {
      for (const message of line.messages) {
        this.putBefore.push(message.once);
        if (message.meetingId !== null) this.mailed.push({ line, message });
      }
      this.people = this.people.map((one) =>
        one.personId === line.person.personId ? knowing(line, this.meetings) : one,
      );
    }
  }

  private moved({ appointment }: CallableMeeting): Partial<CallableMeeting> {
    const day = appointment.span.day.plusDays((this.edits % 5) + 1);
    return { appointment: { ...appointment, span: { ...appointment.span, day } } };
  }

  private elsewhere({ appointment }: CallableMeeting): Partial<CallableMeeting> {
    const place = { words: `Rum ${String(this.edits)}`, isPublic: this.edits % 2 === 0, form: 'office' } as const;
    return { appointment: { ...appointment, place } };
  }

  private change(meeting: CallableMeeting, own: Partial<CallableMeeting>): void {
    if (meeting.isOff) return;
    this.meetings = this.meetings.map((one) => (one.id === meeting.id ? changed(one, own) : one));
  }

  private become(person: CallablePerson, edit: 'withdraw' | 'return' | 'readdress'): void {
    const reach = edit === 'readdress' ? byMail(`new${String(this.edits)}@post.example`) : person.reach;
    const standing = edit === 'readdress' ? person.standing : { ...everyYes, contact: edit === 'return' };
    this.people = this.people.map((one) => (one.personId === person.personId ? { ...one, reach, standing } : one));
  }
}

describe('A year of edits in any order', () => {
  const edits = fc.array(
    fc.tuple(
      fc.constantFrom<Edit>('move', 'place', 'cancel', 'withdraw', 'return', 'readdress', 'send'),
      fc.nat({ max: 2 }),
    ),
    { maxLength: 30 },
  );
  const lived = (steps: readonly (readonly [Edit, number])[]): Life => {
    const life = new Life();
    life.send();
    for (const [edit, which] of steps) life.live(edit, which);
    life.send();
    return life;
  };

  it('leaves nothing to say once all is sent', () => {
    fc.assert(
      fc.property(edits, (steps) => {
        expect(
          lived(steps)
            .lines()
            .flatMap(({ messages }) => messages),
        ).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('B20: never lowers SEQUENCE in one calendar, and raises it for all but another place', () => {
    fc.assert(
      fc.property(edits, (steps) => {
        const highest = new Map<string, number>();
        for (const { line, message } of lived(steps).mailed) {
          const key = `${line.person.personId} ${message.meetingId}`;
          const before = highest.get(key);
          if (before !== undefined) expect(message.sequence).toBeGreaterThan(before);
          highest.set(key, message.sequence);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('B28: cancels only what is off, or for somebody who may not be called', () => {
    fc.assert(
      fc.property(edits, (steps) => {
        for (const { line, message } of lived(steps).mailed)
          if (message.kind === 'cancellation' && message.why === 'noLongerCalled')
            expect(line.person.standing.contact).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('never puts two messages under one name', () => {
    fc.assert(
      fc.property(edits, (steps) => {
        const { putBefore } = lived(steps);
        expect(new Set(putBefore).size).toBe(putBefore.length);
      }),
      { numRuns: 500 },
    );
  });

  it('mails nobody whom an edit does not concern', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 }), (which) => {
        const life = lived([['readdress', which]]);
        const before = life.mailed.length;
        life.live('readdress', which);
        life.send();
        const concerned = new Set(life.mailed.slice(before).map(({ line }) => line.person.personId));
        expect([...concerned]).toEqual([uuid(101 + which)]);
      }),
    );
  });
});

describe('What must be done before anything is sent', () => {
  const ready = { isForming: false, meetingsAhead: 7, hasCaller: true, everybodyIsSeen: true };

  it('asks for nothing when the group is made, the year booked and everybody approved', () => {
    expect(notReady({ ...ready, lines: listFor({}) })).toEqual([]);
  });

  it('names those whom the service user has not approved', () => {
    const people = [aPerson(1), aPerson(2, { standing: { ...everyYes, approved: false } })];

    expect(notReady({ ...ready, lines: listFor({ people }) })).toEqual([{ rule: 'notApproved', names: ['Person 2'] }]);
  });

  it('does not wait for an adjunct, who is not called now', () => {
    const people = [aPerson(1), aPerson(2, { part: 'adjunct', standing: { ...everyYes, approved: false } })];

    expect(notReady({ ...ready, lines: listFor({ people }) })).toEqual([]);
  });

  it('tells everything that is missing at once', () => {
    const given = {
      isForming: true,
      meetingsAhead: 0,
      hasCaller: false,
      everybodyIsSeen: false,
      lines: listFor({ meetings: [] }),
    };

    expect(notReady(given).map(({ rule }) => rule)).toEqual(['groupForming', 'notSeen', 'nothingBooked', 'noCaller']);
  });
});
