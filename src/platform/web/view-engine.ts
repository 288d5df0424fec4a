import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import Handlebars from 'handlebars';
import hbs from 'hbs';
import { TrustedSvg } from './trusted-svg';

/** What a page knows beside its own content: who is signed in, in which language, and the words. */
export interface Shell {
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly language: 'sv' | 'en';
  readonly otherLanguage: { readonly code: string; readonly name: string; readonly url: string; readonly back: string };
  readonly title: string;
  readonly path: string;
  readonly csrf?: string;
  readonly signedIn?: { readonly name: string; readonly organisation: string; readonly role: string };
  readonly nav: readonly { readonly text: string; readonly href: string; readonly current: boolean }[];
  readonly practice?: boolean;
  readonly notice?: { readonly text: string };
}

export interface ViewModel {
  readonly title: string;
  readonly shell: Shell;
  /** `layouts/page` when nothing is said. */
  readonly layout?: string;
}

// strict: a name that the model lacks is a fault, not an empty place on the page.
// explicitPartialContext: a part sees what it is handed and nothing of the page around it.
// preventIndent: a text area keeps the lines as they were typed.
const rules: CompileOptions = { strict: true, explicitPartialContext: true, preventIndent: true };

const defaultLayout = 'layouts/page';
export const ownViews = join(__dirname, '../../../views');

type Engine = ReturnType<typeof hbs.create>;
type HelperOptions = Handlebars.HelperOptions;

/** Sets up Handlebars for the pages: `res.render('groups/year', model)` inside `layouts/page`. */
export function registerViews(app: NestExpressApplication, viewsFolder: string): void {
  const engine = engineFor(viewsFolder);
  app.engine('hbs', (...asked: Parameters<Engine['__express']>) => void engine.__express(...asked));
  app.setViewEngine('hbs');
  app.setBaseViewsDir(viewsFolder);
  app.set('view options', { layout: defaultLayout });
  // Parts are read once, at start; pages likewise, or half the speed is lost outside production.
  app.enable('view cache');
}

/** The page as text, through the same parts, helpers and layout as in the browser. */
export function renderView(view: string, model: ViewModel, viewsFolder = ownViews): string {
  const { handlebars } = engineFor(viewsFolder);
  const render = (name: string, values: object): string =>
    handlebars.compile(readFileSync(resolve(viewsFolder, `${name}.hbs`), 'utf8'))(values);
  return render(model.layout ?? defaultLayout, { ...model, body: render(view, model) });
}

/** An hbs of its own, with the parts and the few words templates may use. */
export function engineFor(viewsFolder: string): Engine {
  const handlebars = strictHandlebars();
  for (const [name, text] of partsIn(join(viewsFolder, 'partials'))) handlebars.registerPartial(name, text);
  handlebars.registerHelper({
    t: say,
    svg: picture,
    nth: countedFromOne,
    oneOf: partIn,
    each: eachOfAList(handlebars),
  });
  return hbs.create(handlebars);
}

// hbs compiles without options, so the instance it is given brings them along.
function strictHandlebars(): typeof Handlebars {
  const handlebars = Handlebars.create();
  const compile = handlebars.compile;
  handlebars.compile = (input, options) => compile(input, { ...options, ...rules });
  return handlebars;
}

/** `partials/page/head.hbs` is called `page/head`. */
function partsIn(folder: string): [name: string, text: string][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.hbs'))
    .map((path) => [path.slice(0, -'.hbs'.length).replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]);
}

/** `{{t "year.meetingOf" number=3 of=7}}` */
function say(key: string, { data, hash }: { data: { root: { shell: Shell } }; hash: Record<string, string> }): string {
  return data.root.shell.say(key, hash);
}

/** `{{svg wheel}}`: the only thing outside the layouts that is not escaped. */
function picture(svg: unknown): Handlebars.SafeString {
  if (!(svg instanceof TrustedSvg)) throw new TypeError('{{svg}} prints a TrustedSvg and nothing else.');
  return new Handlebars.SafeString(svg.text);
}

const countedFromOne = (index: number): number => index + 1;

/**
 * `{{> (oneOf "shapes" shape) this}}`: the part of that folder that the model names; an unknown name is a fault.
 * The `this` is needed: with explicitPartialContext, Handlebars 4.7 loses a computed name that stands alone.
 */
const partIn = (folder: string, name: string): string => `${folder}/${name}`;

/** As Handlebars' own `each`, but a list that is missing is a fault, not an empty list. */
function eachOfAList(handlebars: typeof Handlebars): Handlebars.HelperDelegate {
  const each = handlebars.helpers.each;
  return function (this: unknown, list: unknown, options: HelperOptions): unknown {
    if (!Array.isArray(list)) throw new TypeError('{{#each}} was given something that is not a list.');
    return each?.call(this, list, options);
  };
}
