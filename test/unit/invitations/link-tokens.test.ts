import { randomBytes } from 'node:crypto';
import { tokenHash, Tokens, tokenShape } from '../../../src/invitations/tokens';
import type { Settings } from '../../../src/platform/config/settings';
import { anId } from '../../support/groups-builders';

const settings = (links: Buffer) =>
  ({
    keys: { links },
    mail: { replyAddress: 'svar@moten.example' },
    publicAddress: 'https://moten.example',
  }) as Settings;

const tokens = new Tokens(settings(Buffer.from('a key of thirty-two bytes, fixed')));
const [meeting, person] = [anId<'meeting'>(), anId<'person'>()];

describe('Tokens in reply addresses and links', () => {
  it('are 32 letters of base32, 160 bits', () => {
    expect(tokens.reply(meeting, person)).toMatch(tokenShape);
  });

  it('come back the same for the same meeting and person', () => {
    expect(tokens.reply(meeting, person)).toBe(tokens.reply(meeting, person));
  });

  it('differ between people, meetings, purposes and keys', () => {
    const [link, feed] = [anId<'personal link'>(), anId<'calendar feed'>()];
    const all = [
      tokens.reply(meeting, person),
      tokens.reply(meeting, anId()),
      tokens.reply(anId(), person),
      tokens.replyToYear(anId(), person),
      tokens.personalLink(link),
      tokens.personalLink(anId()),
      new Tokens(settings(randomBytes(32))).personalLink(link),
      tokens.feed(feed),
      tokens.feed(anId()),
      tokens.feedEvent(feed, meeting),
      tokens.feedEvent(feed, anId()),
      tokens.feedEvent(anId(), meeting),
    ];

    expect(new Set(all).size).toBe(all.length);
  });

  it('are never the example that stands in looked-at mails', () => {
    expect(tokens.example()).toMatch(tokenShape);
    expect(tokens.reply(meeting, person)).not.toBe(tokens.example());
  });

  it('stand in addresses made from the settings alone', () => {
    expect(tokens.replyAddress('abc')).toBe('svar+abc@moten.example');
    expect(tokens.linkAddress('abc')).toBe('https://moten.example/m/abc');
    expect(tokens.feedAddress('abc')).toBe('https://moten.example/k/abc.ics');
  });

  it('are kept as a hash of 64 hex letters', () => {
    expect(tokenHash(tokens.example())).toMatch(/^[0-9a-f]{64}$/);
  });
});
