import { setTimeout as sleep } from 'node:timers/promises';
import { Jobs } from '../../../src/platform/jobs/jobs.service';
import { KeptLog } from '../../support/outbox-builders';

describe('a job', () => {
  it('comes back at its interval, also after it failed, and the log tells no message', async () => {
    const log = new KeptLog();
    const jobs = new Jobs(log);
    let turns = 0;

    jobs.every(5, 'outbox', () => (++turns === 1 ? Promise.reject(new Error('Maj')) : Promise.resolve()));
    await sleep(100);
    await jobs.beforeApplicationShutdown();

    expect(turns).toBeGreaterThan(2);
    expect(log.lines).toEqual(['a job failed {"job":"outbox","fault":"Error"}']);
  });

  it('is brought to its end before the program ends, and does not come back', async () => {
    const jobs = new Jobs(new KeptLog());
    const seen: string[] = [];
    jobs.every(1, 'outbox', async (stopping) => {
      seen.push('begins');
      await sleep(30);
      seen.push(stopping.aborted ? 'told to end' : 'not told');
    });

    await jobs.beforeApplicationShutdown();
    const atTheEnd = [...seen];
    await sleep(20);

    expect(atTheEnd).toEqual(['begins', 'told to end']);
    expect(seen).toEqual(atTheEnd);
  });
});
