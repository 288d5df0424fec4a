import { DomainError } from '../../kernel/domain-error';

/** What a title on an open postcard may not hold. */
export interface NotNeutral {
  /** A listed word matches from the start of a word; with `*` in front also inside one. */
  readonly listedWords: readonly string[];
  /** What the group's people are called; whole words only, so that "Bo" does not find "Boka". */
  readonly names: readonly string[];
}

export interface NeutralTitleFinding {
  readonly rule: 'titleWithListedWord' | 'titleWithName';
  readonly found: string;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const notAfterLetter = '(?<![\\p{L}\\p{N}])';
const notBeforeLetter = '(?![\\p{L}\\p{N}])';

function hasListed(title: string, word: string): boolean {
  const pattern = word.startsWith('*') ? escaped(word.slice(1)) : notAfterLetter + escaped(word);
  return new RegExp(pattern, 'iu').test(title);
}

// As names are written, with the s of possession: "Olles möte" tells, "i dag" is not about Dag.
// A name in small letters is stopped when the mail itself is checked.
const hasName = (title: string, name: string): boolean =>
  name !== '' && new RegExp(`${notAfterLetter}${escaped(name)}s?${notBeforeLetter}`, 'u').test(title);

/** What in a title must not be read by whoever sees the postcard. */
export function neutralTitleFindings(
  title: string,
  { listedWords, names }: NotNeutral,
): readonly NeutralTitleFinding[] {
  // The same letter may be typed as one sign or as two.
  const plain = title.normalize('NFC');
  const words = listedWords.filter((word) => hasListed(plain, word.normalize('NFC')));
  const people = names.filter((name) => hasName(plain, name.normalize('NFC')));
  return [
    ...words.map((found) => ({ rule: 'titleWithListedWord', found: found.replace('*', '') }) as const),
    ...people.map((found) => ({ rule: 'titleWithName', found }) as const),
  ];
}

export function requireNeutralTitle(title: string, not: NotNeutral): void {
  const [finding] = neutralTitleFindings(title, not);
  if (finding) throw new DomainError(finding.rule, { field: 'neutralTitle', found: finding.found });
}
