import type { EntitySchemaColumnOptions, ValueTransformer } from 'typeorm';
import { CalendarDate } from '../../kernel/calendar-date';
import { Instant } from '../../kernel/instant';
import { TimeOfDay } from '../../kernel/time-of-day';

// varchar, integer, text and boolean mean the same on SQLite and PostgreSQL; TypeORM's date types do not
// (typeorm#10140, typeorm#5820), so every kind of time is ISO text.

type Extra = Partial<EntitySchemaColumnOptions>;

const asText = (read: (text: string) => CalendarDate | TimeOfDay | Instant): ValueTransformer => ({
  // A query may compare a column with null, with the value's own text, or with an operator.
  to: (value: unknown) => (value === null || value === undefined ? null : textOf(value)),
  from: (text: string | null) => (text === null ? null : read(text)),
});

const textOf = (value: unknown): unknown =>
  value instanceof CalendarDate || value instanceof TimeOfDay || value instanceof Instant ? value.toString() : value;

export const calendarDate = (name: string, extra: Extra = {}): EntitySchemaColumnOptions => ({
  name,
  type: 'varchar',
  length: 10,
  transformer: asText((text) => CalendarDate.of(text)),
  ...extra,
});

export const timeOfDay = (name: string, extra: Extra = {}): EntitySchemaColumnOptions => ({
  name,
  type: 'varchar',
  length: 5,
  transformer: asText((text) => TimeOfDay.of(text)),
  ...extra,
});

export const instant = (name: string, extra: Extra = {}): EntitySchemaColumnOptions => ({
  name,
  type: 'varchar',
  length: 24,
  transformer: asText((text) => Instant.of(text)),
  ...extra,
});

/** A UUID that names a row, its own or another's. */
export const id = (name: string, extra: Extra = {}): EntitySchemaColumnOptions => ({
  name,
  type: 'varchar',
  length: 36,
  ...extra,
});

export const text = (name: string, extra: Extra = {}): EntitySchemaColumnOptions => ({ name, type: 'text', ...extra });

export const whole = (name: string, extra: Extra = {}): EntitySchemaColumnOptions => ({
  name,
  type: 'integer',
  ...extra,
});

export const yesNo = (name: string, extra: Extra = {}): EntitySchemaColumnOptions => ({
  name,
  type: 'boolean',
  ...extra,
});

/** A plain list or record, kept as JSON text. */
export const json = (name: string, extra: Extra = {}): EntitySchemaColumnOptions => ({
  name,
  type: 'text',
  transformer: {
    to: (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value)),
    from: (stored: string | null): unknown => (stored === null ? null : JSON.parse(stored)),
  },
  ...extra,
});
