import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../../../src/audit/domain/access-log';
import { Instant } from '../../../src/kernel/instant';
import { topicIn, tracesIn, wayIn } from '../../../src/my-page/domain/trail';
import { anId } from '../../support/groups-builders';

const [olle, eva, group] = [anId<'person'>(), anId<'person'>(), anId<'group'>()];
const whose = { ownerId: olle, members: [olle, eva], zone: 'Europe/Stockholm' };

const anEntry = (given: Partial<Entry> = {}): Entry => ({
  id: anId(),
  organisationId: anId(),
  number: 1,
  at: Instant.of('2027-04-14T11:05:00Z'),
  userId: anId(),
  role: 'coordinator',
  action: 'star.read',
  aboutId: olle,
  subjects: [group],
  ...given,
});

const byLink = (given: Partial<Entry>): Entry => anEntry({ userId: null, role: 'link-and-code', ...given });

/** Every deed that is written down somewhere in the program. */
function deedsInTheProgram(): readonly string[] {
  const src = join(__dirname, '../../../src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.service.ts'));
  const texts = files.map((path) => readFileSync(join(src, path), 'utf8'));
  return texts.flatMap((text) => [...text.matchAll(/'([a-z][a-z-]+\.[a-z][a-z-]+)'/g)].map(([, deed]) => deed!));
}

describe('Who has read about somebody', () => {
  it('is told with the day, the hour where they are, the reader and the thing', () => {
    const userId = anId();
    const [trace] = tracesIn([anEntry({ userId })], whose);

    expect([trace?.day.iso, trace?.time.toString()]).toEqual(['2027-04-14', '13:05']);
    expect(trace).toMatchObject({ reader: { kind: 'coordinator', userId }, way: 'read', topics: ['star'] });
  });

  it('leaves out what they did themselves, by whatever page', () => {
    const own = [
      byLink({ action: 'my-page.read', subjects: [group, olle] }),
      byLink({ action: 'notes.struck', subjects: [group, anId()] }),
      byLink({ role: 'link', action: 'agenda.opened' }),
    ];

    expect(tracesIn(own, whose)).toEqual([]);
  });

  it.each([
    ['a member who read by their link', byLink({ subjects: [group, eva] }), { kind: 'member', personId: eva }],
    ['somebody of the group who did a task', byLink({ action: 'task.done' }), { kind: 'some-member' }],
    ['an administrator', anEntry({ role: 'administrator' }), { kind: 'administrator' }],
    ['the program', anEntry({ userId: null, role: 'program' }), { kind: 'program' }],
  ])('knows %s', (_, entry, reader) => {
    expect(tracesIn([entry], whose).map((trace) => trace.reader)).toEqual([reader]);
  });

  it('tells together what one reader did in one day, with the last hour and each thing once', () => {
    const userId = anId();
    const entries = [
      ['2027-04-14T15:00:00Z', 'star.read'],
      ['2027-04-14T09:00:00Z', 'goal.read'],
      ['2027-04-14T08:00:00Z', 'star.read'],
      ['2027-04-14T08:00:00Z', 'goal.changed'],
      ['2027-04-13T08:00:00Z', 'star.read'],
    ].map(([at = '', action = '']) => anEntry({ userId, at: Instant.of(at), action }));

    const told = tracesIn(entries, whose).map(({ day, time, way, topics }) => [day.iso, time.toString(), way, topics]);
    expect(told).toEqual([
      ['2027-04-14', '17:00', 'read', ['star', 'goals']],
      ['2027-04-14', '10:00', 'changed', ['goals']],
      ['2027-04-13', '10:00', 'read', ['star']],
    ]);
  });

  it('tells reading and writing apart', () => {
    expect(['notes.read', 'person.listed', 'letters.printed', 'goal.changed'].map(wayIn)).toEqual([
      'read',
      'read',
      'printed',
      'changed',
    ]);
  });

  it('has a word for everything that is read or done about a person', () => {
    const rooms =
      /^(?:agenda|answer|consent|crisis|goal|group|hours|meeting|nomination|notes|own|person|replies|sociogram|star|tasks?|wish|year|calls|letters)/;
    const deeds = deedsInTheProgram().filter(
      (deed) => rooms.test(deed) && /\.(?:read|listed|changed|printed)$/.test(deed),
    );

    expect(deeds.length).toBeGreaterThan(15);
    expect(deeds.filter((deed) => topicIn(deed) === 'else')).toEqual([]);
    expect(topicIn('something.new')).toBe('else');
  });
});
