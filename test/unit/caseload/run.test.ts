import { requireSomeGroups, Run, type RunParts } from '../../../src/caseload/domain/run';
import { type GroupId, idOf } from '../../../src/kernel/identifiers';
import { Instant } from '../../../src/kernel/instant';

const asked = Instant.of('2027-03-01T08:00:00.000Z');
const id = (digit: number): string => `00000000-0000-4000-8000-${String(digit).padStart(12, '0')}`;

const aRun = (changes: Partial<RunParts> = {}): Run =>
  new Run({
    id: idOf(id(1)),
    organisationId: idOf(id(2)),
    userId: idOf(id(3)),
    seconds: 30,
    askedAt: asked,
    ...changes,
  });

describe('a run', () => {
  it('waits until somebody takes it, and then runs', () => {
    const run = aRun();

    expect(run.standingAt(asked)).toBe('waiting');
    expect(run.taken(asked).standingAt(asked.plusMinutes(0.1))).toBe('running');
  });

  it('waits however long nobody has time for it', () => {
    expect(aRun().standingAt(asked.plusMinutes(600))).toBe('waiting');
  });

  it('was interrupted when whoever planned it shows no sign of life', () => {
    const run = aRun().taken(asked);

    expect(run.standingAt(asked.plusMinutes(1))).toBe('interrupted');
    expect(run.isOpenAt(asked.plusMinutes(1))).toBe(false);
    expect(run.further(40, asked.plusMinutes(1)).standingAt(asked.plusMinutes(1))).toBe('running');
  });

  it.each([
    ['done', aRun().taken(asked).done({ isCutShort: true })],
    ['cancelled', aRun().cancelled()],
    ['failed', aRun().taken(asked).failed('overran')],
  ])('that is %s stays so', (standing, run) => {
    expect(run.standingAt(asked.plusMinutes(600))).toBe(standing);
    expect(run.isOpenAt(asked)).toBe(false);
  });

  it('may search for the times that are offered, and for no other', () => {
    expect(() => aRun({ seconds: 3600 })).toThrow('fieldNotChosen');
  });

  it('is asked for at least one group and at most two hundred', () => {
    const groups = (count: number): GroupId[] => Array.from({ length: count }, (_, at) => idOf(id(at)));

    expect(() => {
      requireSomeGroups(groups(200));
    }).not.toThrow();
    expect(() => {
      requireSomeGroups([]);
    }).toThrow('noGroupChosen');
    expect(() => {
      requireSomeGroups(groups(201));
    }).toThrow('tooManyGroups');
  });
});
