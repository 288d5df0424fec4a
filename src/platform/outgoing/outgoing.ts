export type FetchFault =
  'notAllowed' | 'notPublic' | 'notSecure' | 'redirected' | 'refused' | 'tooLarge' | 'tooSlow' | 'unreachable';

export type Fetched =
  { readonly kind: 'fetched'; readonly body: Buffer } | { readonly kind: 'failed'; readonly why: FetchFault };

/** Asks other machines for what people have given the address of. */
export abstract class Outgoing {
  /** Always answers within ten seconds, and never with more than 1 MiB. */
  abstract fetch(address: string): Promise<Fetched>;
}
