import type { Standing } from '../../groups/domain/may-be-called';
import type { Reach } from '../../people/domain/reach';
import type { Message, StopReason } from './delivery';

/** What holds at the moment a mail is about to leave. */
export interface Holding {
  readonly standing: Standing;
  readonly reach: Reach;
  /** null when a meeting it is about is gone or called off. */
  readonly revision: number | null;
}

/** Does all that held when the mail was put still hold? */
export function stillRight(message: Message, { standing, reach, revision }: Holding): 'yes' | StopReason {
  if (!standing.member) return 'leftGroup';
  if (!standing.approved) return 'notApproved';
  if (!standing.takePart || !standing.contact) return 'noConsent';
  if (reach.by !== 'email' || reach.address !== message.recipient) return 'otherRoute';
  if (message.protection === 'protected' && reach.protection === 'open') return 'lessProtected';
  if (revision === null) return 'calledOff';
  return revision === message.revision ? 'yes' : 'changed';
}
