import { type Candidate, lackAt, picked } from '../../../src/groups/domain/candidate';
import { aDay, anId } from '../../support/groups-builders';

const aCandidate = (given: Partial<Candidate> = {}): Candidate => ({
  personId: anId(),
  name: 'Eva',
  lack: null,
  approval: { on: aDay('2027-01-04'), how: 'on-picture' },
  talkedOn: null,
  ...given,
});

describe('picking members', () => {
  it('takes those who have the service user’s yes and have answered yes', () => {
    const ready = aCandidate();

    expect(picked([ready, aCandidate()], [ready.personId])).toEqual([ready]);
  });

  it('refuses somebody who lacks anything', () => {
    const asked = aCandidate({ lack: 'notAnswered' });

    expect(() => picked([asked], [asked.personId])).toThrow('candidateNotReady');
  });

  it('does not know anybody who is not among the candidates', () => {
    expect(() => picked([aCandidate()], [anId()])).toThrow('notFound');
  });

  it('counts a nomination as ready only after the person’s own yes', () => {
    const ready = Object.entries(lackAt).filter(([, lack]) => lack === null);

    expect(ready.map(([state]) => state)).toEqual(['yes', 'in-the-group']);
  });
});
