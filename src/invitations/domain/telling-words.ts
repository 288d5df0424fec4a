import { NeutralKnowledge } from './neutral-knowledge';
import { comparable } from './readable-text';

/** The first telling words in a text, or null. */
export type Search = (text: string) => string | null;

const before = '(?<![\\p{L}\\p{M}\\p{N}])';
const after = '(?![\\p{L}\\p{M}\\p{N}])';
const lower = (text: string): string => comparable(text).trim().toLowerCase();
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+');
const oneOf = (texts: readonly string[]): string => `(?:${texts.map(escaped).join('|')})`;

const searchFor =
  (pattern: RegExp): Search =>
  (text) =>
    pattern.exec(text)?.[0] ?? null;

const nothing: Search = () => null;
const searchForAny = (texts: readonly string[], pattern: (any: string) => RegExp): Search =>
  texts.length === 0 ? nothing : searchFor(pattern(oneOf(texts)));

const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;

/**
 * Searches what somebody wrote. The recipient's own address may hold anything and goes to nobody else; random
 * tokens and ids spell a name or a stem now and then by chance. The service's own domains stay: they may tell.
 */
function amongWords({ recipientAddress, serviceAddresses, links }: NeutralKnowledge, search: Search): Search {
  const domains = serviceAddresses.map(
    (address) => [comparable(address), `@${address.split('@').at(-1) ?? ''}`] as const,
  );
  const hosts = links.map((link) => [comparable(link), new URL(link).origin] as const);
  // A letter has no mail address; to replace nothing would set a space between all letters and hide every word.
  const kept = [[comparable(recipientAddress), ' '] as const, ...domains, ...hosts].filter(([own]) => own !== '');
  return (text) => search(kept.reduce((rest, [own, told]) => rest.replaceAll(own, told), text).replace(uuid, ' '));
}

/** Names of others: whole words, any word of a name, also with the possessive s. */
export function nameSearch(known: NeutralKnowledge): Search {
  const { allowedNames, forbiddenNames, ownWords } = known;
  const allowed = new Set(allowedNames.flatMap(wordsOf));
  const ours = new Set(ownWords.map(lower));
  const telling = [...new Set(forbiddenNames.flatMap(wordsOf))].filter((word) => !allowed.has(word));
  const rare = searchForAny(
    telling.filter((word) => !ours.has(word)),
    (any) => new RegExp(`${before}${any}(?:['’]?s)?${after}`, 'iu'),
  );
  const common = searchForAny(telling.filter((word) => ours.has(word)).map(capitalised), properName);
  return amongWords(known, (text) => rare(text) ?? common(text));
}

// An initial tells nothing alone, nor does the "af" of af Klint.
function wordsOf(name: string): readonly string[] {
  const words = comparable(name).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const telling = words.length === 1 ? words : words.filter((word) => !/^\p{Ll}{1,3}$/u.test(word));
  return telling.filter((word) => word.length > 1).map((word) => word.toLowerCase());
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

// A name that is also a word of ours: "Dag" heads our table of days and "14 May" is a date,
// while a capital in the middle of a sentence ("med Dag", "see May") is a person.
const properName = (any: string): RegExp =>
  new RegExp(`(?<=[\\p{L},:;–-] ?)${before}${any}(?:['’]?s)?${after}(?! \\d)`, 'u');

/** Listed words by their stems. */
export function wordSearch(known: NeutralKnowledge): Search {
  const { listedWords } = known;
  const inside = listedWords.filter((word) => word.startsWith('*')).map((word) => lower(word.slice(1)));
  const atStart = listedWords.filter((word) => !word.startsWith('*')).map(lower);
  const anywhere = searchForAny(inside, (any) => new RegExp(`${any}[\\p{L}\\p{M}]*`, 'iu'));
  const starting = searchForAny(atStart, (any) => new RegExp(`${before}${any}[\\p{L}\\p{M}]*`, 'iu'));
  return amongWords(known, (text) => anywhere(text) ?? starting(text));
}

/** Homes: each line of an address that has letters and a number. */
export function homeSearch({ homeAddresses, protection, toldPlace }: NeutralKnowledge): Search {
  const told = protection === 'protected' ? lower(toldPlace ?? '') : '';
  const lines = homeAddresses.flatMap((address) => address.split(/[\n,]/)).map(lower);
  const telling = lines.filter((line) => /\p{L}/u.test(line) && /\d/.test(line) && !told.includes(line));
  const asWritten = searchForAny(telling, (any) => new RegExp(`${before}${any}${after}`, 'iu'));
  const byItsDoor = searchForAny(telling.map(withDoor), (any) => new RegExp(`${before}${any}${after}`, 'iu'));
  return (text) => asWritten(text) ?? byItsDoor(withDoor(text));
}

// "Storgatan 4 B" and "Storgatan 4B" are the same door.
const withDoor = (text: string): string => text.replace(/(\d) (?=\p{L}(?![\p{L}\p{M}\p{N}]))/gu, '$1');

const anyAddress = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** E-mail addresses that are neither the recipient's nor the service's own. */
export function mailAddressSearch({ recipientAddress, serviceAddresses }: NeutralKnowledge): Search {
  const allowed = new Set([recipientAddress, ...serviceAddresses].map(lower));
  return (text) => text.match(anyAddress)?.find((address) => !allowed.has(lower(address))) ?? null;
}
