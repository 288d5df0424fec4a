import { type ReleasedLine } from '../../src/agendas/domain/released-agenda';
import { wholeCircle } from '../../src/groups/domain/readership';
import { Instant } from '../../src/kernel/instant';
import { type LineParts, NoteLine } from '../../src/notes/domain/note-line';
import { type NoteItem, Notes, type NotesParts } from '../../src/notes/domain/notes';
import { aDay, anId } from './groups-builders';

export const noon = Instant.of('2027-04-14T11:00:00Z');

export const aNoteItem = (given: Partial<ReleasedLine & NoteItem> = {}): NoteItem => ({
  itemId: anId(),
  title: 'Nytt från läkaren',
  neutralTitle: 'Nytt sedan sist',
  leader: 'doctor',
  minutes: 10,
  line: '',
  easy: '',
  standing: '',
  offset: 0,
  readership: wholeCircle,
  guest: null,
  isPutOff: false,
  ...given,
});

export const aLine = (given: Partial<LineParts> = {}): NoteLine =>
  new NoteLine({
    id: anId(),
    organisationId: anId(),
    notesId: anId(),
    itemId: anId(),
    kind: 'outcome',
    position: 1,
    text: 'Olle sover bättre.',
    readership: wholeCircle,
    guest: null,
    ...given,
  });

/** Notes of a meeting where the service user was, still being written unless said otherwise. */
export function someNotes(given: Partial<NotesParts> = {}): Notes {
  const serviceUserId = given.serviceUserId ?? anId<'person'>();
  return new Notes({
    id: anId(),
    organisationId: anId(),
    groupId: anId(),
    meetingId: anId(),
    chair: 'together',
    chairId: null,
    attendance: [{ personId: serviceUserId, presence: 'there' }],
    items: [],
    lines: [],
    begunAt: noon,
    ...given,
    serviceUserId,
  });
}

/** Notes that have come so far on their way out, by all the steps before it. */
export function notesThatAre(state: 'over' | 'shown' | 'let go', given: Partial<NotesParts> = {}): Notes {
  const over = someNotes(given).end(noon);
  if (state === 'over') return over;
  const shown = over.show(noon, []);
  return state === 'shown' ? shown : shown.letGo({ how: 'by-phone', on: aDay('2027-04-15') }, shown.changes);
}
