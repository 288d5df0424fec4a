/** How fast mail leaves. */
export class Pace {
  constructor(
    /** Messages on their way at the same time. */
    readonly inFlight: number,
    /** Pause after each message, in milliseconds. */
    readonly pause: number,
    /** How long a message is one process's alone, in minutes; longer than any attempt may take. */
    readonly lease: number,
  ) {}
}

// At most 50 a second: a mail server that meets a whole year of a group at once begins to doubt the sender.
export const usualPace = new Pace(4, 20, 2);
