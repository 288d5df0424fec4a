import { anglesOf, distance, edgesOf, Point, polar } from './map-geometry';
import { FigureId, Ring, Sector, sectors } from './placement';

/** Somebody on the map, as far as their place there depends on it. */
export interface Figure {
  readonly figureId: FigureId;
  readonly sector: Sector;
  readonly ring: Ring;
}

export interface MarkerPlaces {
  /** Half the width of the widest mark, a star. */
  readonly half: number;
  readonly at: ReadonlyMap<FigureId, Point>;
}

// Somebody's share of the sector, 0 to 1 clockwise, and their turn within the ring's part of it.
interface Share {
  readonly figure: Figure;
  readonly share: number;
  readonly turn: number;
}

const halves = [12, 11, 10, 9, 8, 7, 6, 5, 4, 3];
const mostRows = 6;
/** Between two marks, and between a mark and the line round its part of the map. */
const gap = 3;

/** A place for everybody in their own sector and ring, no two too near; the marks shrink when it gets crowded. */
export function markerPlaces(figures: readonly Figure[]): MarkerPlaces {
  const cells = cellsOf(figures);
  const tried = halves.map((half) => ({ half, cells: cells.map((cell) => placedIn(cell, half)) }));
  const roomy = tried.find((one) => one.cells.every((cell) => cell.nearest >= 2 * one.half + gap));
  const { half, cells: placed } = roomy ?? tried.at(-1) ?? { half: gap, cells: [] };
  return { half, at: new Map(placed.flatMap(({ at }) => at)) };
}

function cellsOf(figures: readonly Figure[]): readonly (readonly Share[])[] {
  return sectors.flatMap((sector) => {
    const shares = sharesOf(figures.filter((one) => one.sector === sector));
    return ([1, 2, 3] as const).map((ring) => shares.filter(({ figure }) => figure.ring === ring));
  });
}

/** Nobody in a sector has another's direction, so that no tie runs through a mark; each ring is spread evenly. */
function sharesOf(figures: readonly Figure[]): readonly Share[] {
  const wished = ([1, 2, 3] as const).flatMap((ring) => {
    const here = figures.filter((one) => one.ring === ring).toSorted((a, b) => (a.figureId < b.figureId ? -1 : 1));
    return here.map((figure, turn) => ({ figure, turn, wish: (turn + 0.5) / here.length }));
  });
  return wished
    .toSorted((a, b) => a.wish - b.wish || a.figure.ring - b.figure.ring)
    .map(({ figure, turn }, place) => ({ figure, turn, share: (place + 0.5) / wished.length }));
}

interface PlacedCell {
  readonly at: readonly (readonly [FigureId, Point])[];
  /** The shortest distance between two of them. */
  readonly nearest: number;
}

/** Several rows when that keeps people further apart. */
function placedIn(shares: readonly Share[], half: number): PlacedCell {
  const rows = Array.from({ length: Math.min(mostRows, Math.max(1, shares.length)) }, (_, row) => row + 1);
  const ways = rows.map((count) => inRows(shares, count, half));
  return ways.reduce((best, way) => (way.nearest > best.nearest ? way : best));
}

function inRows(shares: readonly Share[], rows: number, half: number): PlacedCell {
  const at = shares.map(({ figure, share, turn }) => {
    const [inner, outer] = edgesOf(figure.ring);
    const [from, to] = [inner + half + gap, outer - half - gap];
    const radius = rows === 1 ? (from + to) / 2 : from + ((turn % rows) * (to - from)) / (rows - 1);
    return [figure.figureId, polar(radius, directionOf(figure.sector, share, (half + gap) / radius))] as const;
  });
  return { at, nearest: shortestBetween(at.map(([, point]) => point)) };
}

/** Keeps the whole mark within the sector: `sine` is how wide it is as seen from the middle. */
function directionOf(sector: Sector, share: number, sine: number): number {
  const [from, to] = anglesOf(sector);
  const margin = (Math.asin(Math.min(1, sine)) * 180) / Math.PI;
  return from + margin + share * (to - from - 2 * margin);
}

function shortestBetween(points: readonly Point[]): number {
  const distances = points.flatMap((one, place) => points.slice(place + 1).map((other) => distance(one, other)));
  return Math.min(Number.MAX_VALUE, ...distances);
}
