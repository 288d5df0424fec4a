import { type Part, parts } from '../../../src/groups/domain/part';
import { type Audience, mayRead } from '../../../src/groups/domain/readership';
import { type Id, idOf } from '../../../src/kernel/identifiers';

const person: Id<'person'> = idOf<'person'>('018f0000-0000-7000-8000-000000000001');
const other: Id<'person'> = idOf<'person'>('018f0000-0000-7000-8000-000000000002');

const reads = (audience: Audience, named = [person]): readonly Part[] =>
  parts.filter((part) => mayRead({ audience, named }, { personId: person, part }));

describe('Who may read what is said in a group', () => {
  it('lets the circle read what is for the circle, and nobody who only comes to one item', () => {
    expect(reads('circle')).toEqual(['service-user', 'coordinator', 'doctor', 'network']);
  });

  it('lets the core trio read what is for them', () => {
    expect(reads('trio')).toEqual(['service-user', 'coordinator', 'doctor']);
  });

  it('lets those who are named read it, in whatever part they are', () => {
    expect(reads('named')).toEqual(parts);
  });

  it('lets the two who chair read everything, and nobody else who is not named', () => {
    expect(reads('named', [other])).toEqual(['service-user', 'coordinator']);
  });
});
