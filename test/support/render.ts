import { join } from 'node:path';
import type { Language } from '../../src/kernel/in-words';
import { engineFor, ownViews, renderView, type Shell } from '../../src/platform/web/view-engine';
import { Words } from '../../src/platform/web/words';

const words = new Words(join(__dirname, '../../data/words'));
const names = { sv: 'Svenska', en: 'English' } as const;

export function aShell(language: Language, own: Partial<Shell> = {}): Shell {
  const other = language === 'sv' ? 'en' : 'sv';
  return {
    say: words.in(language),
    language,
    otherLanguage: { code: other, name: names[other], url: `/language/${other}`, back: '/' },
    title: 'Kretsen',
    path: '/',
    csrf: 'a-token',
    nav: [],
    ...own,
  };
}

export interface PageUnderTest {
  readonly title: string;
  readonly layout?: string;
  readonly [name: string]: unknown;
}

/** A page as the browser gets it. `view` is a name under views/, or the full path of a template without its ending. */
export const renderPage = (view: string, model: PageUnderTest, shell: Shell = aShell('sv')): string =>
  renderView(view, { ...model, shell });

const parts = engineFor(ownViews).handlebars;

/** A template's text alone, without a layout. */
export const renderText = (template: string, model: object = {}, shell: Shell = aShell('sv')): string =>
  parts.compile(template)({ ...model, shell });

/** One partial alone. */
export const renderPart = (name: string, values: object = {}, shell?: Shell): string =>
  renderText(`{{> ${name} values}}`, { values }, shell);
