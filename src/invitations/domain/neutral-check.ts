import { type MailPiece, type Passage, passagesIn } from './mail-passages';
import type { NeutralKnowledge } from './neutral-knowledge';
import { comparable } from './readable-text';
import { seen, type SeenText } from './seen-text';
import { homeSearch, mailAddressSearch, nameSearch, type Search, withoutOwn } from './telling-words';

/** A rule the mail breaks. `sentence` is fit for a log; `found` is only for the coordinator's eyes. */
export interface NeutralFinding {
  readonly rule: string;
  readonly where: string;
  readonly sentence: string;
  readonly found: string;
}

/** Passages read together. */
interface Reading {
  readonly text: string;
  /** What somebody wrote: without the recipient's own address, random ids and tokens. */
  readonly told: SeenText;
}

/**
 * `open`: must be neutral; `covered`: stands inside a mail on a protected route;
 * `identity`: the Message-ID, which looks like an address and is none.
 */
type Sight = 'open' | 'covered' | 'identity';
const sights: readonly Sight[] = ['open', 'covered', 'identity'];

// Only programs read the Date header, whose "Jan" is nobody.
function sightOf({ where, isOutside }: Passage, { protection }: NeutralKnowledge): Sight | null {
  if (where === 'date') return null;
  if (where === 'message-id') return 'identity';
  return protection === 'open' || isOutside ? 'open' : 'covered';
}

interface NeutralRule {
  readonly rule: string;
  readonly sentence: string;
  readonly asks: readonly Sight[];
  /** Gives the first telling words. */
  readonly search: (known: NeutralKnowledge) => (reading: Reading) => string | null;
}

const amongTold =
  (search: (known: NeutralKnowledge) => Search): NeutralRule['search'] =>
  (known) => {
    const firstIn = search(known);
    return ({ told }) => firstIn(told);
  };

const rules: readonly NeutralRule[] = [
  {
    rule: 'otherName',
    sentence: 'The mail names somebody other than its recipient and the one who calls.',
    asks: ['open', 'identity'],
    search: amongTold(nameSearch),
  },
  {
    rule: 'listedWord',
    sentence: 'The mail holds a word that may not stand in open mail.',
    asks: ['open', 'identity'],
    search: amongTold(({ listedWord }) => listedWord),
  },
  {
    rule: 'homeAddress',
    sentence: 'The mail holds a home address.',
    asks: ['open', 'covered', 'identity'],
    search: amongTold(homeSearch),
  },
  {
    rule: 'otherMailAddress',
    sentence: "The mail holds somebody else's e-mail address.",
    asks: ['open', 'covered'],
    search: (known) => {
      const firstIn = mailAddressSearch(known);
      return ({ text }) => firstIn(text);
    },
  },
];

/** Finds what a mail tells that it may not tell on its route; nothing when it may leave. */
export type NeutralCheck = (pieces: readonly MailPiece[]) => readonly NeutralFinding[];

/** Made once for a recipient, for all that is written to them. */
export function neutralCheck(known: NeutralKnowledge): NeutralCheck {
  const searches = rules.map((rule) => ({ ...rule, firstIn: rule.search(known) }));
  const read = reading(known);
  return (pieces) => {
    const passages = passagesIn(pieces);
    const told = sights.flatMap((sight) => {
      const seenSo = passages.filter((passage) => sightOf(passage, known) === sight);
      const all = read(seenSo);
      // Nearly every mail tells nothing, and one look at all of it finds that out.
      const telling = searches.filter(({ asks, firstIn }) => asks.includes(sight) && firstIn(all) !== null);
      return telling.flatMap(({ rule, sentence, firstIn }) =>
        seenSo.flatMap((passage) => {
          const found = firstIn(read([passage]));
          return found === null ? [] : [{ rule, where: passage.where, sentence, found }];
        }),
      );
    });
    return [...told, ...pieces.flatMap((piece) => [...otherRecipients(piece, known), ...fetched(piece)])];
  };
}

export const neutralFindings = (pieces: readonly MailPiece[], known: NeutralKnowledge): readonly NeutralFinding[] =>
  neutralCheck(known)(pieces);

function reading(known: NeutralKnowledge): (passages: readonly Passage[]) => Reading {
  const tell = withoutOwn(known);
  return (passages) => {
    const text = comparable(passages.map((passage) => passage.text).join('\n'));
    return { text, told: seen(tell(text)) };
  };
}

const addressed = ['to', 'cc', 'bcc', 'resent-to'];

function otherRecipients({ kind, name, text }: MailPiece, known: NeutralKnowledge): readonly NeutralFinding[] {
  if (kind !== 'header' || !addressed.includes(name)) return [];
  if (text.split('@').length === 2 && text.includes(known.recipientAddress)) return [];
  return [{ rule: 'onlyRecipient', where: name, sentence: 'The mail goes to more than one recipient.', found: text }];
}

const remote = /<(?:img|script|iframe|link|object|embed|video|audio)\b|url\(/i;

function fetched({ kind, name, text }: MailPiece): readonly NeutralFinding[] {
  const found = kind === 'html' ? remote.exec(text)?.[0] : undefined;
  if (found === undefined) return [];
  const sentence = 'The mail fetches something from the net when it is opened.';
  return [{ rule: 'remoteContent', where: `${name} source`, sentence, found }];
}
