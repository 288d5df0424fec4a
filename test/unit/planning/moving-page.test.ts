import { Words } from '../../../src/platform/web/words';
import { movingPage } from '../../../src/planning/moving.page';
import { aDay, aGroup, anId, resourceGroupProfile } from '../../support/groups-builders';
import { TimeOfDay } from '../../../src/kernel/time-of-day';
import { aMeeting } from '../../support/meetings-builders';

const hidden = anId<'person'>();

describe('the page about another time', () => {
  it('names nobody whom the coordinator may not see', () => {
    const meeting = aMeeting();
    const taken = {
      kind: 'taken',
      personId: hidden,
      from: TimeOfDay.of('13:00'),
      until: TimeOfDay.of('14:00'),
    } as const;
    const page = movingPage({
      ...{ group: aGroup(), meeting, profile: resourceGroupProfile(), typed: {}, faults: [], things: [] },
      otherTimes: [{ span: { ...meeting.span, day: aDay('2027-04-15') }, absent: [hidden] }],
      warned: { change: meeting, obstacles: [taken, taken] },
      nameOf: () => null,
      say: new Words('data/words').in('sv'),
      language: 'sv',
    });

    expect(page.model).toMatchObject({
      errorSummary: { faults: [{ text: 'Någon i gruppen är upptagen då.', href: '#despite' }] },
      otherTimes: [{ text: expect.stringContaining('Kan inte: någon i gruppen.') as string }],
    });
  });
});
