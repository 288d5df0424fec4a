import type { Asking } from './asking';
import type { Shell } from './view-engine';

/** What the layout around a page needs to know of the one who asks. */
export function shellFor(asking: Asking, title: string): Shell {
  const { visitor, language, say } = asking;
  const other = language === 'sv' ? 'en' : 'sv';
  return {
    say,
    title,
    language,
    path: asking.path,
    otherLanguage: { code: other, name: say(`shell.language.${other}`), url: `/language/${other}` },
    ...(visitor.csrf === undefined ? {} : { csrf: visitor.csrf }),
    ...(visitor.signedIn ? { signedIn: visitor.signedIn } : {}),
    nav: visitor.navigation.map((entry) => ({ ...entry, current: leads(entry.href, asking.path) })),
    practice: asking.app.get('practice') === true,
  };
}

const leads = (href: string, path: string): boolean => (href === '/' ? path === '/' : path.startsWith(href));
