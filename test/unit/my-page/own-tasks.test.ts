import { wholeCircle, type Reader } from '../../../src/groups/domain/readership';
import { taskLists, tasksFor } from '../../../src/my-page/domain/own-tasks';
import { Instant } from '../../../src/kernel/instant';
import type { Task } from '../../../src/progress/domain/task';
import { anId } from '../../support/groups-builders';
import { aMark, aTask } from '../../support/progress-builders';

const [olle, asa, eva, hans] = [anId<'person'>(), anId<'person'>(), anId<'person'>(), anId<'person'>()];

const reader = {
  olle: { personId: olle, part: 'service-user' },
  asa: { personId: asa, part: 'doctor' },
  eva: { personId: eva, part: 'network' },
  hans: { personId: hans, part: 'adjunct' },
} as const satisfies Record<string, Reader>;

const tasks = [
  aTask({ what: 'alla', who: olle, readership: wholeCircle }),
  aTask({ what: 'trion', who: asa, readership: { audience: 'trio', named: [] } }),
  aTask({ what: 'Evas med Hans', who: eva, withWhom: [hans], readership: { audience: 'named', named: [] } }),
  aTask({ what: 'Hans får veta', who: asa, readership: { audience: 'named', named: [hans] } }),
];

const names = (some: readonly Task[]): readonly string[] => some.map(({ what }) => what);

describe('The tasks on somebody’s own page', () => {
  it.each([
    ['olle', ['alla', 'trion', 'Evas med Hans', 'Hans får veta']],
    ['asa', ['alla', 'trion', 'Hans får veta']],
    ['eva', ['alla', 'Evas med Hans']],
    ['hans', ['Evas med Hans']],
  ] as const)('for %s are %j', (who, seen) => {
    expect(names(tasksFor(tasks, reader[who], new Set()))).toEqual(seen);
  });

  it.each([
    ['olle', ['alla', 'trion', 'Evas med Hans', 'Hans får veta']],
    ['asa', ['trion', 'Hans får veta']],
    ['eva', ['Evas med Hans']],
    ['hans', ['Evas med Hans']],
  ] as const)('for %s are %j while the notes are Olle’s alone, or their lines were struck', (who, seen) => {
    const heldBack = new Set(tasks.map(({ id }) => id));

    expect(names(tasksFor(tasks, reader[who], heldBack))).toEqual(seen);
  });

  it('are their own first, then the others’', () => {
    const { own, others } = taskLists(tasks, eva);

    expect([names(own), names(others)]).toEqual([['Evas med Hans'], ['alla', 'trion', 'Hans får veta']]);
  });

  it('tell the last three they have done, the newest first, and nobody else’s', () => {
    const doneAt = (what: string, at: string, who = eva): Task =>
      aTask({ what, who }).become('done', aMark({ at: Instant.of(at) }));
    const done = [
      doneAt('äldst', '2027-04-01T08:00:00Z'),
      doneAt('nyast', '2027-04-09T08:00:00Z'),
      doneAt('Olles', '2027-04-10T08:00:00Z', olle),
      doneAt('sedan', '2027-04-05T08:00:00Z'),
      doneAt('mitten', '2027-04-07T08:00:00Z'),
    ];

    expect(names(taskLists(done, eva).done)).toEqual(['nyast', 'mitten', 'sedan']);
  });
});
