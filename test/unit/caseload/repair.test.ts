import fc from 'fast-check';
import { clashesIn, standingIn } from '../../../src/caseload/domain/clashes';
import { type Move, nameOf, repair, type RepairQuestion } from '../../../src/caseload/domain/repair';
import { lightestCover, type Pair } from '../../../src/caseload/domain/repair-cover';
import { spanText } from '../../support/repair-builders';
import { caseloadFrom, type CaseloadFile } from '../../../src/planning/caseload-file';
import { aCaseload, type GroupInFile, office, oneMeeting, type PersonInFile } from '../../support/caseloads';

const fixedAt = (start: string, changes: Partial<GroupInFile> = {}): GroupInFile =>
  oneMeeting(start.slice(0, 10), { fixed: [{ index: 0, start }], ...changes });

const all: RepairQuestion = { cause: () => true, weightOf: () => 1 };

const weighing = (weights: Readonly<Record<string, number>>): RepairQuestion => ({
  cause: () => true,
  weightOf: ({ group }) => weights[group] ?? 0,
});

const movesIn = (file: CaseloadFile, question: RepairQuestion = all): readonly string[] =>
  repair(caseloadFrom(file), question).moves.map(({ meeting }) => meeting.group);

const monday = '2027-01-18T10:00';

describe('clashes', () => {
  it('are none where everybody can come', () => {
    expect(clashesIn(caseloadFrom(aCaseload([fixedAt(monday)])))).toEqual([]);
  });

  it('tell of a closed day, of a core member who is away, and of one who is in two meetings', () => {
    const doctor: PersonInFile = { id: 'doctor', busy: [['2027-01-20T09:00', '2027-01-20T11:00']] };
    const groups = [
      fixedAt('2027-01-06T10:00', { id: 'a', core: ['u1', 'nurse'] }),
      fixedAt('2027-01-20T10:00', { id: 'b', core: ['u2', 'doctor'] }),
      fixedAt('2027-01-18T10:00', { id: 'c', core: ['u3', 'coordinator'] }),
      fixedAt('2027-01-18T10:30', { id: 'd', core: ['u4', 'coordinator'] }),
      fixedAt('2027-01-19T07:30', { id: 'e', core: ['u5'] }),
    ];

    const found = clashesIn(caseloadFrom(aCaseload(groups, [doctor])));

    expect(found.map((clash) => [clash.kind, 'why' in clash ? clash.why : clash.people])).toEqual([
      ['closedDay', 'redDay'],
      ['away', 'busy'],
      ['away', 'hours'],
      ['twice', ['coordinator']],
    ]);
  });

  it('leave out network members, who are only absent', () => {
    const mother: PersonInFile = { id: 'mother', ...{ hours: office('tue') } };

    expect(clashesIn(caseloadFrom(aCaseload([fixedAt(monday)], [mother])))).toEqual([]);
  });

  it('see hours that touch as one', () => {
    const doctor: PersonInFile = {
      id: 'doctor',
      hours: {
        mon: [
          ['08:00', '10:30'],
          ['10:30', '17:00'],
        ],
      },
    };

    expect(clashesIn(caseloadFrom(aCaseload([fixedAt(monday)], [doctor])))).toEqual([]);
  });
});

describe('repair', () => {
  const both = [
    fixedAt(monday, { id: 'a', core: ['u1', 'doctor'] }),
    fixedAt(monday, { id: 'b', core: ['u2', 'doctor'] }),
  ];

  it('moves the meeting that fewest people have been asked to', () => {
    expect(movesIn(aCaseload(both), weighing({ a: 6, b: 0 }))).toEqual(['b']);
    expect(movesIn(aCaseload(both), weighing({ a: 0, b: 6 }))).toEqual(['a']);
  });

  it('moves the other one when the lightest has nowhere to go', () => {
    const onlyMonday: PersonInFile = { id: 'u2', hours: { mon: [['10:00', '11:00']] } };
    const [first, second] = [both[0] ?? fixedAt(monday), { ...both[1], windowDays: 0 } as GroupInFile];

    const mended = repair(caseloadFrom(aCaseload([first, second], [onlyMonday])), weighing({ a: 6, b: 0 }));

    expect(mended.moves.map(({ meeting }) => meeting.group)).toEqual(['a']);
    expect(mended.stuck).toEqual([]);
  });

  it('says why a meeting has nowhere to go', () => {
    const away: PersonInFile = { id: 'doctor', busy: [['2027-01-01T08:00', '2027-02-28T17:00']] };

    const mended = repair(caseloadFrom(aCaseload([fixedAt(monday)], [away])), all);

    expect(mended.moves).toEqual([]);
    expect(mended.stuck.map(({ meeting, why }) => [meeting.group, why.flatMap(({ people }) => people ?? [])])).toEqual([
      ['g1', ['doctor']],
    ]);
  });

  it('mends only the clashes of its cause', () => {
    const groups = [...both, fixedAt('2027-01-06T10:00', { id: 'c', core: ['u3'] })];
    const ofC: RepairQuestion = { ...all, cause: (clash) => clash.kind === 'closedDay' };

    expect(movesIn(aCaseload(groups), ofC)).toEqual(['c']);
  });

  it('leaves the way to and from a meeting at home free', () => {
    const doctor: PersonInFile = { id: 'doctor', travelMinutes: 60, hours: { mon: [['08:30', '13:00']] } };
    const groups = [
      fixedAt(monday, { id: 'a', core: ['u1', 'doctor'], atHome: true }),
      fixedAt(monday, { id: 'b', core: ['u2', 'doctor'], windowDays: 0 }),
    ];

    const { moves } = repair(caseloadFrom(aCaseload(groups, [doctor])), weighing({ a: 6, b: 0 }));

    expect(moves.map(({ to }) => spanText(to))).toEqual(['2027-01-18T12:00']);
  });

  it('keeps a row of meetings in its order', () => {
    const row = oneMeeting('2027-01-18', {
      offsetsMonths: [0, 0],
      fixed: [
        { index: 0, start: '2027-01-18T10:00' },
        { index: 1, start: '2027-01-19T08:00' },
      ],
    });
    const doctor: PersonInFile = { id: 'doctor', busy: [['2027-01-18T08:00', '2027-01-18T17:00']] };

    const [move] = repair(caseloadFrom(aCaseload([row], [doctor])), all).moves;

    expect(move ? spanText(move.to) : '').toMatch(/^2027-01-15T/);
  });
});

/** Groups of one or two booked meetings each, sharing doctors and coordinators, some of them away. */
const caseloads = fc
  .record({
    meetings: fc.array(
      fc.record({
        day: fc.integer({ min: 4, max: 29 }),
        hour: fc.integer({ min: 8, max: 15 }),
        doctor: fc.integer({ min: 0, max: 2 }),
        coordinator: fc.integer({ min: 0, max: 2 }),
        network: fc.integer({ min: 0, max: 3 }),
        weight: fc.integer({ min: 0, max: 6 }),
      }),
      { minLength: 1, maxLength: 9 },
    ),
    away: fc.array(fc.record({ doctor: fc.integer({ min: 0, max: 2 }), day: fc.integer({ min: 4, max: 29 }) }), {
      maxLength: 3,
    }),
  })
  .map(({ meetings, away }) => {
    const groups = meetings.map(({ day, hour, doctor, coordinator, network }, at) =>
      fixedAt(`2027-01-${two(day)}T${two(hour)}:00`, {
        id: `g${String(at)}`,
        core: [`u${String(at)}`, `c${String(coordinator)}`, `d${String(doctor)}`],
        network: [`n${String(network)}`],
      }),
    );
    const people = [0, 1, 2].map((doctor): PersonInFile => {
      const days = [...new Set(away.filter((one) => one.doctor === doctor).map(({ day }) => day))];
      return { id: `d${String(doctor)}`, busy: days.map((day) => wholeDay(two(day))) };
    });
    const weights = Object.fromEntries(meetings.map(({ weight }, at) => [`g${String(at)}`, weight]));
    return { file: aCaseload(groups, people), question: weighing(weights) };
  });

const two = (value: number): string => String(value).padStart(2, '0');
const wholeDay = (day: string): [string, string] => [`2027-01-${day}T00:00`, `2027-01-${day}T23:00`];

describe('every repair', () => {
  it('touches only meetings of its cause', () => {
    fc.assert(
      fc.property(caseloads, fc.nat({ max: 2 }), ({ file, question }, doctor) => {
        const caseload = caseloadFrom(file);
        const cause: RepairQuestion['cause'] = (clash) =>
          clash.kind === 'twice' && clash.people.includes(`d${String(doctor)}`);
        const { moves, stuck } = repair(caseload, { ...question, cause });
        const concerned = clashesIn(caseload)
          .filter(cause)
          .flatMap((clash) => (clash.kind === 'twice' ? clash.meetings.map(nameOf) : []));
        for (const { meeting } of [...moves, ...stuck]) expect(concerned).toContain(nameOf(meeting));
      }),
      { numRuns: 60 },
    );
  });

  it('leaves no clash but with a meeting that has nowhere to go', () => {
    fc.assert(
      fc.property(caseloads, ({ file, question }) => {
        const mended = repair(caseloadFrom(file), question);
        const gone = new Set(mended.stuck.map(({ meeting }) => meeting.group));
        expect(clashesIn(caseloadFrom(movedIn(file, mended.moves, gone)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same for the same question', () => {
    fc.assert(
      fc.property(caseloads, ({ file, question }) => {
        expect(repair(caseloadFrom(file), question)).toEqual(repair(caseloadFrom(file), question));
      }),
      { numRuns: 15 },
    );
  });

  it('moves a meeting that nobody has a clash with never', () => {
    fc.assert(
      fc.property(caseloads, ({ file, question }) => {
        const caseload = caseloadFrom(file);
        const clashing = new Set(
          clashesIn(caseload)
            .flatMap((clash) => ('meetings' in clash ? [...clash.meetings] : [clash.meeting]))
            .map(nameOf),
        );
        const moved = repair(caseload, question).moves.map(({ meeting }) => nameOf(meeting));
        const calm = standingIn(caseload)
          .map(nameOf)
          .filter((name) => !clashing.has(name));
        expect(moved.filter((name) => calm.includes(name))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** The file as it is once the moves are made and the meetings without a time are gone. */
function movedIn(file: CaseloadFile, moves: readonly Move[], gone: ReadonlySet<string>): CaseloadFile {
  const to = new Map(moves.map(({ meeting, to: span }) => [meeting.group, spanText(span)]));
  const groups = file.groups
    .filter(({ id }) => !gone.has(id))
    .map((group) => {
      const start = to.get(group.id);
      return start === undefined ? group : { ...group, fixed: [{ index: 0, start }] };
    });
  return { ...file, groups };
}

describe('the lightest choice', () => {
  const knots = fc.integer({ min: 2, max: 9 }).chain((count) =>
    fc.record({
      weights: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: count, maxLength: count }),
      pairs: fc
        .array(fc.tuple(fc.nat({ max: count - 1 }), fc.nat({ max: count - 1 })), { maxLength: 16 })
        .map((pairs) => pairs.filter(([one, other]) => one !== other)),
    }),
  );

  it('asks as few people again as any choice does', () => {
    fc.assert(
      fc.property(knots, ({ weights, pairs }) => {
        const chosen = lightestCover(weights, pairs);

        expect(covers(chosen, pairs)).toBe(true);
        expect(weightOf(chosen, weights)).toBe(lightestOfAll(weights, pairs));
      }),
      { numRuns: 300 },
    );
  });

  it('finds its way through a knot that is too large to try everything in', () => {
    const pairs = Array.from({ length: 120 }, (_, at): Pair => [at % 60, (at * 7 + 1) % 60]).filter(
      ([a, b]) => a !== b,
    );

    expect(covers(lightestCover(Array<number>(60).fill(1), pairs), pairs)).toBe(true);
  });
});

const covers = (chosen: readonly number[], pairs: readonly Pair[]): boolean =>
  pairs.every((pair) => pair.some((meeting) => chosen.includes(meeting)));

const weightOf = (chosen: readonly number[], weights: readonly number[]): number =>
  chosen.reduce((total, meeting) => total + (weights[meeting] ?? 0), 0);

/** By trying every set of meetings there is. */
function lightestOfAll(weights: readonly number[], pairs: readonly Pair[]): number {
  const sets = Array.from({ length: 2 ** weights.length }, (_, set) =>
    weights.flatMap((_weight, meeting) => ((set >> meeting) & 1 ? [meeting] : [])),
  );
  return Math.min(...sets.filter((set) => covers(set, pairs)).map((set) => weightOf(set, weights)));
}
