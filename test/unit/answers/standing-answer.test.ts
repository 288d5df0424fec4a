import fc from 'fast-check';
import type { Act } from '../../../src/answers/domain/act';
import { choices } from '../../../src/answers/domain/act';
import { AnswerBook, newestAct, standingAnswer } from '../../../src/answers/domain/standing-answer';
import { anAct } from '../../support/answers-builders';
import { anId, someMoment } from '../../support/groups-builders';

const after = (minutes: number) => someMoment.plusMinutes(minutes);

/** Acts as they came: each recorded no earlier than the one before, and done at some moment up to then. */
const someActs = fc
  .array(
    fc.record({
      choice: fc.constantFrom(...choices),
      revision: fc.integer({ min: 1, max: 3 }),
      waited: fc.nat(2),
      doneBefore: fc.nat(4),
    }),
    { maxLength: 12 },
  )
  .map((all) => {
    let clock = 10;
    return all.map(({ choice, revision, waited, doneBefore }, index) => {
      clock += waited;
      return anAct({
        ...{ choice, revision, arrival: index + 1 },
        ...{ recordedAt: after(clock), actedAt: after(clock - doneBefore) },
      });
    });
  });

/** Walks the acts one by one in the order they came, and lets each stand that is not older than the one that stands. */
function byHand(acts: readonly Act[], since: number): Act | null {
  let standing: Act | null = null;
  for (const act of acts) {
    if (act.revision < since) continue;
    if (standing === null || !act.actedAt.isBefore(standing.actedAt)) standing = act;
  }
  return standing;
}

describe('the standing answer', () => {
  it('is nobody’s before anybody has answered', () => {
    expect(standingAnswer([], 1)).toBeNull();
  });

  it('is the newest thing the person did, in whatever order it reached us', () => {
    const phoned = anAct({ choice: 'no', actedAt: after(5), recordedAt: after(5), arrival: 1 });
    const replied = anAct({ choice: 'yes', actedAt: after(2), recordedAt: after(30), arrival: 2 });

    expect(standingAnswer([phoned, replied], 1)).toBe(phoned);
  });

  it('goes by arrival when two are equally old, for equal is not older', () => {
    const first = anAct({ actedAt: after(1), recordedAt: after(2), arrival: 1 });
    const second = anAct({ actedAt: after(1), recordedAt: after(3), arrival: 2 });
    const third = anAct({ actedAt: after(1), recordedAt: after(3), arrival: 3 });

    expect(standingAnswer([second, first], 1)).toBe(second);
    expect(standingAnswer([third, second, first], 1)).toBe(third);
  });

  it('says nothing about a new time, but the old word is still the last one said', () => {
    const old = anAct({ revision: 1 });

    expect(standingAnswer([old], 2)).toBeNull();
    expect(newestAct([old])).toBe(old);
  });

  it('is the last human act however acts come in, and twice the same changes nothing', () => {
    fc.assert(
      fc.property(someActs, fc.integer({ min: 1, max: 3 }), fc.nat(), (acts, since, salt) => {
        const right = byHand(acts, since);
        const mixed = [...acts, ...acts].toSorted(
          (a, b) => ((a.arrival * 7 + salt) % 11) - ((b.arrival * 7 + salt) % 11),
        );

        expect(standingAnswer(acts, since)).toBe(right);
        expect(standingAnswer(mixed, since)).toBe(right);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('an act', () => {
  it('is never done after we learnt of it', () => {
    const act = anAct({ actedAt: after(90), recordedAt: after(1) });

    expect(act.actedAt).toEqual(after(1));
  });

  it('is done about a revision there can have been', () => {
    expect(() => anAct({ revision: 0 })).toThrow('noSuchRevision');
    expect(() => anAct({ revision: 1.5 })).toThrow('noSuchRevision');
  });

  it.each([
    ['fieldWithHiddenCharacters', 'Jag kommer\u0000'],
    ['fieldTooLong', 'a'.repeat(2001)],
    ['personalNumberTyped', 'Mitt nummer är 811218-9876'],
  ])('is refused with %s', (code, comment) => {
    expect(() => anAct({ comment })).toThrow(code);
  });
});

describe('the answers of a group', () => {
  it('are looked up by meeting and person, and counted once each', () => {
    const [meeting, other] = [
      { id: anId<'meeting'>(), since: 2 },
      { id: anId<'meeting'>(), since: 1 },
    ];
    const [eva, gun, per] = [anId<'person'>(), anId<'person'>(), anId<'person'>()];
    const book = new AnswerBook([
      anAct({ meetingId: meeting.id, personId: eva, revision: 2 }),
      anAct({ meetingId: meeting.id, personId: eva, revision: 3, choice: 'no', actedAt: after(1) }),
      anAct({ meetingId: meeting.id, personId: gun, revision: 1 }),
      anAct({ meetingId: other.id, personId: per }),
    ]);

    expect(book.standing(meeting, eva)?.choice).toBe('no');
    expect(book.standing(meeting, gun)).toBeNull();
    expect(book.countOf(meeting, [eva, gun, per])).toBe(1);
  });
});
