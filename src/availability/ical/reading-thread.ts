import { parentPort } from 'node:worker_threads';
import { readBusy, type ReadingPlace } from './read-busy';

/** What the thread is asked. */
export interface ToRead extends ReadingPlace {
  readonly bytes: Uint8Array;
}

const main = parentPort;

main?.on('message', ({ bytes, ...place }: ToRead) => {
  main.postMessage(readBusy(Buffer.from(bytes), place));
});

main?.postMessage('ready');
