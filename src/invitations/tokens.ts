import { createHash, createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { GroupId, MeetingId, PersonId } from '../kernel/identifiers';
import { Settings } from '../platform/config/settings';
import type { CalendarFeedId } from './domain/calendar-feed';
import type { PersonalLinkId } from './domain/personal-link';

type Purpose = 'reply' | 'personal-link' | 'feed' | 'feed-event';

const base32 = 'abcdefghijklmnopqrstuvwxyz234567';
const tokenBytes = 20;
const tokenLetters = 32;

/** What a token from outside looks like; anything else is not worth a query. */
export const tokenShape = /^[a-z2-7]{32}$/;

/** Only this is kept of a token: 64 hex letters that do not lead back to it. */
export const tokenHash = (token: string): string => createHash('sha256').update(token, 'ascii').digest('hex');

/**
 * Derives tokens instead of keeping them: the same mailbox address and the same link come back for every
 * later message, and a stolen database holds none. 160 bits, for one purpose and one person each.
 */
@Injectable()
export class Tokens {
  constructor(private readonly settings: Settings) {}

  /** Stable over all revisions of the meeting. */
  reply(meetingId: MeetingId, personId: PersonId): string {
    return this.derived('reply', [meetingId, personId]);
  }

  /** For mail about the whole year, which belongs to no single meeting. */
  replyToYear(groupId: GroupId, personId: PersonId): string {
    return this.derived('reply', [groupId, personId]);
  }

  /** The link's id is random, so a new link has a new token. */
  personalLink(linkId: PersonalLinkId): string {
    return this.derived('personal-link', [linkId]);
  }

  /** The feed's id is random, so a new feed has a new token. */
  feed(feedId: CalendarFeedId): string {
    return this.derived('feed', [feedId]);
  }

  /** What a meeting is called in this feed and nowhere else; it opens nothing. */
  feedEvent(feedId: CalendarFeedId, meetingId: MeetingId): string {
    return this.derived('feed-event', [feedId, meetingId]);
  }

  /** Looks like a token and opens nothing. */
  example(): string {
    return 'x'.repeat(tokenLetters);
  }

  /** `svar+TOKEN@domain` */
  replyAddress(token: string): string {
    const [mailbox = '', domain = ''] = this.settings.mail.replyAddress.split('@');
    return `${mailbox}+${token}@${domain}`;
  }

  /** From the configured address, never from a request. */
  linkAddress(token: string): string {
    return `${this.settings.publicAddress}/m/${token}`;
  }

  /** From the configured address, never from a request. */
  feedAddress(token: string): string {
    return `${this.settings.publicAddress}/k/${token}.ics`;
  }

  private derived(purpose: Purpose, ids: readonly string[]): string {
    // JSON keeps the parts apart, whatever they hold.
    const bytes = createHmac('sha256', this.settings.keys.links)
      .update(JSON.stringify([purpose, ...ids]))
      .digest();
    return inBase32(bytes.subarray(0, tokenBytes));
  }
}

function inBase32(bytes: Buffer): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from(bits.match(/.{5}/g) ?? [], (five) => base32.charAt(Number.parseInt(five, 2))).join('');
}
