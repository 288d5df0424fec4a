import type { Browser } from 'playwright-core';
import { aShell, renderText } from '../../support/render';
import { axeViolations, openBrowser, overflowOf, refusalsOn, showPage } from '../../support/browser';

const pageWith = (content: string): string =>
  renderText(
    '<!DOCTYPE html><html lang="sv"><head>{{> page/head this}}</head><body><main>{{{body}}}</main></body></html>',
    {
      title: 'Prov',
      body: `<h1>Prov</h1>${content}`,
    },
    aShell('sv'),
  );

// A test whose eyes are shut is always content: each of these shows that it would see a fault.
describe('the eyes of the page tests', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('see text that is too pale for its ground', async () => {
    const page = await showPage(browser, pageWith('<p>Blekt</p>'), 320);
    await page.evaluate('document.querySelector("p").style.color = "#bbb"');

    expect(await axeViolations(page)).toEqual(['color-contrast: p']);
  });

  it('see text whose ground cannot be told because another box lies half over it', async () => {
    const page = await showPage(
      browser,
      pageWith('<div id="ground"><p id="text">Halvt</p></div><p id="over">Över</p>'),
      320,
    );
    await page.evaluate(
      'Object.assign(document.querySelector("#over").style, { marginTop: "-30px", background: "#fff" })',
    );

    expect(await axeViolations(page)).toContain('color-contrast: #text');
  });

  it('see a page that is wider than its window', async () => {
    const page = await showPage(
      browser,
      pageWith('<img alt="Bred" width="400" height="10" src="/assets/images/ring.svg">'),
      320,
    );

    expect(await overflowOf(page)).toBeGreaterThan(0);
  });

  it('see a style attribute that the security policy refuses', async () => {
    const page = await showPage(browser, pageWith('<p style="margin: 0">Tätt</p>'), 320);

    expect(await refusalsOn(page)).toEqual([expect.stringContaining('Content Security Policy')]);
  });
});
