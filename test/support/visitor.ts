/** An answer as a test looks at it. */
export interface Answered {
  readonly status: number;
  readonly location: string | null;
  readonly headers: Headers;
  readonly text: string;
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A browser in the small: keeps cookies, follows nothing, and sends back the token of the page it last saw. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  token = '';

  constructor(private readonly url: string) {}

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
    return this.ask(path, { method: 'GET', headers });
  }

  post(path: string, fields: Fields = {}, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries({ _csrf: this.token, ...fields })) {
      for (const one of [value].flat()) body.append(name, one);
    }
    return this.ask(path, { method: 'POST', headers, body });
  }

  async ask(path: string, { headers, ...rest }: RequestInit): Promise<Answered> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = { ...(headers as Record<string, string>), ...(cookie === '' ? {} : { cookie }) };
    const response = await fetch(this.url + path, { ...rest, headers: sent, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    const text = await response.text();
    this.token = /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? this.token;
    return { status: response.status, location: response.headers.get('location'), headers: response.headers, text };
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (line.includes('Expires=Thu, 01 Jan 1970')) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
