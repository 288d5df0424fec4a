import { addressParser, type Email } from 'postal-mime';

const mostAddresses = 5;

/** A mail's headers, by name in small letters, in the order they stand. */
export class Headers {
  constructor(private readonly email: Pick<Email, 'headers'>) {}

  all(name: string): readonly string[] {
    return this.email.headers.filter(({ key }) => key === name).map(({ value }) => value);
  }

  first(name: string): string | undefined {
    return this.all(name)[0];
  }

  /** Our mailbox, with the token after the plus sign, wherever the mail was addressed to it. */
  addressesOf(mailbox: string): readonly string[] {
    const [name = '', domain = ''] = mailbox.split('@');
    const ours = new RegExp(`(?<![\\w.+-])${literally(name)}\\+([a-z2-7]{32})@${literally(domain)}(?![\\w.-])`, 'gi');
    const places = ['delivered-to', 'x-original-to', 'to', 'cc'].flatMap((place) => this.all(place));
    const found = places.flatMap((place) => [...place.matchAll(ours)].map(([, token = '']) => token.toLowerCase()));
    return [...new Set(found)].slice(0, mostAddresses).map((token) => `${name}+${token}@${domain}`);
  }

  /** The one address the mail says it is from. RFC 7489 §6.6.1: several are as good as none. */
  from(): string | null {
    const [header, ...more] = this.all('from');
    if (header === undefined || more.length > 0) return null;
    const [one, ...others] = addressParser(header);
    return one?.address === undefined || one.address === '' || others.length > 0 ? null : one.address;
  }

  /** RFC 3834 §5, and what programs wrote before it. */
  isAutomatic(): boolean {
    const submitted = wordOf(this.first('auto-submitted'));
    return (
      (submitted !== '' && submitted !== 'no') ||
      this.first('return-path')?.trim() === '<>' ||
      ['bulk', 'junk', 'list'].includes(wordOf(this.first('precedence'))) ||
      this.first('x-autoreply') !== undefined
    );
  }
}

const wordOf = (header = ''): string => (header.split(';')[0] ?? '').trim().toLowerCase();

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
