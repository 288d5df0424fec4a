import type { Browser } from 'playwright-core';
import { rings, sectors, ties } from '../../src/sociogram/domain/placement';
import { sociogramDrawing } from '../../src/sociogram/domain/sociogram-drawing';
import { textWidth } from '../../src/sociogram/domain/text-width';
import { openBrowser, showPage } from '../support/browser';
import { aPlacement, drawingWords } from '../support/sociogram-builders';

const names = ['Anna-Karin', 'Bo', 'Östen Åkerblom', 'WWMM', 'Mamma', 'Fotbollstränaren', 'ÅÄÖ', 'fjällripa', "D'Arc"];

interface Shown {
  readonly words: string;
  readonly width: number;
  readonly size: number;
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

const measured = `[...document.querySelectorAll('.sociogram__name, .sociogram__tie')].map((one) => {
  const { left, top, right, bottom } = one.getBoundingClientRect();
  const size = Number(one.getAttribute('font-size'));
  return { words: one.textContent, width: one.getComputedTextLength(), size, box: { left, top, right, bottom } };
})`;

describe('the picture of a sociogram in a real browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('sets no text wider than it was reckoned, and no name over another, with 24 people', async () => {
    const people = Array.from({ length: 24 }, (_, place) =>
      aPlacement({
        name: names[place % names.length] ?? '',
        sector: sectors[place % 4] ?? 'family',
        ring: rings[place % 3] ?? 1,
        tie: ties[place % 4] ?? 'weak',
      }),
    );
    const html = `<!doctype html><html lang="sv"><head><title>x</title><link rel="stylesheet" href="/assets/kretsen.css">
      </head><body><figure class="figure">${sociogramDrawing(people, drawingWords)}</figure></body></html>`;
    const page = await showPage(browser, html, 1280);

    const shown = await page.evaluate<Shown[]>(measured);

    expect(shown).toHaveLength(48);
    expect(shown.filter(({ words, width, size }) => width > textWidth(words, size))).toEqual([]);
    const named = shown.filter(({ size }) => size === 16);
    const covered = named.flatMap((one, place) =>
      named.slice(place + 1).filter(({ box }) => {
        const apart = one.box.right <= box.left || box.right <= one.box.left;
        return !apart && one.box.top < box.bottom && box.top < one.box.bottom;
      }),
    );
    expect(covered.map(({ words }) => words)).toEqual([]);
  });
});
