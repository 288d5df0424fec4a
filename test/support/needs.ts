/**
 * Runs the tests that lean on something outside npm. Where it is missing they are skipped with a line that says so;
 * where everything must be there (CI=true) its absence is a failure.
 */
export function whenPresent(what: string, isPresent: () => boolean, tests: () => void): void {
  if (isPresent()) {
    tests();
    return;
  }
  if (process.env.CI === 'true') {
    it(`has ${what}`, () => {
      throw new Error(`${what} is missing, and CI=true asks for it`);
    });
    return;
  }
  process.stderr.write(`skipped: ${what} is not installed here\n`);
  it.skip(`needs ${what}`, () => undefined);
}
