/** JSON lines for the people who run the program; never a name, an address, a token or a mail's text. */
export abstract class Log {
  abstract info(facts: object, what: string): void;
  abstract warn(facts: object, what: string): void;
  abstract error(facts: object, what: string): void;
}
