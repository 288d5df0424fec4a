import { plainReply } from './courier';
import type { Obstacle, Receipt } from './courier';

/** What is read from a fault of the mail library; every part may be missing. */
interface SmtpFault {
  readonly code: string;
  readonly originalCode: string;
  readonly command: string;
  readonly responseCode: number | null;
  readonly words: string;
}

/** A fault while sending, as a receipt: refused for good, or to be tried again. */
export function receiptOfFault(thrown: unknown): Receipt {
  const fault = faultOf(thrown);
  const reply = plainReply(fault.words);
  return isForGood(fault)
    ? { kind: 'refused', code: fault.responseCode, reply }
    : { kind: 'deferred', why: obstacleIn(fault), reply };
}

// A refused sign-in (RFC 4954 §6: 530, 534, 535) is the sender's trouble and would refuse everybody's mail;
// 503 says that the conversation went wrong, not the message.
const aboutTheSession = new Set([503, 530, 534, 535, 538]);

function isForGood({ code, command, responseCode }: SmtpFault): boolean {
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return false;
  // The library itself found the address impossible.
  if (responseCode === null) return command === 'API';
  return responseCode >= 500 && !aboutTheSession.has(responseCode);
}

function obstacleIn({ code, originalCode, responseCode }: SmtpFault): Obstacle {
  if (code === 'EAUTH' || (responseCode !== null && responseCode >= 530 && responseCode < 540)) return 'signInRefused';
  if (code === 'ETLS' || /CERT|TLS|SSL|SELF_SIGNED|ISSUER|EPROTO/.test(originalCode)) return 'notSecure';
  if (responseCode !== null) return 'serverBusy';
  if (code === 'ETIMEDOUT' || code === 'EABORT') return 'noAnswer';
  return code === 'EDNS' || neverConnected.has(originalCode) ? 'serverAway' : 'connectionLost';
}

const neverConnected = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTDOWN']);

function faultOf(thrown: unknown): SmtpFault {
  const given = typeof thrown === 'object' && thrown !== null ? thrown : {};
  const text = (key: string): string => {
    const value: unknown = Reflect.get(given, key);
    return typeof value === 'string' ? value : '';
  };
  const responseCode: unknown = Reflect.get(given, 'responseCode');
  return {
    code: text('code'),
    originalCode: text('originalCode'),
    command: text('command'),
    responseCode: typeof responseCode === 'number' ? responseCode : null,
    words: text('response') || text('message'),
  };
}
