import type { CookieOptions, Request, Response } from 'express';

/** The cookies of one request. They belong to this host alone, and no script reads them. */
export class CookieJar {
  private readonly kept = new Map<string, string>();

  constructor(
    private readonly request: Request,
    private readonly response: Response,
    private readonly isSecure: boolean,
  ) {}

  /** What the browser sent, or is being given with this answer. */
  read(name: string): string | undefined {
    const kept = this.kept.get(name);
    if (kept !== undefined) return kept;
    const start = `${this.called(name)}=`;
    const pairs = (this.request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
    return pairs.find((pair) => pair.startsWith(start))?.slice(start.length);
  }

  /** Kept until the browser closes, or for so many days. */
  keep(name: string, value: string, { days }: { days?: number } = {}): void {
    this.kept.set(name, value);
    const lasting = days === undefined ? {} : { maxAge: days * 86_400_000 };
    this.response.cookie(this.called(name), value, { ...this.options(), ...lasting });
  }

  drop(name: string): void {
    this.kept.delete(name);
    this.response.clearCookie(this.called(name), this.options());
  }

  // RFC 6265bis §4.1.3.2: a browser takes a `__Host-` cookie only over https, from this host, for every path.
  private called(name: string): string {
    return this.isSecure ? `__Host-${name}` : name;
  }

  private options(): CookieOptions {
    return { httpOnly: true, sameSite: 'lax', path: '/', secure: this.isSecure };
  }
}
