import { NeutralKnowledge } from './neutral-knowledge';
import { comparable, hiddenHtml, readableCalendar, readableHtml } from './readable-text';
import { Search, homeSearch, mailAddressSearch, nameSearch, wordSearch } from './telling-words';

/** One decoded piece of a mail. */
export interface MailPiece {
  readonly kind: 'header' | 'text' | 'html' | 'calendar' | 'other';
  /** A header's name in lower case, or a part's media type. */
  readonly name: string;
  readonly text: string;
}

/** A rule the mail breaks. `sentence` is fit for a log; `found` is only for the coordinator's eyes. */
export interface NeutralFinding {
  readonly rule: string;
  readonly where: string;
  readonly sentence: string;
  readonly found: string;
}

interface Passage {
  readonly where: string;
  readonly text: string;
  /** Seen before the mail is opened, or in a calendar shared with others: neutral on every route. */
  readonly isOutside: boolean;
}

interface NeutralRule {
  readonly rule: string;
  readonly sentence: string;
  readonly appliesTo: (passage: Passage, known: NeutralKnowledge) => boolean;
  /** Made once for a mail; gives the first telling words in a text. */
  readonly search: (known: NeutralKnowledge) => Search;
}

const htmlSource = 'text/html source';

// Only programs read the HTML's source and the Date header, whose "Jan" is nobody.
const isWritten = ({ where }: Passage): boolean => where !== htmlSource && where !== 'date';

const mustBeNeutral = (passage: Passage, { protection }: NeutralKnowledge): boolean =>
  isWritten(passage) && (protection === 'open' || passage.isOutside);

const rules: readonly NeutralRule[] = [
  {
    rule: 'otherName',
    sentence: 'The mail names somebody other than its recipient and the one who calls.',
    appliesTo: mustBeNeutral,
    search: nameSearch,
  },
  {
    rule: 'listedWord',
    sentence: 'The mail holds a word that may not stand in open mail.',
    appliesTo: mustBeNeutral,
    search: wordSearch,
  },
  {
    rule: 'homeAddress',
    sentence: 'The mail holds a home address.',
    appliesTo: isWritten,
    search: homeSearch,
  },
  {
    rule: 'otherMailAddress',
    sentence: "The mail holds somebody else's e-mail address.",
    // A Message-ID looks like an address and is none.
    appliesTo: (passage) => isWritten(passage) && passage.where !== 'message-id',
    search: mailAddressSearch,
  },
  {
    rule: 'onlyRecipient',
    sentence: 'The mail goes to more than one recipient.',
    appliesTo: ({ where }) => ['to', 'cc', 'bcc', 'resent-to'].includes(where),
    search:
      ({ recipientAddress }) =>
      (text) =>
        text.split('@').length === 2 && text.includes(recipientAddress) ? null : text,
  },
  {
    rule: 'remoteContent',
    sentence: 'The mail fetches something from the net when it is opened.',
    appliesTo: ({ where }) => where === htmlSource,
    search: () => (text) => /<(?:img|script|iframe|link|object|embed|video|audio)\b|url\(/i.exec(text)?.[0] ?? null,
  },
];

/** What the mail tells that it may not tell on its route; empty when it may leave. */
export function neutralFindings(pieces: readonly MailPiece[], known: NeutralKnowledge): readonly NeutralFinding[] {
  const passages = pieces.flatMap(passagesOf).map((passage) => ({ ...passage, text: comparable(passage.text) }));
  return rules.flatMap(({ rule, sentence, appliesTo, search }) => {
    const firstIn = search(known);
    return passages
      .filter((passage) => appliesTo(passage, known))
      .flatMap(({ where, text }) => {
        const found = firstIn(text);
        return found === null ? [] : [{ rule, where, sentence, found }];
      });
  });
}

function passagesOf({ kind, name, text }: MailPiece): readonly Passage[] {
  if (kind === 'header') return [{ where: name, text, isOutside: true }];
  if (kind === 'calendar') return calendarPassages(name, text);
  if (kind !== 'html') return [{ where: name, text, isOutside: false }];
  return [
    { where: name, text: readableHtml(text), isOutside: false },
    { where: `${name} attributes`, text: hiddenHtml(text), isOutside: false },
    { where: htmlSource, text, isOutside: false },
  ];
}

const insideProperty = /^(?:DESCRIPTION|LOCATION)\b/i;
const fixedProperty = /^(?:BEGIN|END|VERSION|METHOD|CALSCALE|CLASS|TRANSP|STATUS|SEQUENCE|DT[A-Z]+):/i;
// The property's name and the parameters with fixed values: CLASS is not the possessive of Clas.
const fixedWords = /^[A-Z-]+|;(?:ROLE|CUTYPE|PARTSTAT|RSVP)=[A-Z-]+/gi;

function calendarPassages(where: string, text: string): readonly Passage[] {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  return lines
    .filter((line) => !fixedProperty.test(line))
    .map((line) => ({
      where,
      text: readableCalendar(line.replace(fixedWords, '').replace(/^:/, '')),
      isOutside: !insideProperty.test(line),
    }));
}
