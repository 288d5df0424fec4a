import { join, resolve } from 'node:path';
import { Instant } from '../../../src/kernel/instant';
import { methodCheck } from '../../../src/method/domain/method-check';
import type { Statement } from '../../../src/method/domain/statement';
import { methodPage } from '../../../src/method/method.pages';
import { Words } from '../../../src/platform/web/words';
import { aDay } from '../../support/groups-builders';
import { aPicture, aStatement, cast, someone } from '../../support/method-builders';

const say = new Words(join(resolve(__dirname, '../../..'), 'data/words')).in('sv');
const good = aPicture();
const per = someone('per', { talkedOn: null, madeAt: Instant.of('2027-05-10T08:00:00Z') });
const picture = { ...good, group: good.group.withMember(per) };

/** What the page says of the talks when this was noted, in the words of the page. */
const talkWith = (noted: Statement): string => {
  const lines = methodCheck(picture, [noted]).filter(({ line }) => line.key === 'talk');
  return JSON.stringify(methodPage({ picture, lines, staff: new Map() }, { say, language: 'sv' }));
};
const notedOn = (day: string): string => talkWith(aStatement({ line: 'talk', kind: 'noted', day: aDay(day) }));

describe('what is noted as done, on the page', () => {
  it('stands beside what is kept, and hides none of it', () => {
    const page = notedOn('2027-05-10');

    expect(page).toContain('Inget samtal är antecknat med: per.');
    expect(page).not.toContain('Räknas inte längre');
    expect(page).not.toContain('/talk/noted"');
  });

  it('says who came after it, and may be noted anew', () => {
    const page = notedOn('2027-01-20');

    expect(page).toContain('Inget samtal är antecknat med: per.');
    expect(page).toContain(`Räknas inte längre. Efter den dagen kom: ${good.people.get(cast.per)!.person.calledName}.`);
    expect(page).toContain('/talk/noted"');
  });
});
