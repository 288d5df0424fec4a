import type { NeutralKnowledge } from './neutral-knowledge';
import { comparable, isPlain } from './readable-text';
import { folded, type SeenText, standsIn, wordsIn } from './seen-text';

/** The first telling words in a text, or null. */
export type Search = (seen: SeenText) => string | null;

const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;
// Looked for first, as few texts have it and a dash is found sooner than a digit.
const insideUuid = /-[\da-f]{4}-/i;

/**
 * What somebody wrote. The recipient's own address may hold anything and goes to nobody else; random
 * tokens and ids spell a name or a stem now and then by chance. The service's own domains stay: they may tell.
 */
export function withoutOwn({ recipientAddress, serviceAddresses, links }: NeutralKnowledge): (text: string) => string {
  const domains = serviceAddresses.map(
    (address) => [comparable(address), `@${address.split('@').at(-1) ?? ''}`] as const,
  );
  const hosts = links.map((link) => [comparable(link), new URL(link).origin] as const);
  // A letter has no mail address; to replace nothing would set a space between all letters and hide every word.
  const kept = [[comparable(recipientAddress), ' '] as const, ...domains, ...hosts].filter(([own]) => own !== '');
  const withoutKept = (text: string): string => kept.reduce((rest, [own, told]) => rest.replaceAll(own, told), text);
  return (text) => (insideUuid.test(text) ? withoutKept(text).replace(uuid, ' ') : withoutKept(text));
}

/** Names of others: whole words, any word of a name, also with the possessive s. */
export function nameSearch({ allowedNames, forbiddenNames, ownWords }: NeutralKnowledge): Search {
  const allowed = new Set(allowedNames.flatMap(wordsOfName));
  const telling = [...new Set(forbiddenNames.flatMap(wordsOfName))].filter((word) => !allowed.has(word));
  const rare = new Set(telling.filter((word) => !ownWords.has(word)));
  const common = telling.filter((word) => ownWords.has(word)).map(capitalised);
  const isRare = (word: string): boolean => rare.has(word) || (word.endsWith('s') && rare.has(word.slice(0, -1)));
  return ({ text, words }) => {
    const found = words.findIndex(isRare);
    if (found >= 0) return wordsIn(text)[found] ?? null;
    return common.find((name) => standsIn(text, name, isProperName)) ?? null;
  };
}

// An initial tells nothing alone, nor does the "af" of af Klint.
function wordsOfName(name: string): readonly string[] {
  const words = wordsIn(comparable(name));
  const telling = words.length === 1 ? words : words.filter((word) => !/^\p{Ll}{1,3}$/u.test(word));
  return telling.filter((word) => word.length > 1).map(folded);
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

// A name that is also a word of ours: "Dag" heads our table of days and "14 May" is a date,
// while a capital in the middle of a sentence ("med Dag", "see May") is a person.
const isProperName = (before: string, after: string): boolean =>
  /(?:[,:;–-]|[\p{L},:;–-] )$/u.test(before) && /^(?:['’]?s)?(?![\p{L}\p{M}\p{N}])(?! \d)/u.test(after);

interface Home {
  /** As it was written. */
  readonly line: string;
  readonly lower: string;
  /** A word that stands wherever this home does. */
  readonly landmark: string;
}

/** Homes: each line of an address that has letters and a number. */
export function homeSearch({ homeAddresses, protection, toldPlace }: NeutralKnowledge): Search {
  const told = protection === 'protected' ? folded(toldPlace ?? '') : '';
  const lines = new Set(homeAddresses.flatMap((address) => address.split(/[\n,]/)).map((line) => line.trim()));
  const homes = [...lines]
    .map((line): Home => ({ line, lower: folded(line), landmark: landmarkIn(folded(line)) }))
    .filter(({ lower }) => /\p{L}/u.test(lower) && /\d/.test(lower) && !told.includes(lower));
  const landmarks = new Set(homes.map(({ landmark }) => landmark));
  const isNear = (word: string): boolean => landmarks.has(word);
  return ({ lower, words }) =>
    landmarks.has('') || words.some(isNear) ? (homes.find((home) => isTold(home, lower))?.line ?? null) : null;
}

const isTold = ({ lower }: Home, text: string): boolean =>
  standsIn(text, lower) || standsIn(withDoor(text), withDoor(lower));

// Not the door, which may be written together with the number; empty when there is nothing else.
const landmarkIn = (line: string): string => wordsIn(line).find((word) => /^[\p{L}\p{M}]{2,}$/u.test(word)) ?? '';

// "Storgatan 4 B" and "Storgatan 4B" are the same door.
const withDoor = (text: string): string => text.replace(/(\d) (?=\p{L}(?![\p{L}\p{M}\p{N}]))/gu, '$1');

const anyAddress = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
// The same among our usual signs, where it is found much sooner.
const plainAddress = /[A-Za-zÀ-ÖØ-öø-ÿ\d.!#$%&'*+/=?^_`{|}~-]+@[A-Za-zÀ-ÖØ-öø-ÿ\d-]+(?:\.[A-Za-zÀ-ÖØ-öø-ÿ\d-]+)+/g;

/** E-mail addresses in a comparable text that are neither the recipient's nor the service's own. */
export function mailAddressSearch({ recipientAddress, serviceAddresses }: NeutralKnowledge) {
  const allowed = new Set([recipientAddress, ...serviceAddresses].map(folded));
  return (text: string): string | null => addressesIn(text).find((address) => !allowed.has(folded(address))) ?? null;
}

const addressesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line.includes('@'))
    .flatMap((line) => line.match(isPlain(line) ? plainAddress : anyAddress) ?? []);
