import fc from 'fast-check';
import { idOf } from '../../../src/kernel/identifiers';
import { Instant } from '../../../src/kernel/instant';
import { isOver, type Session } from '../../../src/access/domain/session';
import { counted, forgiven, nextTryAt, type Tries } from '../../../src/access/domain/tries';
import { networkOf } from '../../../src/access/domain/network';

const now = Instant.of('2027-03-01T08:00:00.000Z');
const id = idOf<'attempt'>('9b2f2c1e-58b4-4c43-9b55-0d5a4f0a7c11');
const tries = (failures: number, since = now): Tries => ({ id, bucket: 'b', failures, since });

describe('tries', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 1],
    [6, 2],
    [9, 15],
    [400, 15],
  ])('after %i failures wait %i minutes', (failures, minutes) => {
    expect(nextTryAt(tries(failures), 5)).toEqual(now.plusMinutes(minutes));
  });

  it('are forgotten when there was none for a day', () => {
    expect(counted(tries(7, now.plusMinutes(-24 * 60)), now).failures).toBe(8);
    expect(counted(tries(7, now.plusMinutes(-24 * 60 - 1)), now).failures).toBe(1);
  });

  it('never go below none', () => {
    expect(forgiven(tries(3), 5).failures).toBe(0);
  });
});

describe('a session', () => {
  const session = (seen: number, made: number): Session => ({
    id: idOf(id),
    hash: 'h',
    userId: idOf(id),
    csrf: 'c',
    seenAt: now.plusMinutes(-seen),
    madeAt: now.plusMinutes(-made),
  });

  it.each([
    [29, 29, false],
    [30, 30, true],
    [0, 719, false],
    [0, 720, true],
  ])('seen %i and begun %i minutes ago is over: %p', (seen, made, over) => {
    expect(isOver(session(seen, made), now)).toBe(over);
  });
});

describe('a network', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('is one for all the hosts of an IPv6 household', () => {
    fc.assert(
      fc.property(fc.ipV6(), (host) => {
        const tail = host.includes('.') || host.includes('::') ? '1:2:3:4' : host.split(':').slice(4).join(':');
        expect(networkOf(`2001:db8:7:8:${tail}`)).toBe('2001:db8:7:8');
      }),
    );
  });
});
