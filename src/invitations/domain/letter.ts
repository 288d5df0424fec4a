import type { CalendarDate } from '../../kernel/calendar-date';
import { dayInWords, hoursInWords, type Language } from '../../kernel/in-words';
import type { PersonId } from '../../kernel/identifiers';
import type { YearMessage } from './call-list';
import { type CalledMeeting, isPartOnly } from './called-meeting';
import { newsInWords } from './letter-words';
import type { MailPiece } from './mail-passages';
import { plainLine } from './plain-text';
import type { Caller } from './recipient';
import { toldCaller, toldPlace } from './told';
import { clockInWords, lengthInWords, type Say } from './wording';

/** Whom a letter goes to; the address is as it stands on an envelope, line by line. */
export interface LetterRecipient {
  readonly personId: PersonId;
  readonly calledName: string;
  readonly fullName: string;
  readonly address: string;
  readonly language: Language;
}

export interface LetterRow {
  readonly day: string;
  readonly hours: string;
  readonly length: string;
}

/** One person's year of meetings on paper, in finished strings; it says no more than open mail would. */
export interface Letter {
  readonly personId: PersonId;
  readonly language: Language;
  readonly address: readonly string[];
  readonly date: string;
  readonly title: string;
  readonly greeting: string;
  readonly intro: string;
  /** What has changed since the last letter, one sentence each. */
  readonly news: readonly string[];
  /** Stands over the table when there is news. */
  readonly now: string;
  readonly headings: { readonly day: string; readonly hours: string; readonly length: string };
  readonly rows: readonly LetterRow[];
  readonly place: string;
  readonly clock: string;
  readonly callLead: string;
  readonly phone: string;
  readonly goodbye: string;
  readonly signature: string;
}

type LetterMessage =
  Pick<YearMessage, 'kind' | 'news'> | { readonly kind: 'call' | 'pattern'; readonly news: readonly [] };

export interface LetterParts {
  readonly recipient: LetterRecipient;
  readonly caller: Caller;
  /** The whole year, what is new in it, one meeting that is soon, or a question. */
  readonly message: LetterMessage;
  /** Soonest first. */
  readonly meetings: readonly CalledMeeting[];
  readonly writtenOn: CalendarDate;
}

export function letterTo({ recipient, caller, message, meetings, writtenOn }: LetterParts, say: Say): Letter {
  const { language } = recipient;
  const name = toldCaller(caller, 'open');
  return {
    personId: recipient.personId,
    language,
    address: [plainLine(recipient.fullName), ...addressLines(recipient.address)],
    date: dayInWords(writtenOn, language),
    ...opening(message, meetings, say),
    greeting: say('letter.greeting', { name: plainLine(recipient.calledName) }),
    news: newsInWords(message.news, language, say),
    headings: { day: say('letter.day'), hours: say('letter.hours'), length: say('letter.length') },
    rows: meetings.map(({ span }) => ({
      day: dayInWords(span.day, language),
      hours: hoursInWords(span, language),
      length: lengthInWords(span.minutes, say),
    })),
    place: meetings.length > 0 ? placeIn(meetings, say) : '',
    clock: meetings.length > 0 ? say('letter.clock', { clock: clockIn(meetings, say) }) : '',
    callLead: say(message.kind === 'pattern' ? 'letter.pattern.call' : 'letter.call', { name }),
    phone: plainLine(caller.workPhone),
    goodbye: say('letter.goodbye'),
    signature: name,
  };
}

function opening(
  { kind }: LetterMessage,
  meetings: readonly CalledMeeting[],
  say: Say,
): Pick<Letter, 'title' | 'intro' | 'now'> {
  const count = meetings.length;
  const withPart = (intro: string): string =>
    meetings.some(isPartOnly) ? `${intro} ${say('mail.guest.parts')}` : intro;
  if (kind === 'overview')
    return { title: say('letter.title', { count }), intro: withPart(say('letter.intro', { count })), now: '' };
  const [title, intro] = [say(`letter.${kind}.title`), withPart(say(`letter.${kind}.intro`))];
  return {
    title,
    intro,
    now: kind === 'call' || kind === 'pattern' ? '' : say(count > 0 ? 'letter.change.all' : 'letter.change.none'),
  };
}

const addressLines = (address: string): readonly string[] =>
  address
    .split('\n')
    .map(plainLine)
    .filter((line) => line !== '');

/** Whether the letter goes where the person lives now: somebody else may open what comes to an earlier home. */
export const isAddressedTo = ({ address: [, ...lines] }: Letter, address: string): boolean =>
  lines.join('\n') === addressLines(address).join('\n');

// A letter lies open on a kitchen table: the same places as in open mail, once when they are the same.
function placeIn(meetings: readonly CalledMeeting[], say: Say): string {
  const places = [...new Set(meetings.map((meeting) => toldPlace(meeting, 'open', say)))];
  return say(places.length === 1 ? 'letter.place.same' : 'letter.place.several', { place: places.join(', ') });
}

const clockIn = (meetings: readonly CalledMeeting[], say: Say): string =>
  [...new Set(meetings.map(({ zone }) => clockInWords(zone, say)))].join(', ');

/** What the neutral check reads: everything but the recipient's own address. */
export function letterPiece(letter: Letter): MailPiece {
  const { title, greeting, intro, news, now, rows, place, callLead, phone, goodbye, signature } = letter;
  const lines = rows.map(({ day, hours, length }) => `${day} ${hours} ${length}`);
  return {
    kind: 'text',
    name: 'letter',
    text: [title, greeting, intro, ...news, now, ...lines, place, callLead, phone, goodbye, signature].join('\n'),
  };
}
