import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseAddress } from '../../src/platform/database/open-database';
import { FaultsRun } from '../faults/faults-run';
import { SendingHouse, until } from '../faults/sending-house';
import { DatabaseGate } from '../support/database-gate';
import { onEachDatabase } from '../support/databases';

jest.setTimeout(180_000);

// The program reads its SQLite database under this name.
const asTheProgramNamesIt = (address: DatabaseAddress): DatabaseAddress =>
  'file' in address ? { file: join(dirname(address.file), 'kretsen.sqlite') } : address;

onEachDatabase((name, _, engine) => {
  let open: SendingHouse[] = [];

  const place = async () => asTheProgramNamesIt((await engine.place()).address);
  const sendingHouse = async (address: DatabaseAddress, patience: number) => {
    const house = await SendingHouse.on(address, patience);
    open.push(house);
    return house;
  };

  afterEach(async () => {
    for (const house of open) await house.close();
    open = [];
  });

  it('kill -9 at random points loses no mail, and sends at most one once more for each kill', async () => {
    const report = await FaultsRun.of({ address: await place(), mails: 200, kills: 10, instances: 1, lease: 6 });

    expect(report).toMatchObject({ lost: 0, byteIdentical: 1, integrity: 'ok' });
    expect(report.extraCopies).toBeLessThanOrEqual(report.kills);
    expect(report.secondsToFinal).toBeLessThan(report.leaseSeconds + 60);
  });

  it('SIGTERM brings what is under way to its end within 20 seconds, and nothing is sent twice', async () => {
    const sending = await sendingHouse(await place(), 700);
    const expected = await sending.put(8);
    const program = await sending.addProgram(120);
    await program.start();
    await until(() => sending.sink.arrivals >= 3);

    const started = performance.now();
    await program.end('SIGTERM');
    const seconds = (performance.now() - started) / 1000;
    const meanwhile = [await sending.count('in-flight'), await sending.count('sent')];
    const arrived = sending.sink.arrivals;
    await program.start();
    await sending.untilFinal();

    expect(seconds).toBeLessThan(20);
    expect(meanwhile).toEqual([0, arrived]);
    expect(await sending.copies(expected)).toEqual(Array(8).fill(1));
  });

  if (name === 'SQLite') return;

  it('an instance that stood still past its lease overwrites nothing when it goes on', async () => {
    const sending = await sendingHouse(await place(), 1000);
    await sending.put(4);
    const [still, other] = [await sending.addProgram(4), await sending.addProgram(4)];
    await still.start();
    await until(() => sending.sink.arrivals >= 2);
    still.signal('SIGSTOP');
    await other.start();
    await sending.untilFinal();

    const before = await sending.mails();
    still.signal('SIGCONT');
    await sleep(4000);

    expect(await sending.mails()).toEqual(before);
    expect(before.some(({ attempts }) => attempts > 1)).toBe(true);
  });

  it('a database that is away for a while is waited for: the program lives, says so, and goes on by itself', async () => {
    const address = await place();
    const gate = await DatabaseGate.before('url' in address ? address.url : '');
    const sending = await sendingHouse(address, 0);
    const program = await sending.addProgram(120, gate.address);
    await program.start();
    const ready = await program.status('/ready');

    gate.shut();
    await sleep(3000);
    const away = [await program.status('/live'), await program.status('/ready'), await program.status('/sign-in')];
    const expected = await sending.put(5);
    gate.open();
    await until(async () => (await program.status('/ready')) === 200);
    await sending.untilFinal();
    await program.end('SIGTERM');
    gate.close();

    expect(ready).toBe(200);
    expect(away).toEqual([200, 503, 500]);
    expect(await sending.copies(expected)).toEqual(Array(5).fill(1));
  });
});
