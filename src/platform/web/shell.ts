import type { Asking, NavigationEntry } from './asking';
import type { Shell } from './view-engine';

/** What the layout around a page needs to know of the one who asks. */
export function shellFor(asking: Asking, title: string): Shell {
  const { visitor, language, say } = asking;
  const other = language === 'sv' ? 'en' : 'sv';
  // A page that answered a post has no address of its own to come back to.
  const back = asking.method === 'POST' ? '/' : asking.originalUrl;
  return {
    say,
    title,
    language,
    path: asking.path,
    otherLanguage: { code: other, name: say(`shell.language.${other}`), url: `/language/${other}`, back },
    ...(visitor.csrf === undefined ? {} : { csrf: visitor.csrf }),
    ...(visitor.signedIn ? { signedIn: visitor.signedIn } : {}),
    nav: markedNavigation(visitor.navigation, asking.path),
    practice: asking.app.get('practice') === true,
  };
}

/** One entry is current: the one whose address leads furthest towards the page. */
function markedNavigation(entries: readonly NavigationEntry[], path: string): Shell['nav'] {
  const leading = entries.filter(({ href }) => leads(href, path)).map(({ href }) => href.length);
  const furthest = Math.max(...leading);
  return entries.map((entry) => ({ ...entry, current: leads(entry.href, path) && entry.href.length === furthest }));
}

const leads = (href: string, path: string): boolean => (href === '/' ? path === '/' : path.startsWith(href));
