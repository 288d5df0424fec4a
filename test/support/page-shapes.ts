import type { Page } from 'playwright-core';

// Each kind of element in each kind of parent once, however often it stands there; the headings in their order; and
// whether two parts of the page have the same name.
const shapeOf = `(() => {
  const kind = (one) => [one.tagName, one.getAttribute('class'), one.type, one.textContent.trim() === ''].join();
  const all = [...document.querySelectorAll('body *')];
  const parts = [...document.querySelectorAll('[aria-labelledby]')].map((one) => one.ariaLabelledByElements?.[0]);
  const names = parts.map((label) => label?.textContent);
  return [
    innerWidth,
    new Set(names).size === names.length,
    ...all.filter(({ tagName }) => /^H[1-6]$/.test(tagName)).map(({ tagName }, at, found) =>
      at > 0 && found[at - 1].tagName === tagName ? '' : tagName),
    ...new Set(all.map((one) => kind(one.parentElement) + ' > ' + kind(one))),
  ].filter((word) => word !== '').join(' ');
})()`;

/**
 * Remembers what pages were built of. Axe takes most of a page test's time and sees no difference between two pages of
 * the same elements with other words in them, so such a page needs to be looked through once only at each width.
 */
export class PageShapes {
  private readonly known = new Set<string>();

  async isNew(page: Page): Promise<boolean> {
    const shape = await page.evaluate<string>(shapeOf);
    if (this.known.has(shape)) return false;
    this.known.add(shape);
    return true;
  }
}
