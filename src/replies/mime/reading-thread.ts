import { parentPort } from 'node:worker_threads';
import { type OwnMailbox, readMail } from './read-mail';

/** What the thread is asked. */
export interface ToRead {
  readonly raw: Uint8Array;
  readonly own: OwnMailbox;
}

const main = parentPort;

main?.on('message', ({ raw, own }: ToRead) => {
  void readMail(Buffer.from(raw), own).then((reading) => {
    main.postMessage(reading);
  });
});

main?.postMessage('ready');
