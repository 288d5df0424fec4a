import { mayBeCalled, type Standing } from '../../groups/domain/may-be-called';
import type { MeetingId } from '../../kernel/identifiers';
import { isOfNoMeeting, type Message, type StopReason } from '../../outbox/domain/delivery';
import type { Reach } from '../../people/domain/reach';
import { isAddressedTo, type Letter } from './letter';
import { isSameShare, type Share } from './own-appointment';

/** What holds at the moment a message is about to leave. */
export interface Holding {
  readonly standing: Standing;
  readonly reach: Reach;
  /** null when a meeting it is about is gone or called off. */
  readonly revision: number | null;
  /** How much of a meeting the person is called to now. */
  readonly share: (meetingId: MeetingId) => Share;
  /** What it tells of agendas is what their newest releases tell its reader. */
  readonly tellsAgenda: boolean;
  /** As it was written; null for what is no letter. */
  readonly letter: Letter | null;
}

/** Does all that held when the message was put still hold? */
export function stillRight(message: Message, holding: Holding): 'yes' | StopReason {
  if (message.kind === 'cancellation') return stillOff(message, holding);
  const { standing, reach, revision, letter } = holding;
  if (!standing.member) return 'leftGroup';
  if (!standing.approved) return 'notApproved';
  if (!mayBeCalled(standing, message.channel === 'inPerson' ? 'phone' : message.channel)) return 'noConsent';
  if (!isStillTheWay(message, reach, letter)) return 'otherRoute';
  if (isLessProtected(message, reach)) return 'lessProtected';
  if (isOfNoMeeting(message.kind)) return 'yes';
  if (revision === null) return 'calledOff';
  return saysWhatHolds(message, holding) ? 'yes' : 'changed';
}

const saysWhatHolds = (message: Message, holding: Holding): boolean =>
  holding.revision === message.revision && holding.tellsAgenda && tellsTheirPart(message, holding);

const tellsTheirPart = ({ tells }: Message, { share }: Holding): boolean =>
  tells.every(({ meetingId, isOff, slice }) =>
    isOff ? typeof share(meetingId) === 'string' : isSameShare(share(meetingId), slice),
  );

/**
 * A cancellation goes also to somebody who has left or taken back a yes, since it takes the meeting out of their
 * calendar; but never to somebody whose identity is protected or who wants no mail, nor when they are called again.
 */
function stillOff(message: Message, { standing, reach, share }: Holding): 'yes' | StopReason {
  if (reach.by === 'none') return 'otherRoute';
  if (isLessProtected(message, reach)) return 'lessProtected';
  const isCalled = message.meetingId !== null && share(message.meetingId) !== 'nothing';
  return isCalled && mayBeCalled(standing, 'email') ? 'changed' : 'yes';
}

const isLessProtected = ({ protection }: Message, reach: Reach): boolean =>
  protection === 'protected' && reach.by === 'email' && reach.protection === 'open';

function isStillTheWay({ channel, recipient }: Message, reach: Reach, letter: Letter | null): boolean {
  switch (channel) {
    case 'email':
      return reach.by === 'email' && reach.address === recipient;
    case 'letter':
      return reach.by === 'letter' && letter !== null && isAddressedTo(letter, reach.address);
    case 'phone':
      return reach.by === 'phone';
    case 'inPerson':
      return reach.by === 'none' && reach.why === 'protectedIdentity';
  }
}
