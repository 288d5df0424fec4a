import type { ReleasedLine } from '../../src/agendas/domain/released-agenda';
import { wholeCircle } from '../../src/groups/domain/readership';
import { anId } from './groups-builders';

/** One item of a released agenda. */
export const aReleasedLine = (given: Partial<ReleasedLine> = {}): ReleasedLine => ({
  itemId: anId<'agenda item'>(),
  title: 'Nytt från läkaren',
  neutralTitle: 'Nytt sedan sist',
  leader: 'doctor',
  minutes: 10,
  line: 'Vad vi behöver veta.',
  easy: '',
  standing: '',
  offset: 0,
  readership: wholeCircle,
  guest: null,
  ...given,
});
