// The rows of one aggregate's parts, when it was read, changed and is to be kept again: only what differs is written,
// so that nothing is sealed anew in vain, and what somebody else wrote meanwhile is left alone.

interface Part {
  readonly id: string;
}

/** Those that are there no more. */
export const goneIn = <Kept extends Part>(before: readonly Kept[], after: readonly Kept[]): readonly Kept[] => {
  const kept = new Set(after.map(({ id }) => id));
  return before.filter(({ id }) => !kept.has(id));
};

/** Those that were added or written anew; a part that nothing happened to is the very same object. */
export const newOrOtherIn = <Kept extends Part>(before: readonly Kept[], after: readonly Kept[]): readonly Kept[] => {
  const same = new Set(before);
  return after.filter((part) => !same.has(part));
};
