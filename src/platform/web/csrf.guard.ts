import { CanActivate, ExecutionContext, ForbiddenException, Injectable } from '@nestjs/common';
import { Settings } from '../config/settings';
import { sameSecret } from '../digest';
import { Asking, askingOf } from './asking';

/** The form field that carries the visitor's token. */
const csrfField = '_csrf';

const readOnly = new Set(['GET', 'HEAD']);

/** Lets nothing be changed but from a page of our own, shown to the same visitor. */
@Injectable()
export class CsrfGuard implements CanActivate {
  constructor(private readonly settings: Settings) {}

  canActivate(context: ExecutionContext): boolean {
    const asking = askingOf(context);
    if (readOnly.has(asking.method)) return true;
    if (!this.comesFromHere(asking) || !holdsToken(asking)) throw new ForbiddenException();
    return true;
  }

  private comesFromHere(asking: Asking): boolean {
    const site = asking.get('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin') return false;
    const origin = asking.get('origin');
    // Fetch §3.2: under `Referrer-Policy: no-referrer` a browser sends "null" even to the page's own origin.
    if (origin === undefined || (origin === 'null' && site === 'same-origin')) return true;
    return origin === new URL(this.settings.publicAddress).origin || isThisMachine(origin, asking);
  }
}

// On the machine itself the program answers at its port under both of the machine's own names.
function isThisMachine(origin: string, { socket }: Asking): boolean {
  const { localAddress, localPort } = socket;
  if (localAddress === undefined || !/^(?:::ffff:)?127\.|^::1$/.test(localAddress)) return false;
  return ['localhost', '127.0.0.1', '[::1]'].some((host) => origin === `http://${host}:${String(localPort)}`);
}

/** Checks the token and takes it out, so that the form behind it holds its own fields only. */
function holdsToken(asking: Asking): boolean {
  const body: unknown = asking.body;
  if (typeof body !== 'object' || body === null || !(csrfField in body)) return false;
  const given: unknown = body[csrfField];
  Reflect.deleteProperty(body, csrfField);
  return typeof given === 'string' && asking.visitor.csrf !== undefined && sameSecret(given, asking.visitor.csrf);
}
