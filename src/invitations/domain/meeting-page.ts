import { shortDayInWords, spanInWords, timeInWords } from '../../kernel/in-words';
import type { Choice } from '../../answers/domain/act';
import { type Appointment, asksAnew, differenceBetween, isElsewhere } from './appointment';
import type { MeetingMessage } from './call-list';
import { type CalledMeeting, isPartOnly } from './called-meeting';
import { framed, type MailLinks, type MailPage } from './mail-page';
import type { Caller, Recipient } from './recipient';
import { type ToldItem, toldAgenda, toldCount, toldPlace, toldTitle } from './told';
import { clockInWords, lengthInWords, type Say } from './wording';

/** A label and what stands under it: "Plats", "enligt överenskommelse". */
interface Fact {
  readonly label: string;
  readonly words: string;
}

/** Finished strings of a mail about one meeting. */
export interface MeetingPage extends MailPage {
  readonly count: string;
  readonly when: string;
  readonly facts: readonly Fact[];
  readonly agendaHeading: string;
  readonly agenda: readonly ToldItem[];
  readonly hint: string;
}

/** What a message about one meeting is for; the rest of it says where the message belongs. */
export type Purpose = DistributiveOmit<MeetingMessage, 'meetingId' | 'revision' | 'sequence' | 'once'>;

type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

export interface Call {
  readonly purpose: Purpose;
  readonly recipient: Recipient;
  readonly caller: Caller;
  /** As it is; for a cancellation as it was told. */
  readonly meeting: CalledMeeting;
  readonly links: MailLinks;
  /** What the recipient has answered so far. */
  readonly answer: Choice | null;
}

export function meetingPage(call: Call, say: Say): MeetingPage {
  const { recipient, caller, meeting, links } = call;
  const { language } = recipient;
  const clock = clockInWords(meeting.zone, say);
  return {
    ...framed({ recipient, caller, links, clock, say }),
    subject: subject(call, say),
    intro: intro(call, say),
    count: toldCount(meeting, say),
    when: spanInWords(meeting.span, language),
    facts: factsIn(call, say),
    agendaHeading: say('mail.agenda'),
    agenda: showsAgenda(call) ? toldAgenda(meeting, recipient.protection, say) : [],
    hint: hint(call, say),
  };
}

const showsAgenda = ({ purpose: { kind } }: Call): boolean => kind === 'invitation' || kind === 'call';

function subject({ purpose, meeting, recipient: { language } }: Call, say: Say): string {
  const moment = momentIn(meeting, language);
  switch (purpose.kind) {
    case 'invitation':
    case 'call':
      return say('mail.invitation.subject', moment);
    case 'reminder':
      return say('mail.reminder.subject', moment);
    case 'cancellation':
      return say(`mail.${purpose.why}.subject`, momentIn(purpose.was, language));
    case 'change': {
      const before = momentIn(purpose.was, language);
      return say(`mail.change.${changeOf(purpose.was, meeting)}.subject`, {
        ...moment,
        was: before.day,
        at: before.time,
      });
    }
  }
}

const momentIn = ({ span }: Appointment, language: Recipient['language']) => ({
  day: shortDayInWords(span.day, language),
  time: timeInWords(span.start, language),
});

// What cannot be told over the route is left out of the comparison by whoever decided to send this.
const changeOf = (was: Appointment, is: Appointment) => differenceBetween(was, is, 'protected') ?? 'place';

function intro(call: Call, say: Say): string {
  const isPart = isPartOnly(call.meeting) && call.purpose.kind !== 'cancellation';
  const more = [...(isElsewhereToo(call) ? ['mail.change.alsoPlace'] : []), ...(isPart ? ['mail.guest.part'] : [])];
  return [introKey(call), ...more].map((key) => say(key)).join(' ');
}

function introKey({ purpose, meeting }: Call): string {
  switch (purpose.kind) {
    case 'invitation':
    case 'call':
    case 'reminder':
      return `mail.${purpose.kind}.intro`;
    case 'cancellation':
      return `mail.${purpose.why}.intro`;
    case 'change':
      return `mail.change.${changeOf(purpose.was, meeting)}.intro`;
  }
}

function factsIn(call: Call, say: Say): readonly Fact[] {
  const { meeting, recipient, purpose } = call;
  if (purpose.kind === 'cancellation') return namedMeeting(meeting, say);
  return [
    ...beforeIn(call, say),
    ...namedMeeting(meeting, say),
    { label: say('mail.length'), words: lengthInWords(meeting.span.minutes, say) },
    { label: say('mail.place'), words: toldPlace(meeting, recipient.protection, say) },
  ];
}

/** How it was before the change, in as many words as how it is. */
function beforeIn(call: Call, say: Say): readonly Fact[] {
  const { purpose, meeting, recipient } = call;
  if (purpose.kind !== 'change') return [];
  const { was } = purpose;
  const time = { label: say('mail.change.before'), words: spanInWords(was.span, recipient.language) };
  const place = { label: say('mail.change.placeBefore'), words: toldPlace(was, recipient.protection, say) };
  if (!asksAnew(changeOf(was, meeting))) return [place];
  return isElsewhereToo(call) ? [time, place] : [time];
}

const isElsewhereToo = ({ purpose, meeting, recipient }: Call): boolean =>
  purpose.kind === 'change' &&
  asksAnew(changeOf(purpose.was, meeting)) &&
  isElsewhere(purpose.was, meeting, recipient.protection);

// The plain word for a meeting says nothing new; a name the service user chose helps to tell meetings apart.
const namedMeeting = (meeting: CalledMeeting, say: Say): readonly Fact[] => {
  const title = toldTitle(meeting, say);
  return title === say('mail.title') ? [] : [{ label: say('mail.name'), words: title }];
};

function hint({ purpose, answer }: Call, say: Say): string {
  if (purpose.kind === 'invitation') return say('mail.invitation.answer');
  if (purpose.kind === 'cancellation') return say('mail.cancellation.hint');
  if (purpose.kind === 'change') return say(purpose.asksAgain ? 'mail.change.answerAgain' : 'mail.change.noAnswer');
  return say(answer === null ? 'mail.answer.none' : `mail.answer.${answer}`);
}
