import type { z } from 'zod';
import { DomainError } from '../kernel/domain-error';

/** Everything wrong with the form of a group's file, each with its place. */
export class FileFaulty extends Error {
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.name = 'FileFaulty';
  }

  static of({ issues }: z.ZodError): FileFaulty {
    return new FileFaulty(issues.map((issue) => `${placeOf(issue.path)}: ${faultOf(issue)}`));
  }
}

/** A rule of the product that something in the file breaks, and where it stands. */
export class RuleBrokenInFile extends Error {
  constructor(
    readonly place: string,
    readonly rule: DomainError,
  ) {
    super(`${place}: ${rule.message}`);
    this.name = 'RuleBrokenInFile';
  }
}

/** Says of a rule that is broken meanwhile where in the file it was. */
export async function at<Result>(place: string, work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (fault) {
    throw fault instanceof DomainError ? new RuleBrokenInFile(place, fault) : fault;
  }
}

type Issue = z.ZodError['issues'][number];

const expectedForms: Readonly<Record<string, string>> = {
  string: 'must be a text',
  number: 'must be a number',
  boolean: 'must be true or false',
  array: 'must be a list',
  object: 'must be an object',
  record: 'must be an object',
};

function faultOf(issue: Issue): string {
  // JSON has no undefined: what is undefined was not there.
  if (issue.code !== 'unrecognized_keys' && issue.input === undefined) return 'is missing';
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys);
  if (issue.code === 'invalid_type') return expectedForms[issue.expected] ?? issue.message;
  const isChoice = issue.code === 'invalid_value' && issue.values.length > 1;
  return isChoice ? `must be one of ${issue.values.map(String).join(', ')}` : issue.message;
}

function unknownKeys(keys: readonly string[]): string {
  const names = keys.map((key) => `"${key}"`).join(', ');
  return keys.length === 1 ? `the key ${names} is unknown` : `the keys ${names} are unknown`;
}

/** `group.members[2].part`, as the reader would write it. */
function placeOf(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${String(step)}]` : `.${String(step)}`));
  return steps.join('').replace(/^\./, '') || 'the file';
}
