import type { Ring, Sector, Tie } from './placement';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What a person wrote, fit to stand in the picture as text and nothing else. */
export const text = (words: string): string => words.replace(/[&<>"']/g, (sign) => escapes[sign] ?? '');

/** Two decimals are enough for any screen, and the same on every machine. */
export const number = (value: number): string => String(Math.round(value * 100) / 100 + 0);

type Attributes = Readonly<Record<string, string | number>>;

/** `inside` is markup: whoever gives it has escaped it. */
export function element(name: string, attributes: Attributes, inside: string): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? number(value) : text(value)}"`,
  );
  return `<${name}${written.join('')}>${inside}</${name}>`;
}

interface SectorColours {
  readonly rings: Readonly<Record<Ring, string>>;
  readonly band: string;
  readonly ink: string;
}

// Text on each ground holds at least 4.5:1. The pieces are told apart by their places and names, colour only helps.
export const inColour = {
  ink: '#20302d',
  quiet: '#55615e',
  pine: '#0f4c47',
  clay: '#a34a22',
  seam: '#fffefb',
  sectors: {
    family: { rings: { 1: '#f3dccb', 2: '#f8e8dc', 3: '#fcf3ec' }, band: '#ebc9b1', ink: '#5a2a12' },
    relatives: { rings: { 1: '#f3e5bd', 2: '#f8eed5', 3: '#fcf7e9' }, band: '#ead79d', ink: '#4f3a00' },
    friends: { rings: { 1: '#dde8c6', 2: '#eaf1db', 3: '#f5f8ed' }, band: '#cbdbab', ink: '#33431a' },
    'work-school': { rings: { 1: '#cde4dc', 2: '#dfeee9', 3: '#eff7f4' }, band: '#b0d4c8', ink: '#0a3834' },
    leisure: { rings: { 1: '#cfe0eb', 2: '#e0ebf3', 3: '#f0f5f9' }, band: '#b3cde0', ink: '#173a55' },
    care: { rings: { 1: '#e2d8ea', 2: '#ede6f2', 3: '#f6f2f9' }, band: '#d0c0de', ink: '#432a5c' },
  } as const satisfies Record<Sector, SectorColours>,
  ties: {
    supportive: '#0f4c47',
    weak: '#55615e',
    strained: '#8f3d19',
    broken: '#8a1f18',
  } as const satisfies Record<Tie, string>,
};
