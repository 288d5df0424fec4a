import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { source as axe } from 'axe-core';
import { chromium, type Browser, type Page, type Route } from 'playwright-core';

const root = join(__dirname, '../..');
const systemBrowser = '/usr/bin/chromium';
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The policy the server sends; what it refuses must not be needed by any page. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; " +
  "connect-src 'self'; " +
  "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** The system's Chromium if there is one, else the one that npm brought. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = existsSync(systemBrowser) ? systemBrowser : await bundledBrowser();
  return chromium.launch({ executablePath, args: flags });
}

// The package declares itself as an ES module only, yet has a CommonJS door, and Jest can open no other.
const bundledBrowser = (): Promise<string> =>
  jest.requireActual<{ executablePath(): Promise<string> }>('@sparticuz/chromium').executablePath();

// A contrast that axe could not measure is a fault too, save where a drawn circle or tick stands beside its label, and
// in a drawing, where axe never can: test/unit/sociogram/colours.test.ts measures those. The choice is made in the page,
// because bringing all that axe found out of it takes longer than finding it.
const foundByAxe = `axe.run({ resultTypes: ['violations', 'incomplete'] }).then(({ violations, incomplete }) => {
  const measurable = ({ any, html }) =>
    !/^<text/i.test(html) && !any.some(({ data }) => data?.messageKey === 'pseudoContent');
  const unmeasured = incomplete
    .filter(({ id }) => id === 'color-contrast')
    .map(({ id, nodes }) => ({ id, nodes: nodes.filter(measurable) }));
  return [...violations, ...unmeasured].flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => id + ': ' + target.join(' ')),
  );
})`;

/** What axe finds on the page as it stands, one line a fault: "rule: selector". */
export async function axeViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>("typeof axe === 'object'"))) {
    await page.context().addInitScript({ content: axe });
    await page.evaluate(axe);
  }
  return page.evaluate<string[]>(foundByAxe);
}

/** What the security policy or a missing file kept from the page, as the browser's console told it. */
export const refusalsOn = async (page: Page): Promise<string[]> =>
  (await page.consoleMessages()).filter((message) => message.type() === 'error').map((message) => message.text());

/** How many pixels the page is wider than the window: 0 when it reflows. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

// A radio button or a tick is hit through its label; hidden things and links within a sentence are excepted by WCAG 2.5.8.
const lowTargets = (least: number): string => `
  [...document.querySelectorAll('a[href], button, summary, select, input:not([type=hidden]), textarea')]
    .filter((one) => !one.closest('p, .govuk-skip-link') && one.getClientRects().length > 0)
    .filter((one) => one.getBoundingClientRect().height < ${String(least)})
    .map((one) => one.tagName.toLowerCase() + ' ' + (one.textContent || one.name).trim())`;

/** Links, buttons and fields lower than so many pixels, by their tag and their words. */
export const targetsBelow = (page: Page, least: number): Promise<string[]> =>
  page.evaluate<string[]>(lowTargets(least));

interface Window {
  readonly page: Page;
  html: string;
}

// One window a browser, and axe in it from the start: opening one and reading axe anew for each page took most of the
// time these tests take.
const windows = new WeakMap<Browser, Window>();

/** A page's text in a real window, with the real style sheet, fonts and policy, and no server; one at a time. */
export async function showPage(browser: Browser, html: string, width: number): Promise<Page> {
  const shown = await windowOf(browser);
  shown.html = html;
  await shown.page.setViewportSize({ width, height: 900 });
  await shown.page.goto('http://kretsen.example/');
  await shown.page.evaluate('document.fonts.ready.then(() => undefined)');
  return shown.page;
}

async function windowOf(browser: Browser): Promise<Window> {
  const known = windows.get(browser);
  if (known) return known;
  const context = await browser.newContext();
  await context.addInitScript({ content: axe });
  const made = { page: await context.newPage(), html: '' };
  await made.page.route('**/*', (route) => answer(route, made.html));
  windows.set(browser, made);
  return made;
}

async function answer(route: Route, html: string): Promise<void> {
  const { pathname } = new URL(route.request().url());
  if (pathname === '/assets/kretsen.css') {
    return route.fulfill({ contentType: 'text/css', path: join(root, 'dist/assets/kretsen.css') });
  }
  const [, folder, name] = /^\/assets\/(fonts|images)\/([\w.-]+)$/.exec(pathname) ?? [];
  if (folder === 'images') return route.fulfill({ path: join(root, 'views/assets/images', name ?? '') });
  if (folder === 'fonts') {
    return route.fulfill({
      body: readFileSync(join(root, 'node_modules/@fontsource/source-sans-3/files', name ?? '')),
    });
  }
  return route.fulfill({
    contentType: 'text/html; charset=utf-8',
    headers: { 'Content-Security-Policy': contentSecurityPolicy },
    body: html,
  });
}
