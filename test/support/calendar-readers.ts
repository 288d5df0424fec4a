import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type IcalJs from 'ical.js' with { 'resolution-mode': 'import' };

// Its types are written for ES modules only, its code for both.
const ICAL = createRequire(__filename)('ical.js') as typeof IcalJs;

interface Seen {
  readonly method: string;
  readonly events: number;
  readonly summary: string;
  readonly start: string;
  readonly errors: number;
}

/** What the independent readers see in one calendar text. */
export interface SeenByPython {
  readonly icalendar: Seen;
  readonly vobject: Seen;
  /** `valid` is 1 when libical's restriction check (RFC 5546) finds nothing. */
  readonly libical: { readonly valid: number; readonly errors: number };
}

// Debian's own Python, where the distribution puts python3-icalendar and python3-vobject.
const python = '/usr/bin/python3';

export const hasPythonReaders = (): boolean =>
  spawnSync(python, ['-c', 'import ctypes, icalendar, vobject; ctypes.CDLL("libical.so.3")']).status === 0;

export function readByPython(texts: readonly string[]): readonly SeenByPython[] {
  const input = JSON.stringify(texts);
  const run = spawnSync(python, [join(__dirname, 'calendar-readers.py')], { input, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as SeenByPython[];
}

/** The calendar as ical.js reads it: its only event and what stands in it. */
export function readByIcalJs(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent');
  const [event] = events;
  if (!event) throw new Error('no event');
  const value = (name: string): string => String(event.getFirstPropertyValue(name));
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    events: events.length,
    attendees: event.getAllProperties('attendee').map((attendee) => String(attendee.getFirstValue())),
    organizer: value('organizer'),
    uid: value('uid'),
    sequence: Number(value('sequence')),
    status: value('status'),
    summary: value('summary'),
    location: value('location'),
    description: value('description'),
    start: value('dtstart'),
    end: value('dtend'),
  };
}
