import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** SHA-256 as 64 hex letters. */
export const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** HMAC-SHA-256 as 64 hex letters; the label keeps what is derived for one purpose useless for another. */
export const keyedDigest = (key: Buffer, label: string, text: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([label, text]), 'utf8')
    .digest('hex');

/** Compares in a time that does not tell how much was right. */
export const sameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(digest(one)), Buffer.from(digest(other)));
