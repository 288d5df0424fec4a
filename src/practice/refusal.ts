/** What was asked for cannot be done; the sentence says why and what to do. */
export class Refusal extends Error {}

export const reasonOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));
