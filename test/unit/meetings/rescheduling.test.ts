import fc from 'fast-check';
import { Instant } from '../../../src/kernel/instant';
import { TimeOfDay } from '../../../src/kernel/time-of-day';
import { type Meeting, type MeetingChange, type MeetingState } from '../../../src/meetings/domain/meeting';
import { callOff, callOffRest, reschedule } from '../../../src/meetings/domain/rescheduling';
import { ToldMeeting } from '../../../src/meetings/domain/told-meeting';
import { aDay, resourceGroupProfile } from '../../support/groups-builders';
import { aMeeting, anOrigin } from '../../support/meetings-builders';

const terms = {
  profile: resourceGroupProfile(),
  hasProtectedMember: false,
  newOrigin: () => anOrigin(),
  now: Instant.of('2027-03-01T08:00:00Z'),
  told: [] as readonly ToldMeeting[],
};

const asBooked = ({ day, start, minutes, lengthReason, form, place, placeIsPublic }: Meeting): MeetingChange => ({
  ...{ day, start, minutes, lengthReason, form, place, placeIsPublic },
});

const moved = (meeting: Meeting, to: Partial<MeetingChange>, told: readonly ToldMeeting[] = []): Meeting =>
  reschedule(meeting, { ...asBooked(meeting), ...to }, { ...terms, told });

const called = (): Meeting => aMeeting().become('called');
const later = { start: TimeOfDay.of('15:00') };
const elsewhere = { place: 'Rum 7' };

describe('changing a booked meeting', () => {
  it('is no change when it is the same again', () => {
    const meeting = called();

    expect(moved(meeting, {})).toBe(meeting);
    expect(moved(meeting, { place: ' Rum 3 ' })).toBe(meeting);
  });

  it('keeps a planned meeting planned: nobody needs to be told', () => {
    expect(moved(aMeeting(), later)).toMatchObject({ state: 'planned', revision: 2, sequence: 0, since: 2 });
  });

  it.each<[string, Partial<MeetingChange>, number]>([
    ['a new day', { day: aDay('2027-04-15') }, 2],
    ['a new start', later, 2],
    ['a new length', { minutes: 75 }, 2],
    ['a new place', elsewhere, 1],
    ['a new form', { form: 'video' }, 1],
    ['a place that is public now', { placeIsPublic: true }, 1],
  ])('counts %s once, and only a new time asks anew', (_what, to, since) => {
    expect(moved(called(), to)).toMatchObject({ state: 'moved', revision: 2, sequence: 1, since });
  });

  it('tells nobody of another reason for its length', () => {
    const meeting = called();
    const after = moved(meeting, { lengthReason: 'Tolk är med.' });

    expect(after.lengthReason).toBe('Tolk är med.');
    expect(after).toMatchObject({ state: 'called', revision: 1, sequence: 0 });
  });

  it('counts the answers again when it is back at the time people were told of', () => {
    const meeting = called();
    const told = [new ToldMeeting(meeting)];
    const there = moved(moved(meeting, later, told), elsewhere, told);
    const back = moved(there, { start: meeting.start }, told);

    expect(there).toMatchObject({ since: 2, revision: 3 });
    expect(back).toMatchObject({ since: 1, revision: 4, sequence: 3, state: 'moved' });
  });

  it('asks anew when people were told of the other time in between', () => {
    const meeting = called();
    const there = moved(meeting, later, [new ToldMeeting(meeting)]).become('called');
    const back = moved(there, { start: meeting.start }, [new ToldMeeting(meeting), new ToldMeeting(there)]);

    expect(back).toMatchObject({ since: 3, revision: 3, sequence: 2 });
  });

  it('is refused once the meeting has begun', () => {
    const begun = { ...terms, now: called().startsAt };

    expect(() => reschedule(called(), asBooked(called()), begun)).toThrow('meetingAlreadyBegun');
    expect(() => callOff(called(), begun.now)).toThrow('meetingAlreadyBegun');
  });

  it('is refused when the meeting is held or cancelled', () => {
    expect(() => moved(called().become('held'), later)).toThrow('meetingAlreadyBegun');
    expect(() => moved(called().become('cancelled'), later)).toThrow('meetingAlreadyCancelled');
    expect(() =>
      called()
        .become('cancelled')
        .change(asBooked(moved(called(), later)), null),
    ).toThrow('meetingCannotBecome');
  });

  it('is refused when the new time has been', () => {
    expect(() => moved(called(), { day: aDay('2027-02-26') })).toThrow('meetingInThePast');
  });

  it('keeps the rules of length and of forms', () => {
    const home = { ...asBooked(called()), form: 'home' } as const;

    expect(() => moved(called(), { minutes: 540, lengthReason: 'Heldag.' })).toThrow('meetingTooLong');
    expect(() => moved(called(), { minutes: 120 })).toThrow('longMeetingWithoutReason');
    expect(() => reschedule(called(), home, { ...terms, hasProtectedMember: true })).toThrow(
      'homeWithProtectedIdentity',
    );
  });
});

describe('calling off', () => {
  it('raises the sequence of a meeting people were called to, and of no other', () => {
    expect(callOff(called(), terms.now)).toMatchObject({ state: 'cancelled', revision: 2, sequence: 1 });
    expect(callOff(aMeeting(), terms.now)).toMatchObject({ state: 'cancelled', revision: 2, sequence: 0 });
  });

  it('happens once', () => {
    expect(() => callOff(called().become('cancelled'), terms.now)).toThrow('meetingAlreadyCancelled');
  });

  it('of the rest leaves what has begun, what was held and what is cancelled', () => {
    const been = aMeeting({ number: 1, day: aDay('2027-02-26') }).become('called');
    const gone = aMeeting({ number: 2 }).become('cancelled');
    const [held, next, planned] = [called().become('held'), called(), aMeeting({ number: 4 })];

    const rest = callOffRest([been, gone, held, next, planned], terms.now);

    expect(rest.map(({ id, state }) => [id, state])).toEqual([
      [next.id, 'cancelled'],
      [planned.id, 'cancelled'],
    ]);
  });
});

describe('the states of a meeting', () => {
  const states: readonly MeetingState[] = ['planned', 'called', 'moved', 'held', 'cancelled'];
  const inState = {
    planned: aMeeting(),
    called: called(),
    moved: moved(called(), later),
    held: called().become('held'),
    cancelled: called().become('cancelled'),
  } satisfies Record<MeetingState, Meeting>;
  const mayBecome = (from: MeetingState, to: MeetingState): boolean => {
    try {
      const was = inState[from];
      const now = to === 'moved' ? was.change({ ...asBooked(was), minutes: was.minutes + 5 }, null) : was.become(to);
      return now.state === to;
    } catch {
      return false;
    }
  };

  it('follow one another so, and not otherwise', () => {
    const table = states.map((from) => [from, ...states.filter((to) => mayBecome(from, to))]);

    expect(table).toEqual([
      ['planned', 'planned', 'called', 'cancelled'],
      ['called', 'moved', 'held', 'cancelled'],
      ['moved', 'called', 'moved', 'held', 'cancelled'],
      ['held'],
      ['cancelled'],
    ]);
  });
});

type Step =
  | { readonly kind: 'move'; readonly hour: number; readonly minutes: number }
  | { readonly kind: 'place'; readonly place: string }
  | { readonly kind: 'call' | 'cancel' };

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('move'), hour: fc.constantFrom(9, 10), minutes: lengths() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('place'), place: fc.constantFrom('Rum 1', 'Rum 2') }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('call') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel') }) },
);

function lengths(): fc.Arbitrary<number> {
  return fc.constantFrom(30, 60);
}

interface Life {
  readonly meeting: Meeting;
  readonly told: readonly ToldMeeting[];
}

/** One step, if it may be taken. */
function stepped({ meeting, told }: Life, step: Step): Life {
  if (meeting.state === 'cancelled') return { meeting, told };
  switch (step.kind) {
    case 'move':
      return {
        told,
        meeting: moved(meeting, { start: TimeOfDay.ofMinutes(step.hour * 60), minutes: step.minutes }, told),
      };
    case 'place':
      return { told, meeting: moved(meeting, { place: step.place }, told) };
    case 'cancel':
      return { told, meeting: callOff(meeting, terms.now) };
    case 'call': {
      if (meeting.state === 'called') return { meeting, told };
      const called = meeting.become('called');
      return { meeting: called, told: [...told, new ToldMeeting(called)] };
    }
  }
}

const timeOf = ({ day, start, minutes }: Meeting | ToldMeeting): string => [day, start, minutes].join();
const shownOf = (meeting: Meeting): string => [timeOf(meeting), meeting.place, meeting.state === 'cancelled'].join();

describe('any run of moves, changes of place, calls and a cancellation', () => {
  const lives = (run: readonly Step[]): readonly Life[] =>
    run.reduce<Life[]>((all, step) => [...all, stepped(all.at(-1)!, step)], [{ meeting: aMeeting(), told: [] }]);
  const everyStep = (holds: (before: Life, after: Life) => void): void => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 25 }), (run) => {
        const all = lives(run);
        all.slice(1).forEach((after, at) => {
          holds(all[at]!, after);
        });
      }),
      { numRuns: 500 },
    );
  };

  it('never lowers the sequence, and raises the revision at each change and at nothing else', () => {
    everyStep(({ meeting: before }, { meeting: after }) => {
      const changed = shownOf(before) !== shownOf(after);
      expect(after.revision - before.revision).toBe(changed ? 1 : 0);
      expect(after.sequence - before.sequence).toBe(changed && before.wasCalled ? 1 : 0);
    });
  });

  it('never counts answers from a later change than the last, nor answers to another time', () => {
    everyStep((_, { meeting, told }) => {
      expect(meeting.since).toBeLessThanOrEqual(meeting.revision);
      const counting = told.filter(({ revision }) => revision >= meeting.since).map(timeOf);
      expect(counting.filter((time) => time !== timeOf(meeting))).toEqual([]);
    });
  });

  it('asks nobody anew whose last told time it has', () => {
    everyStep((_, { meeting, told }) => {
      const last = told.at(-1);
      if (last && timeOf(last) === timeOf(meeting)) expect(meeting.since).toBe(last.since);
    });
  });

  it('keeps every told revision once', () => {
    everyStep((_, { told }) => {
      expect(new Set(told.map(({ revision }) => revision)).size).toBe(told.length);
    });
  });
});
