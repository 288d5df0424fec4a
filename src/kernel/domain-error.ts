/**
 * A rule of the product that was broken. The code names the sentence shown to people
 * (`error.<code>` in the word lists); `values` fill that sentence.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${code} ${JSON.stringify(values)}`);
    this.name = 'DomainError';
  }
}
