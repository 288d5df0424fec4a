/**
 * Whether the receiving server says that the mail truly comes from the domain it names (RFC 8601, `dmarc=pass`). Only
 * the topmost header counts, and only under our own server's name: whatever stands below may be the sender's own work.
 */
export function isVouchedFor(topmost: string | undefined, from: string | null, authservId: string | null): boolean {
  if (topmost === undefined || from === null || authservId === null) return false;
  const [server = '', ...results] = withoutComments(topmost).split(';');
  const [name = ''] = server.trim().split(/\s/);
  if (name.toLowerCase() !== authservId.toLowerCase()) return false;
  const dmarc = results.filter((result) => /^\s*dmarc\s*=/i.test(result));
  return dmarc.length > 0 && dmarc.every((result) => passesFor(result, domainOf(from)));
}

function passesFor(result: string, domain: string): boolean {
  const [, outcome = ''] = /^\s*dmarc\s*=\s*([a-z]+)/i.exec(result) ?? [];
  const [, about = ''] = /\sheader\.from\s*=\s*"?(?:[^\s"@]*@)?([^\s";]+)/i.exec(result) ?? [];
  return outcome.toLowerCase() === 'pass' && about.toLowerCase() === domain;
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

// RFC 5322 §3.2.2: a comment may hold others, and a semicolon in one ends nothing.
function withoutComments(header: string): string {
  let depth = 0;
  let plain = '';
  for (const letter of header) {
    if (letter === '(') depth += 1;
    else if (letter === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) plain += letter;
  }
  return plain;
}
