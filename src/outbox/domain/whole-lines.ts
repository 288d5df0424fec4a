// RFC 5321 §2.3.8: lines end with CR LF and with nothing else, the last one too. A courier would put right
// what is wrong on the way, and what arrives would no longer be what was stored.
const stray = /\r(?!\n)|(?<!\r)\n/;

/** Whether a mail can travel byte for byte; `raw` has one character a byte. */
export const hasWholeLines = (raw: string): boolean => raw.endsWith('\r\n') && !stray.test(raw);
