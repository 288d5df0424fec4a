import type { Proposal } from '../agendas/domain/proposal';
import type { Mine } from './mine-reading.service';
import { isServiceUsers } from './own-rooms.service';
import { homeOf, nameOf, type Speech } from './own-words';

interface WishTyped {
  readonly typed: string;
  readonly error: string | undefined;
}

/** What is to be taken up: the form, one's own, and for the service user what others propose; a guest has none of it. */
export function wishesModel({ room, proposals }: Mine, speech: Speech, { typed, error }: WishTyped) {
  const { say } = speech;
  const { year } = room;
  if (year.isGuests || year.ahead.length === 0) return null;
  const own = isServiceUsers(room);
  return {
    heading: say(own ? 'mine.wish.own' : 'mine.wish.other'),
    action: `${homeOf(speech)}/proposals`,
    keep: `wish-${room.group.id}`,
    field: {
      id: 'proposal',
      name: 'proposal',
      label: say(own ? 'mine.wish.label.own' : 'mine.wish.label.other'),
      hint: say(own ? 'mine.wish.hint.own' : 'mine.wish.hint.other'),
      value: typed,
      error,
      rows: '3',
    },
    button: say(own ? 'mine.wish.put' : 'mine.wish.propose'),
    said: proposals.filter(({ personId }) => personId === year.reader.personId).map((one) => saidModel(one, speech)),
    waiting: own
      ? proposals
          .filter(({ personId, isWaiting }) => isWaiting && personId !== year.reader.personId)
          .map((one) => waitingModel(one, { room, speech }))
      : [],
  };
}

const shapes = { waiting: 'open', accepted: 'done', declined: 'stopped' } as const;

const saidModel = ({ words, state, answer }: Proposal, { say }: Speech) => ({
  words,
  tag: { text: say(`mine.wish.${state}`), shape: shapes[state] },
  answer: answer === '' ? null : say('mine.wish.answer', { answer }),
});

function waitingModel(
  { id, meetingId, personId, words }: Proposal,
  { room, speech }: Pick<Mine, 'room'> & { readonly speech: Speech },
) {
  const number = room.year.meetings.find(({ meeting }) => meeting.id === meetingId)?.meeting.number ?? 0;
  const home = `${homeOf(speech)}/proposals/${String(number)}/${id}`;
  return {
    words,
    from: speech.say('mine.wish.from', { name: nameOf(room, personId, speech.say) }),
    accept: { action: `${home}/accept`, text: speech.say('mine.wish.accept') },
    decline: { action: `${home}/decline`, text: speech.say('mine.wish.decline') },
  };
}
