import type { Database } from './database';

class Undone extends Error {}

/** Does the work in earnest, keeps what came of it, and undoes it: nobody can tell afterwards that it was done. */
export async function rehearse<Result>(database: Database, work: () => Promise<Result>): Promise<Result> {
  let seen: { readonly result: Result } | null = null;
  const undone = new Undone();
  const outcome = database.transaction(async () => {
    seen = { result: await work() };
    throw undone;
  });
  await outcome.catch((fault: unknown) => {
    if (fault !== undone) throw fault;
  });
  return resultOf(seen);
}

function resultOf<Result>(seen: { readonly result: Result } | null): Result {
  if (seen === null) throw new Error('The work ended without a result.');
  return seen.result;
}
