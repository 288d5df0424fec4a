import { BadRequestException } from '@nestjs/common';
import { z } from 'zod';
import { DomainError } from '../../kernel/domain-error';
import type { Values, Say } from './words';

/** One thing wrong with one field. */
export interface Fault {
  readonly field: string;
  readonly code: string;
  readonly values: Values;
}

export type Reading<Filled> =
  { readonly kind: 'filled'; readonly value: Filled } | { readonly kind: 'faulty'; readonly faults: readonly Fault[] };

/** What somebody wrote in a form, as the browser sent it: to be read, or shown again beside its faults. */
export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A field read by a function of the domain; what that refuses becomes the field's fault. */
export const field = <Value>(read: (text: string) => Value) =>
  z
    .string()
    .max(10_000)
    .default('')
    .transform((typed, context) => readOrTell(typed, read, context));

/** As `field`, but left empty it is null. */
export const optionalField = <Value>(read: (text: string) => Value) =>
  field((typed) => (typed.trim() === '' ? null : read(typed)));

/** One of the given words. */
export const oneOf = <Word extends string>(words: readonly Word[], name: string) =>
  field((typed) => {
    const found = words.find((word) => word === typed);
    if (found === undefined) throw new DomainError('fieldNotChosen', { field: name });
    return found;
  });

/** A ticked box. */
export const tick = () =>
  z
    .string()
    .max(20)
    .optional()
    .transform((typed) => typed !== undefined && typed !== '');

/** Boxes of one name; the browser sends one string or several. */
export const ticks = <Value>(read: (text: string) => Value) =>
  z
    .union([z.string().max(200), z.array(z.string().max(200)).max(500)])
    .default([])
    .transform((typed, context) =>
      (typeof typed === 'string' ? [typed] : typed).map((one) => readOrTell(one, read, context)),
    );

/** A whole number. */
export const wholeNumber = (name: string) =>
  field((typed) => {
    if (!/^-?\d{1,6}$/.test(typed.trim())) throw new DomainError('fieldNotANumber', { field: name });
    return Number(typed.trim());
  });

function readOrTell<Value>(typed: string, read: (text: string) => Value, context: z.RefinementCtx): Value {
  try {
    return read(typed);
  } catch (fault) {
    if (!(fault instanceof DomainError)) throw fault;
    context.addIssue({ code: 'custom', message: fault.code, params: { values: fault.values } });
    return z.NEVER;
  }
}

/** A form of known fields: an unknown field or a list where a word belongs is refused outright. */
export class Form<Shape extends z.ZodRawShape> {
  private readonly schema: z.ZodObject<Shape, z.core.$strict>;

  constructor(readonly shape: Shape) {
    this.schema = z.strictObject(shape);
  }

  read(body: unknown): Reading<z.output<z.ZodObject<Shape, z.core.$strict>>> {
    const result = this.schema.safeParse(body ?? {});
    if (result.success) return { kind: 'filled', value: result.data };
    return { kind: 'faulty', faults: result.error.issues.map(faultIn) };
  }

  /** What was typed, to show it again beside its faults. */
  typed(body: unknown): Typed {
    const given = z.record(z.string(), z.union([z.string(), z.array(z.string())])).safeParse(body ?? {});
    return given.success ? given.data : {};
  }
}

function faultIn(issue: z.core.$ZodIssue): Fault {
  if (issue.code !== 'custom') throw new BadRequestException();
  const values = (issue.params as { values: Values } | undefined)?.values ?? {};
  return { field: String(issue.path[0]), code: issue.message, values };
}

/** The page's list of faults for `{{> error-summary}}`, and the sentence beside each field. */
export interface FaultModel {
  readonly errorSummary:
    | { readonly title: string; readonly faults: readonly { readonly text: string; readonly href: string }[] }
    | undefined;
  readonly at: (field: string) => string | undefined;
}

export function faultModel(faults: readonly Fault[], say: Say): FaultModel {
  const sentences = faults.map((fault) => ({ field: fault.field, text: sentenceOf(fault, say) }));
  const listed = sentences.map(({ field: name, text }) => ({ text, href: `#${name}` }));
  return {
    errorSummary: faults.length > 0 ? { title: say('shell.faults'), faults: listed } : undefined,
    at: (name) => sentences.find((one) => one.field === name)?.text,
  };
}

/** The sentence of a broken rule; `field` in its values is itself a key of the words. */
export function sentenceOf({ code, values }: { code: string; values: Values }, say: Say): string {
  const named = typeof values.field === 'string' ? { ...values, field: say(`field.${values.field}`) } : values;
  return say(`error.${code}`, named);
}
