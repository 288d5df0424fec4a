/** What an instance of the program last wrote into the database, drawn at random. */
export interface Mark {
  /** Of the instance; it stays with the data folder. */
  readonly id: string;
  readonly mark: string;
}

/** What the instance remembers outside the database: the last mark, and the one before it. */
export interface OwnMarks {
  readonly id: string;
  readonly marks: readonly string[];
}

/** What the database says at start. */
export interface MarksFound {
  /** The mark of this instance; null when it has none there. */
  readonly own: string | null;
  /** Awake: one of them has written its mark within the last minutes. */
  readonly others: 'none' | 'asleep' | 'awake';
  readonly hasMail: boolean;
}

/** The mark before stays, because a program may die between the file and the database. */
export const withMark = ({ id, marks }: OwnMarks, mark: string): OwnMarks => ({
  id,
  marks: [mark, ...marks].slice(0, 2),
});

/** Whether the database is an older one than this instance last wrote to. */
export function isPutBack(kept: OwnMarks | null, { own, others, hasMail }: MarksFound): boolean {
  if (!hasMail) return false;
  if (kept !== null) return own === null || !kept.marks.includes(own);
  // A new instance beside others, or the very first start; else the data folder is gone too.
  return others === 'asleep';
}
