import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { linesIn, reviewWithinAYear } from '../../../src/progress/domain/crisis-plan';
import { aDay } from '../../support/groups-builders';
import { aPlan } from '../../support/progress-builders';

const source = resolve(__dirname, '../../../src');

describe('a crisis plan', () => {
  it('has at least one early sign in own words', () => {
    expect(() => aPlan({ signs: [] })).toThrow('crisisPlanWithoutSign');
    expect(linesIn(' Jag sover dåligt \r\n\r\nJag äter inte')).toEqual(['Jag sover dåligt', 'Jag äter inte']);
  });

  it.each(['112', '1177', '070-174 06 05', '+46 70 174 06 05'])('takes %s as a number to call', (phone) => {
    expect(aPlan({ calls: [{ name: 'Hjälp', phone }] }).calls).toEqual([{ name: 'Hjälp', phone }]);
  });

  it.each(['11', 'Eva', '070 eller 112', ''])('does not take “%s” as a number to call', (phone) => {
    expect(() => aPlan({ calls: [{ name: 'Hjälp', phone }] })).toThrow(/notAPhoneNumber|fieldMissing/);
  });

  it('holds phone numbers in its lines, and no personal number', () => {
    expect(aPlan({ others: ['Ring 010-101 00 04 till jouren'] }).others).toHaveLength(1);
    expect(() => aPlan({ others: ['Säg 19121212-1212'] })).toThrow('personalNumberTyped');
  });

  it('is looked at again within a year, and not in the past', () => {
    const today = aDay('2027-03-01');

    expect(reviewWithinAYear(aDay('2028-03-01'), today).iso).toBe('2028-03-01');
    expect(() => reviewWithinAYear(aDay('2028-03-02'), today)).toThrow('reviewTooLate');
    expect(() => reviewWithinAYear(aDay('2027-02-28'), today)).toThrow('reviewAlreadyPassed');
  });

  it('is due the day after the day it was to be looked at', () => {
    const plan = aPlan({ reviewBy: aDay('2027-03-01') });

    expect([plan.isDue(aDay('2027-03-01')), plan.isDue(aDay('2027-03-02'))]).toEqual([false, true]);
  });

  it('is known to no room that writes or sends mail', () => {
    const rooms = ['invitations', 'outbox', 'replies', 'platform/mail'];
    const files = rooms.flatMap((room) =>
      readdirSync(join(source, room), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => join(source, room, file)),
    );
    const knowing = files.filter((file) => /from '[^']*crisis|\bCrisisPlan/.test(readFileSync(file, 'utf8')));

    expect(files.length).toBeGreaterThan(100);
    expect(knowing).toEqual([]);
  });
});
