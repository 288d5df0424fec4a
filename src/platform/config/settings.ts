import type { DatabaseAddress } from '../database/open-database';
import type { Language } from '../../kernel/in-words';

/** Everything the program is told from outside, read once at start. */
export abstract class Settings {
  abstract readonly database: DatabaseAddress;
  /** Where the built-in database, written mail and generated secrets live. */
  abstract readonly dataFolder: string;
  /** Folder of word lists, profiles and reference lists that come with the program. */
  abstract readonly suppliedFolder: string;
  abstract readonly viewsFolder: string;
  abstract readonly assetsFolder: string;
  abstract readonly listen: { readonly host: string; readonly port: number };
  /** How many proxies stand before the program; each tells the address it was asked from. */
  abstract readonly proxies: number;
  /** The address in links; never taken from a request. No slash at the end. */
  abstract readonly publicAddress: string;
  abstract readonly mail: {
    /** `svar@kretsen.example`: calls come from it with a token after a plus sign. */
    readonly replyAddress: string;
    /** null: mail is written as .eml files into the data folder. */
    readonly smtpUrl: string | null;
    /** For how many seconds a message on its way is one process's alone; each attempt takes at most half of it. */
    readonly lease: number;
  };
  /** The mailbox that answers come back to; null: nobody looks for them. */
  abstract readonly mailbox: {
    /** `imaps://user:password@host:993`, with a folder as its path when it is not INBOX. */
    readonly url: string;
    /** The name the receiving server writes in Authentication-Results (RFC 8601 §2.5); null: no sender is vouched for. */
    readonly authservId: string | null;
  } | null;
  abstract readonly calls: {
    /** Minutes that a change waits for further edits before it is mailed. */
    readonly changePause: number;
    /** How many days before a meeting the call with its agenda goes out. */
    readonly daysAhead: number;
  };
  /** Whether coordinators may give addresses of calendars on other machines, which the program then asks. */
  abstract readonly calendarAddresses: boolean;
  abstract readonly language: Language;
  abstract readonly zone: string;
  abstract readonly keys: {
    /** 32 bytes: seals free text about people. */
    readonly data: Buffer;
    readonly dataKeyId: string;
    /** 32 bytes: derives the tokens of links and reply addresses. */
    readonly links: Buffer;
  };
  abstract readonly practice: boolean;
}
