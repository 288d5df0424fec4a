import { DomainError } from '../../kernel/domain-error';

// RFC 1035 §2.3.4 with RFC 5321 §4.5.3.1.2: labels of 1 to 63, the whole at most 253 as written.
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const maxLength = 253;

/** A mail domain in the form that goes on the wire: lower case, and other letters as punycode (RFC 5891). */
export function domainName(text: string, field: string): string {
  const asked = text.trim();
  // Before the conversion: it would decode per cent signs and swallow what belongs to an address of the web.
  if (!/^[\p{L}\p{N}\p{M}.-]+$/u.test(asked)) throw new DomainError('notADomain', { field });
  const ascii = onTheWire(asked);
  const labels = ascii.split('.');
  const isName = labels.length > 1 && labels.every((one) => label.test(one)) && !/^\d+$/.test(labels.at(-1) ?? '');
  if (!isName || ascii.length > maxLength) throw new DomainError('notADomain', { field });
  return ascii;
}

// The web's rules for names of hosts (WHATWG URL, UTS #46) are those of mail domains too.
function onTheWire(asked: string): string {
  const address = `http://${asked}`;
  return URL.canParse(address) ? new URL(address).hostname : '';
}
