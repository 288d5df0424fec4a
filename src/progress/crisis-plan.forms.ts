import type { CalendarDate } from '../kernel/calendar-date';
import { type Fault, field, Form, optionalField, type Reading, type Typed, wholeNumber } from '../platform/web/form';
import { linesIn, mostCalls, numberToCall, type PersonToCall } from './domain/crisis-plan';
import { dayTyped } from './progress.forms';

/** The rows of the form, from 1. */
export const callRows = Array.from({ length: mostCalls }, (_, place) => String(place + 1));

const planForm = new Form({
  crisisSigns: field(linesIn),
  crisisMyself: field(linesIn),
  crisisOthers: field(linesIn),
  reviewBy: field(dayTyped),
  writtenFrom: wholeNumber('writtenFrom'),
});

const nameForm = new Form(
  Object.fromEntries(callRows.map((row) => [`callName${row}`, optionalField((typed) => typed.trim())])),
);
const phoneForm = new Form(Object.fromEntries(callRows.map((row) => [`callPhone${row}`, optionalField(numberToCall)])));

interface PlanTyped {
  readonly signs: readonly string[];
  readonly myself: readonly string[];
  readonly others: readonly string[];
  readonly calls: readonly PersonToCall[];
  readonly reviewBy: CalendarDate;
  readonly from: number;
}

export const typedPlan = (body: unknown): Typed => planForm.typed(body);

/** The whole plan as it was typed. Somebody to call has a name and a number. */
export function readPlan(typed: Typed): Reading<PlanTyped> {
  const plan = planForm.read(pick(typed, /^(?!callName\d|callPhone\d)/));
  const names = nameForm.read(pick(typed, /^callName\d/));
  const phones = phoneForm.read(pick(typed, /^callPhone\d/));
  if (plan.kind === 'faulty' || names.kind === 'faulty' || phones.kind === 'faulty')
    return {
      kind: 'faulty',
      faults: [plan, names, phones].flatMap((one) => (one.kind === 'faulty' ? one.faults : [])),
    };
  const rows = callRows.map((row) => ({
    row,
    name: names.value[`callName${row}`] ?? null,
    phone: phones.value[`callPhone${row}`] ?? null,
  }));
  const faults = rows.flatMap(lackIn);
  if (faults.length > 0) return { kind: 'faulty', faults };
  const { crisisSigns: signs, crisisMyself: myself, crisisOthers: others, reviewBy, writtenFrom: from } = plan.value;
  const calls = rows.flatMap(({ name, phone }) => (name !== null && phone !== null ? [{ name, phone }] : []));
  return { kind: 'filled', value: { signs, myself, others, calls, reviewBy, from } };
}

interface CallRow {
  readonly row: string;
  readonly name: string | null;
  readonly phone: string | null;
}

function lackIn({ row, name, phone }: CallRow): readonly Fault[] {
  if ((name === null) === (phone === null)) return [];
  const lacking = name === null ? 'callName' : 'callPhone';
  return [{ field: `${lacking}${row}`, code: 'fieldMissing', values: { field: lacking } }];
}

const pick = (typed: Typed, names: RegExp) =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => names.test(name)));

export const offeredForm = new Form({ offeredOn: field(dayTyped) });
