import { join } from 'node:path';
import { HtmlValidate, FileSystemConfigLoader } from 'html-validate';
import type { Browser } from 'playwright-core';
import type { Language } from '../../../src/kernel/in-words';
import { axeViolations, openBrowser, overflowOf, refusalsOn, showPage, targetsBelow } from '../../support/browser';
import { aShell, renderPage } from '../../support/render';
import { fullShell, patternPage } from './patterns';

const patterns = join(__dirname, 'patterns');
const problem = (language: Language) => ({
  title: language === 'sv' ? 'Sidan finns inte' : 'The page does not exist',
  text: language === 'sv' ? 'Vi hittar inte sidan du söker.' : 'We cannot find the page you are looking for.',
  whatToDo: language === 'sv' ? 'Kontrollera adressen.' : 'Check the address.',
  reference: '7F3A',
  back: { text: 'Start', href: '/' },
});

const pages: readonly (readonly [name: string, html: string])[] = (['sv', 'en'] as const).flatMap((language) => [
  [`patterns-page-${language}`, renderPage(patterns, patternPage(language), fullShell(language))],
  [
    `patterns-link-${language}`,
    renderPage(patterns, { ...patternPage(language), layout: 'layouts/link' }, aShell(language)),
  ],
  [`problem-${language}`, renderPage('errors/problem', problem(language), aShell(language))],
]);

describe('every page and part', () => {
  const validator = new HtmlValidate(new FileSystemConfigLoader());
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each(pages)('is valid HTML: %s', async (name, html) => {
    const { results } = await validator.validateString(html, join(__dirname, `${name}.html`));

    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => ({ ruleId, message, line }))),
    ).toEqual([]);
  });

  it.each(pages)('keeps within the window when its text is twice as large: %s', async (_, html) => {
    const page = await showPage(browser, html, 1280);
    await page.evaluate('document.documentElement.style.fontSize = "200%"');

    expect(await overflowOf(page)).toBe(0);
  });

  it.each(pages)(
    'gives every target 24 pixels or more, and 44 to people who came by a link: %s',
    async (name, html) => {
      const page = await showPage(browser, html, 320);

      expect(await targetsBelow(page, name.includes('-link-') ? 44 : 24)).toEqual([]);
    },
  );

  describe.each([320, 1280])('at %i pixels', (width) => {
    it.each(pages)('passes axe, reflows, and needs nothing the policy refuses: %s', async (name, html) => {
      const page = await showPage(browser, html, width);
      const folder = process.env.SCREENSHOTS;
      if (folder !== undefined)
        await page.screenshot({ path: join(folder, `${name}-${String(width)}.png`), fullPage: true });

      expect(await axeViolations(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
      expect(await refusalsOn(page)).toEqual([]);
    });
  });
});
