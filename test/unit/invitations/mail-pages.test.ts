import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { seen } from '../../../src/invitations/domain/seen-text';
import { aKnowledge, anInvitation, anOverview, aRecipient, templates } from '../../support/calls';

const read = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(__dirname, '../../../data/words', language, 'mail.json'), 'utf8')) as Record<
    string,
    string
  >;
const sv = read('sv');
const en = read('en');
const inMails = Object.entries({ ...sv }).filter(([key]) => key.startsWith('mail.'));

const mails = (['open', 'protected'] as const).flatMap((protection) =>
  (['sv', 'en'] as const).flatMap((language) => {
    const recipient = aRecipient({ protection, language });
    return [anInvitation({ recipient }), anOverview({ recipient })];
  }),
);

// Mail programs drop style sheets, so styles stand in the elements.
const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { 'no-inline-style': 'off' } });

describe('the HTML of a mail', () => {
  it('is valid', async () => {
    for (const { html } of mails) {
      const report = await validator.validateString(html);
      expect(report.results.flatMap(({ messages }) => messages)).toEqual([]);
    }
  });

  it('fetches nothing', () => {
    for (const { html } of mails) expect(html).not.toMatch(/<img|<link|<script|url\(|@import|src=/i);
  });

  it('stops when the page lacks a string', () => {
    expect(() => templates.render('meeting', { subject: 'x', greeting: 'y' })).toThrow(/not defined/);
  });

  it('knows its messages by name', () => {
    expect(() => templates.render('letter', {})).toThrow('there is no mail template "letter"');
  });
});

describe('the words of mails', () => {
  it('are the same sentences in Swedish and English, with the same places to fill', () => {
    const places = (words: Record<string, string>): (readonly [string, string[]])[] =>
      Object.entries(words).map(([key, text]) => [key, (text.match(/\{\w+\}/g) ?? []).sort()] as const);

    expect(places(sv)).toEqual(places(en));
  });

  it('hold no listed word themselves', () => {
    const { listedWord } = aKnowledge();
    const ours = [...Object.entries(sv), ...Object.entries(en)].filter(([key]) => key.startsWith('mail.'));

    expect(ours.filter(([, text]) => listedWord(seen(text)) !== null)).toEqual([]);
  });

  it('are plain Swedish: at most 12 words a sentence on average, and LIX at most 30', () => {
    const text = inMails.map(([, sentence]) => sentence.replace(/[.!?]?$/, '.')).join(' ');
    const words = text.match(/\p{L}+/gu) ?? [];
    const sentences = text.split(/[.!?:]+\s/).filter((sentence) => /\p{L}/u.test(sentence));
    const long = words.filter((word) => word.length > 6);

    expect(words.length / sentences.length).toBeLessThanOrEqual(12);
    expect(words.length / sentences.length + (100 * long.length) / words.length).toBeLessThanOrEqual(30);
  });
});
