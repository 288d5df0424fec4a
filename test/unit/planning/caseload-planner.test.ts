import { caseloadFrom } from '../../../src/planning/caseload-file';
import { CaseloadPlanner } from '../../../src/planning/caseload-planner.service';
import { aCaseload, aGroup } from '../../support/caseloads';
import { TypescriptThreads } from '../../support/threads';

// A thread reads the engine as TypeScript here, which takes most of the time.
jest.setTimeout(120_000);

const planner = new CaseloadPlanner(new TypescriptThreads());
const terms = (changes: object = {}) => ({
  seconds: 10,
  signal: new AbortController().signal,
  progress: () => undefined,
  ...changes,
});
const twoGroups = caseloadFrom(aCaseload([aGroup(), aGroup({ id: 'g2', network: [] })]));

describe('a caseload planned beside the main thread', () => {
  it('comes back as a proposal for each group, with every date explained', async () => {
    const outcome = await planner.propose(planner.written(twoGroups), terms());
    const { proposals, isCutShort } = outcome.kind === 'proposed' ? outcome.proposed : { proposals: [] };

    expect(isCutShort).toBe(false);
    expect(proposals.map(({ group }) => group)).toEqual(['g1', 'g2']);
    expect(proposals.flatMap(({ proposal }) => proposal.meetings)).toHaveLength(14);
    expect(proposals[1]!.proposal.meetings.filter(({ why }) => why.length === 0)).toEqual([]);
  });

  it('is given up at once when nobody wants it any more', async () => {
    const stopping = new AbortController();
    const outcome = planner.propose(planner.written(twoGroups), terms({ signal: stopping.signal }));
    stopping.abort();

    expect(await outcome).toEqual({ kind: 'stopped' });
    expect(await planner.propose('{}', terms({ signal: stopping.signal }))).toEqual({ kind: 'stopped' });
  });

  it('that brings its thread down is told as fallen, and the program goes on', async () => {
    expect(await planner.propose('{}', terms())).toEqual({ kind: 'fell' });
  });
});
