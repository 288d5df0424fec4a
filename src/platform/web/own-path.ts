// A second slash or a backslash after the first would lead to another host.
const ownPath = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/;

/** A path on this site to go back to, as a form or an address gave it; anything else becomes `/`. */
export const ownPathOr = (given: unknown, otherwise = '/'): string =>
  typeof given === 'string' && given.length <= 2000 && ownPath.test(given) ? given : otherwise;
