/** A page behind the code, as its address goes on after the link itself: `agenda/2?lattlast`, `mine/notes/3`. */
export type BehindCode = string;

/** Where the code leads when nobody was on their way anywhere else. */
const usualPage: BehindCode = 'agenda';

// Only pages of the link itself: no dots, no slash first, no host.
const ownPage = /^(?:agenda|mine)(?:\/[\w-]{1,64}){0,4}(?:\?lattlast)?$/;

/** What an address says that somebody wanted. */
export const wantedPage = (then: unknown): BehindCode =>
  typeof then === 'string' && ownPage.test(then) ? then : usualPage;

/** Where the code is asked for, on the way to this page. */
export const codeAddress = (token: string, then: BehindCode): string =>
  `/m/${token}/code${then === usualPage ? '' : `?then=${encodeURIComponent(then)}`}`;
