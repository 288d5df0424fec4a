/** What an instance of the program last wrote into the database, drawn at random. */
export interface Mark {
  /** Of the instance; it stays with the data folder. */
  readonly id: string;
  readonly mark: string;
}

/** What the instance remembers outside the database. */
export interface OwnMarks {
  readonly id: string;
  /** Stands in the database; null before the first. */
  readonly last: string | null;
  /** Drawn to take its place; a program that died on the way may have written it or not. */
  readonly next: string | null;
}

/** What the database says at start. */
export interface MarksFound {
  /** The mark of this instance; null when it has none there. */
  readonly own: string | null;
  /** Awake: one of them has written its mark within the last minutes. */
  readonly others: 'none' | 'asleep' | 'awake';
  readonly hasMail: boolean;
}

/** Whether the database is an older one than this instance last wrote to. */
export function isPutBack(kept: OwnMarks | null, { own, others, hasMail }: MarksFound): boolean {
  if (!hasMail) return false;
  if (kept !== null) return own !== kept.last && own !== kept.next;
  // A new instance beside others, or the very first start; else the data folder is gone too.
  return others === 'asleep';
}
