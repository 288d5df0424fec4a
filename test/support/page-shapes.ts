import type { Page } from 'playwright-core';

// Tag, class and kind of every element, whether it says anything, and whether something is ticked or wrong.
const shapeOf = `[innerWidth, ...[...document.querySelectorAll('body *')].map((one) =>
  [one.tagName, one.getAttribute('class'), one.type, one.textContent.trim() === '', one.getAttribute('aria-label') === '']
    .join()
)].join(' ')`;

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
