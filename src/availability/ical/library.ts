import { createRequire } from 'node:module';
import type IcalJs from 'ical.js' with { 'resolution-mode': 'import' };

// The library calls itself a module of the newer kind, but comes with a file that `require` takes.
export const ICAL = createRequire(__filename)('ical.js') as typeof IcalJs;

export type Component = IcalJs.Component;
export type Property = IcalJs.Property;
export type Time = IcalJs.Time;
export type Period = IcalJs.Period;
export type Recur = IcalJs.Recur;

export const isTime = (value: unknown): value is Time => kindOf(value) === 'icaltime';
export const isPeriod = (value: unknown): value is Period => kindOf(value) === 'icalperiod';
export const isDuration = (value: unknown): value is IcalJs.Duration => kindOf(value) === 'icalduration';
export const isRule = (value: unknown): value is Recur => kindOf(value) === 'icalrecur';

/** What a clock shows, in milliseconds as if it were UTC's. */
export const wallOf = (time: Time): number => time.toUnixTime() * 1000;

const kindOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'icalclass' in value ? value.icalclass : undefined;
