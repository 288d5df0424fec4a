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
  };
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
