/** How fast mail leaves. */
export class Pace {
  constructor(
    /** Messages on their way at the same time, or sent and not recorded yet. */
    readonly inFlight: number,
    /** Pause after each message, in milliseconds. */
    readonly pause: number,
    /** How long a message is one process's alone, in seconds; longer than any attempt may take. */
    readonly lease: number,
  ) {}

  /** At most 50 a second: a mail server that meets a whole year of a group at once begins to doubt the sender. */
  static usual(lease: number): Pace {
    return new Pace(4, 20, lease);
  }
}
