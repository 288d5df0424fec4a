import type { z } from 'zod';

// A file with the same fault in every row says it often enough with these.
const mostTold = 50;

/** What is wrong with the form of a caseload file, each fault with its place; what it means is judged by `Caseload.of`. */
export class CaseloadFileError extends Error {
  readonly sentences: readonly string[];

  constructor(error: z.ZodError) {
    const told = error.issues.slice(0, mostTold).map((issue) => `${placeOf(issue.path)}: ${faultOf(issue)}`);
    const untold = error.issues.length - told.length;
    const sentences = untold > 0 ? [...told, `and ${String(untold)} faults more`] : told;
    super(sentences.join('\n'));
    this.name = 'CaseloadFileError';
    this.sentences = sentences;
  }
}

type Issue = z.ZodError['issues'][number];

const expectedForms: Readonly<Record<string, string>> = {
  string: 'must be a text',
  number: 'must be a number',
  boolean: 'must be true or false',
  array: 'must be a list',
  tuple: 'must be a pair',
  object: 'must be an object',
  record: 'must be an object',
};

function faultOf(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys, issue.path.at(-1) === 'hours');
  if (issue.code === 'too_small' || issue.code === 'too_big')
    return issue.origin === 'array' ? 'must be a pair of two times' : issue.message;
  // JSON has no undefined: what is undefined was not there.
  if (issue.input === undefined) return 'is missing';
  return issue.code === 'invalid_type' ? (expectedForms[issue.expected] ?? issue.message) : issue.message;
}

function unknownKeys(keys: readonly string[], isWeek: boolean): string {
  const names = keys.map((key) => `"${key}"`).join(', ');
  const fault = keys.length === 1 ? `the key ${names} is unknown` : `the keys ${names} are unknown`;
  return isWeek ? `${fault}; weekdays are mon, tue, wed, thu, fri, sat, sun` : fault;
}

/** `groups[0].core[2]`, as the reader would write it. */
function placeOf(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${String(step)}]` : `.${String(step)}`));
  return steps.join('').replace(/^\./, '') || 'the caseload';
}
