import { lookup } from 'node:dns';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Fetched, FetchFault, Outgoing } from './outgoing';
import { isPublicAddress } from './public-address';

/** What an outgoing request may do. */
export interface OutgoingRules {
  readonly isPublic: (address: string) => boolean;
  readonly port: number;
  readonly mostBytes: number;
  /** Milliseconds for all of it, from the name's look-up to the last byte. */
  readonly longest: number;
  /** Who vouches for certificates; the machine's own list when it is not given. */
  readonly ca?: string;
}

export const strictRules: OutgoingRules = {
  isPublic: isPublicAddress,
  port: 443,
  mostBytes: 1024 * 1024,
  longest: 10_000,
};

class Refused extends Error {
  constructor(readonly why: FetchFault) {
    super(why);
  }
}

/** Fetches over https from public addresses only: whoever gives an address must not reach what only we reach. */
export class HttpsOutgoing extends Outgoing {
  constructor(private readonly rules: OutgoingRules) {
    super();
  }

  async fetch(address: string): Promise<Fetched> {
    const patience = AbortSignal.timeout(this.rules.longest);
    try {
      const response = await this.ask(this.allowed(address), patience);
      return { kind: 'fetched', body: await this.bodyOf(response) };
    } catch (fault) {
      return { kind: 'failed', why: patience.aborted ? 'tooSlow' : whyOf(fault) };
    }
  }

  private allowed(address: string): URL {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (url?.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '')
      throw new Refused('notAllowed');
    // An address that stands there as numbers is never looked up, so it is judged here.
    const bare = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(bare) !== 0 && !this.rules.isPublic(bare)) throw new Refused('notPublic');
    return url;
  }

  private async ask({ hostname, pathname, search }: URL, signal: AbortSignal): Promise<IncomingMessage> {
    const { port, ca } = this.rules;
    const asking = httpsRequest({
      hostname,
      port,
      path: pathname + search,
      // A connection of its own: nothing is sent that an earlier answer asked for.
      agent: false,
      lookup: publicOnly(this.rules.isPublic),
      signal,
      headers: { accept: 'text/calendar', 'accept-encoding': 'identity', 'user-agent': 'Kretsen' },
      ...(ca === undefined ? {} : { ca }),
    });
    // A connection may break once more after it has been given up.
    asking.on('error', () => undefined);
    asking.end();
    const [response] = (await once(asking, 'response')) as [IncomingMessage];
    const fault = faultOf(response);
    if (fault === null) return response;
    response.destroy();
    throw new Refused(fault);
  }

  /** Leaving the loop closes the connection. */
  private async bodyOf(response: IncomingMessage): Promise<Buffer> {
    const pieces: Buffer[] = [];
    let size = 0;
    for await (const piece of response as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > this.rules.mostBytes) throw new Refused('tooLarge');
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  }
}

function faultOf({ statusCode = 0, headers }: IncomingMessage): FetchFault | null {
  if (statusCode >= 300 && statusCode < 400) return 'redirected';
  // A packed body can unfold into a very large one, and was not asked for.
  const isPacked = (headers['content-encoding'] ?? 'identity') !== 'identity';
  return statusCode === 200 && !isPacked ? null : 'refused';
}

/** The connection goes to the very addresses judged here, so that a name cannot mean another machine a moment later. */
const publicOnly =
  (isPublic: OutgoingRules['isPublic']): LookupFunction =>
  (hostname, options, tell) => {
    lookup(hostname, { ...options, all: true }, (fault, addresses) => {
      if (fault !== null) {
        tell(fault, '');
        return;
      }
      const [first] = addresses;
      if (!first) tell(new Refused('unreachable'), '');
      else if (!addresses.every(({ address }) => isPublic(address))) tell(new Refused('notPublic'), '');
      else if (options.all === true) tell(null, addresses);
      else tell(null, first.address, first.family);
    });
  };

function whyOf(fault: unknown): FetchFault {
  if (fault instanceof Refused) return fault.why;
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : '';
  return /CERT|SIGNATURE|TLS|SSL|EPROTO/.test(code) ? 'notSecure' : 'unreachable';
}
