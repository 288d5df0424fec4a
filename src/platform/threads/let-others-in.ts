import { setImmediate } from 'node:timers/promises';

/** Between two pieces of long work: whoever waits for an answer gets it first. */
export const letOthersIn = (): Promise<void> => setImmediate();
