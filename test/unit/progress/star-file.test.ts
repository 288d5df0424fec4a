import { axesOf, noChoice, OwnAxis } from '../../../src/progress/domain/star-pattern';
import { readStar } from '../../../src/progress/star-file';
import { anId, someMoment } from '../../support/groups-builders';
import { aPattern, starFile } from '../../support/progress-builders';

const changed = (change: (star: { axes: Record<string, unknown>[]; id: string }) => void): string => {
  const star = JSON.parse(starFile()) as { axes: Record<string, unknown>[]; id: string };
  change(star);
  return JSON.stringify(star);
};

describe('the file of a star', () => {
  it('holds the seven axes in their order, who rates them, and which is reversed', () => {
    expect(aPattern().axes.map(({ words, rater, better, max }) => [words.sv.label, rater, better, max])).toEqual([
      ['Nöjd med stödet', 'service-user', 'higher', 10],
      ['Livskvalitet', 'service-user', 'higher', 10],
      ['Fungera i vardagen', 'staff', 'higher', 100],
      ['Närståendes situation', 'relative', 'higher', 10],
      ['Kroppslig hälsa', 'staff', 'higher', 10],
      ['Symtom', 'staff', 'higher', 100],
      ['Upplevda besvär', 'service-user', 'lower', 10],
    ]);
  });

  it.each([
    ['a scale that does not grow', changed(({ axes }) => (axes[0]!.max = 1)), /axes.0: min is not less than max/],
    ['an axis that stands twice', changed(({ axes }) => (axes[1]!.key = 'satisfied')), /"satisfied" stands twice/],
    ['somebody unknown who rates', changed(({ axes }) => (axes[0]!.rater = 'nobody')), /axes.0.rater/],
    ['another id than its name', changed((star) => (star.id = 'other')), /its id is "other"/],
  ])('is refused with %s, and says where', (_, text, fault) => {
    expect(() => readStar('resource-group.json', text)).toThrow(fault);
  });
});

describe('the axes of a group', () => {
  const own = (given: Partial<OwnAxis> = {}) =>
    new OwnAxis({
      id: anId(),
      organisationId: anId(),
      groupId: anId(),
      label: 'Sova gott',
      better: 'higher',
      madeAt: someMoment,
      endedAt: null,
      ...given,
    });

  it('are the seven, those chosen, and the one of their own that has not ended', () => {
    const choice = { optional: ['social'], own: [own({ label: 'Äta', endedAt: someMoment }), own()] };
    const labels = axesOf(aPattern(), choice).map(({ words }) => words.sv.label);

    expect(axesOf(aPattern(), noChoice)).toHaveLength(7);
    expect(labels.slice(7)).toEqual(['Social situation', 'Sova gott']);
  });
});
