import { shortDayInWords, spanInWords, timeInWords } from '../../kernel/in-words';
import { CalledMeeting } from './called-meeting';
import { framed, MailLinks, MailPage } from './mail-page';
import { Caller, Recipient } from './recipient';
import { ToldItem, toldAgenda, toldPlace, toldTitle } from './told';
import { clockInWords, lengthInWords, Say } from './wording';

/** A label and what stands under it: "Plats", "enligt överenskommelse". */
interface Fact {
  readonly label: string;
  readonly words: string;
}

/** Finished strings of the call to one meeting. */
export interface InvitationPage extends MailPage {
  readonly count: string;
  readonly when: string;
  readonly facts: readonly Fact[];
  readonly agendaHeading: string;
  readonly agenda: readonly ToldItem[];
  readonly answerHint: string;
}

export interface Call {
  readonly recipient: Recipient;
  readonly caller: Caller;
  readonly meeting: CalledMeeting;
  readonly links: MailLinks;
}

export function invitationPage({ recipient, caller, meeting, links }: Call, say: Say): InvitationPage {
  const { language, protection } = recipient;
  const clock = clockInWords(meeting.zone, say);
  return {
    ...framed({ recipient, caller, links, clock, say }),
    subject: say('mail.invitation.subject', {
      day: shortDayInWords(meeting.span.day, language),
      time: timeInWords(meeting.span.start, language),
    }),
    intro: say('mail.invitation.intro'),
    count: say('mail.count', { number: meeting.number, of: meeting.of }),
    when: spanInWords(meeting.span, language),
    facts: [
      ...namedMeeting(meeting, say),
      { label: say('mail.length'), words: lengthInWords(meeting.span.minutes, say) },
      { label: say('mail.place'), words: toldPlace(meeting, protection, say) },
    ],
    agendaHeading: say('mail.agenda'),
    agenda: toldAgenda(meeting, protection, say),
    answerHint: say('mail.invitation.answer'),
  };
}

// The plain word for a meeting says nothing new; a name the service user chose helps to tell meetings apart.
const namedMeeting = (meeting: CalledMeeting, say: Say): readonly Fact[] => {
  const title = toldTitle(meeting, say);
  return title === say('mail.title') ? [] : [{ label: say('mail.name'), words: title }];
};
