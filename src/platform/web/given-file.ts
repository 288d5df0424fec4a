/** The file that came with a form, on a route that takes one. */
export type GivenFile =
  { readonly kind: 'none' } | { readonly kind: 'tooLarge' } | { readonly kind: 'given'; readonly bytes: Buffer };
