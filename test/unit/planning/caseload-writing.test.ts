import { caseloadFrom } from '../../../src/planning/caseload-file';
import { caseloadFileOf } from '../../../src/planning/caseload-writing';
import { inventedCaseload } from '../../../src/planning/invented-caseload';
import { aCaseload, aGroup, office } from '../../support/caseloads';

const written = (read: unknown): unknown => JSON.parse(JSON.stringify(caseloadFileOf(caseloadFrom(read))));

describe('a caseload written down', () => {
  it('reads as the same caseload again, whatever it tells', () => {
    const file = {
      ...aCaseload(
        [
          aGroup({
            ...{ keepMonth: true, atHome: true, fixed: [{ index: 0, start: '2027-01-19T10:00' }] },
            preferred: { weekdays: ['tue', 'thu'], from: '09:00', to: '15:00', cost: 3 },
          }),
        ],
        [
          { id: 'doctor', hours: office('mon', 'wed'), maxPerDay: 4, travelMinutes: 30 },
          { id: 'mother', busy: [['2027-01-12T09:00', '2027-01-12T10:30']] },
        ],
      ),
      closedDays: ['2027-05-07', { day: '2027-05-10', name: { sv: 'Studiedag', en: 'Study day' } }],
      weighed: [{ day: '2027-02-22', cost: 7, why: 'schoolBreak', name: { sv: 'Sportlov', en: 'Winter break' } }],
    };
    const once = written(file);

    expect(written(once)).toEqual(once);
    expect(caseloadFrom(once)).toEqual(caseloadFrom(file));
  });

  it('keeps a whole region', () => {
    const region = caseloadFrom(inventedCaseload({ groups: 5, busyShare: 0.35, seed: 1 }));

    expect(caseloadFrom(caseloadFileOf(region))).toEqual(region);
  });
});
