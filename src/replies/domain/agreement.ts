import type { Doubt } from './decision';
import type { KnownInvitation } from './known-invitation';
import type { ReadAttendee, ReadEvent, ReadMail } from './read-mail';

/** The token in the address is the first thing that agrees: without it nothing is known. These are the other three. */
export function doubtsAbout(event: ReadEvent, mail: ReadMail, known: KnownInvitation): readonly Doubt[] {
  const doubts: Doubt[] = [];
  if (event.uid !== known.uid) doubts.push('otherMeeting');
  if (!isMailed(spokenFor(event, known)?.address, known)) doubts.push('otherAttendee');
  if (!isMailed(mail.from, known)) doubts.push('otherSender');
  if (!mail.isVouchedFor) doubts.push('senderNotVouchedFor');
  return doubts;
}

/** Whom the reply speaks for: the invited person among those it names, and otherwise the first. */
export const spokenFor = ({ attendees }: ReadEvent, known: KnownInvitation): ReadAttendee | undefined =>
  attendees.find(({ address }) => isMailed(address, known)) ?? attendees[0];

// RFC 5321 §2.4 would tell capitals apart before the @; no mailbox in use does, and calendars change them.
const isMailed = (address: string | null | undefined, { mailedTo }: KnownInvitation): boolean =>
  mailedTo.some((mailed) => mailed.toLowerCase() === address?.toLowerCase());
