import { saysAnew } from '../../../src/answers/domain/says-anew';
import { anAct } from '../../support/answers-builders';
import { someMoment } from '../../support/groups-builders';

const said = { choice: 'yes', comment: '', revision: 1 } as const;

describe('a form that comes back', () => {
  it('says something new when nothing was said before', () => {
    expect(saysAnew(said, [], 1)).toBe(true);
  });

  it('says nothing new when the answer is as it was', () => {
    expect(saysAnew(said, [anAct({ choice: 'yes', comment: 'Med bussen' })], 1)).toBe(false);
    expect(saysAnew({ ...said, comment: 'Med bussen' }, [anAct({ comment: 'Med bussen' })], 1)).toBe(false);
  });

  it('says something new with another choice or other words', () => {
    expect(saysAnew({ ...said, choice: 'no' }, [anAct()], 1)).toBe(true);
    expect(saysAnew({ ...said, comment: 'Med tåget' }, [anAct({ comment: 'Med bussen' })], 1)).toBe(true);
  });

  it('is compared with the last word, not with any word', () => {
    const acts = [anAct({ choice: 'yes' }), anAct({ choice: 'no', actedAt: someMoment.plusMinutes(1) })];

    expect(saysAnew(said, acts, 1)).toBe(true);
  });

  it('says something new about a new time, and nothing new about the old one', () => {
    expect(saysAnew({ ...said, revision: 2 }, [anAct({ revision: 1 })], 2)).toBe(true);
    expect(saysAnew({ ...said, revision: 1 }, [anAct({ revision: 1 })], 2)).toBe(false);
  });
});
