import { byName, dayInWords } from '../kernel/in-words';
import type { Language } from '../kernel/in-words';
import type { Person } from '../people/domain/person';
import { show, Shown } from '../platform/web/answer';
import { Fault, faultModel, type Typed } from '../platform/web/form';
import { TrustedSvg } from '../platform/web/trusted-svg';
import type { Say } from '../platform/web/words';
import type { Comparison } from './domain/comparison';
import { Placement, rings, sectors, ties } from './domain/placement';
import type { Sociogram } from './domain/sociogram';
import { DrawingWords, sociogramDrawing } from './domain/sociogram-drawing';
import type { Reader } from './reader.decorator';
import type { VersionDated } from './sociogram.repository';

interface MapShown extends Reader {
  readonly serviceUser: Person;
  readonly sociogram: Sociogram;
}

export const mapHref = ({ id }: Person): string => `/people/${id}/sociogram`;

export function mapPage(given: MapShown & { readonly versions: readonly VersionDated[] }): Shown {
  const { serviceUser, sociogram, versions, say, language } = given;
  const home = mapHref(serviceUser);
  const closed = versions.filter((one) => one.closed);
  return show('sociogram/map', {
    title: say('sociogram.map.title', { name: serviceUser.calledName }),
    picture: pictureOf(given),
    home,
    newHref: `${home}/new`,
    importantHref: `${home}/important`,
    personHref: `/people/${serviceUser.id}`,
    nominationsHref: `/people/${serviceUser.id}/nominations`,
    people: inOrder(sociogram.placements, language).map((one) => listed(one, home, say)),
    isEmpty: sociogram.placements.length === 0,
    versions: closed.map(({ version, dated }) => ({
      text: say('sociogram.version', { day: dayInWords(dated, language) }),
      href: `${home}/versions/${String(version)}`,
    })),
  });
}

function pictureOf({ serviceUser, sociogram, say, language }: MapShown): TrustedSvg {
  return new TrustedSvg(sociogramDrawing(sociogram.placements, wordsFor(serviceUser, sociogram, { say, language })));
}

function wordsFor({ calledName: name }: Person, sociogram: Sociogram, { say, language }: Reader): DrawingWords {
  return {
    title: say('sociogram.picture.title', { name, day: dayInWords(sociogram.dated, language) }),
    description: say('sociogram.picture.description', { name, count: sociogram.placements.length }),
    middle: name,
    sector: (sector) => say(`sociogram.sector.${sector}`),
    tie: (tie) => say(`sociogram.tie.${tie}`),
    legend: say('sociogram.legend'),
    person: say('sociogram.legend.person'),
    importantFunction: say('sociogram.legend.important'),
    rings: say('sociogram.legend.rings'),
  };
}

/** Closest first, then by name. */
export const inOrder = (placements: readonly Placement[], language: Language): Placement[] => {
  const order = byName(language);
  return placements.toSorted((a, b) => a.ring - b.ring || order(a.name, b.name));
};

const listed = (placement: Placement, home: string, say: Say) => ({
  name: placement.name,
  standing: say('sociogram.list.standing', {
    sector: say(`sociogram.sector.${placement.sector}`),
    ring: say(`sociogram.ring.${String(placement.ring)}`),
    tie: say(`sociogram.tie.${placement.tie}`),
  }),
  meaning: placement.meaning === '' ? '' : say('sociogram.list.meaning', { meaning: placement.meaning }),
  important: placement.importantFunction ? { text: say('sociogram.legend.important'), shape: 'done' } : '',
  href: `${home}/${placement.figureId}`,
  mayComeCloser: placement.ring > 1,
  mayGoFurther: placement.ring < rings.length,
});

interface PlacementFormShown extends Reader {
  readonly serviceUser: Person;
  /** Absent for somebody new on the map. */
  readonly placement?: Placement;
  readonly typed: Typed;
  readonly faults: readonly Fault[];
}

export function placementPage({ serviceUser, placement, typed, faults, say }: PlacementFormShown): Shown {
  const home = mapHref(serviceUser);
  const model = faultModel(faults, say);
  const shown = (name: string) => ({ id: name, name, error: model.at(name) });
  const input = (name: string) => ({
    ...shown(name),
    value: typed[name] ?? '',
    label: say(`field.${name}`),
    hint: say(`sociogram.hint.${name}`),
    autocomplete: 'off',
  });
  const choice = (name: string, values: readonly (string | number)[]) => ({
    ...shown(name),
    legend: say(`field.${name}`),
    items: values.map(String).map((value) => ({
      value,
      text: say(`sociogram.${name}.${value}`),
      checked: typed[name] === value,
    })),
  });
  return show(
    'sociogram/placement',
    {
      title: placement ? say('sociogram.edit.title', { name: placement.name }) : say('sociogram.new.title'),
      action: placement ? `${home}/${placement.figureId}` : `${home}/new`,
      home,
      figureName: { ...input('figureName'), width: '20' },
      meaning: input('meaning'),
      sector: choice('sector', sectors),
      ring: choice('ring', rings),
      tie: choice('tie', ties),
      errorSummary: model.errorSummary,
    },
    { status: faults.length > 0 ? 422 : 200 },
  );
}

export const typedFor = ({ name, sector, ring, tie, meaning }: Placement): Typed => ({
  figureName: name,
  sector,
  ring: String(ring),
  tie,
  meaning,
});

export function removalPage(
  serviceUser: Person,
  { name, figureId }: Placement,
  faults: readonly Fault[],
  say: Say,
): Shown {
  const home = mapHref(serviceUser);
  const title = say('sociogram.remove.title', { name });
  const { errorSummary } = faultModel(faults, say);
  const status = faults.length > 0 ? 422 : 200;
  return show('sociogram/remove', { title, home, action: `${home}/${figureId}/remove`, errorSummary }, { status });
}

export function importantPage({ serviceUser, sociogram, say, language }: MapShown): Shown {
  const home = mapHref(serviceUser);
  const title = say('sociogram.important.title', { name: serviceUser.calledName });
  const items = inOrder(sociogram.placements, language).map((one) => ({
    value: one.figureId,
    text: one.name,
    hint: one.meaning,
    checked: one.importantFunction,
  }));
  return show('sociogram/important', {
    title,
    home,
    isEmpty: items.length === 0,
    important: {
      id: 'important',
      name: 'important',
      legend: title,
      heading: true,
      hint: say('sociogram.important.hint'),
      items,
    },
  });
}

interface ComparisonShown extends Reader {
  readonly serviceUser: Person;
  readonly earlier: Sociogram;
  readonly comparison: Comparison;
}

export function comparisonPage({ serviceUser, earlier, comparison, say, language }: ComparisonShown): Shown {
  const day = dayInWords(earlier.dated, language);
  const part = (what: keyof Comparison) => ({
    heading: say(`sociogram.compare.${what}`),
    names: inOrder(comparison[what], language).map(({ name }) => name),
    none: say('sociogram.compare.none'),
  });
  return show('sociogram/comparison', {
    title: say('sociogram.compare.title', { name: serviceUser.calledName }),
    since: say('sociogram.compare.since', { day }),
    home: mapHref(serviceUser),
    picture: pictureOf({ serviceUser, sociogram: earlier, say, language }),
    parts: [part('new'), part('gone'), part('closer'), part('further')],
    people: inOrder(earlier.placements, language).map((one) => listed(one, '', say)),
  });
}
