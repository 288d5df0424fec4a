import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

export type Weight = 400 | 600;

/** A stretch of text that one font file can draw. */
export interface Run {
  readonly text: string;
  readonly font: string;
}

interface Script {
  readonly name: string;
  readonly holds: (point: number) => boolean;
}

// The plain Latin file first, so that ordinary text stays in one piece.
const scriptNames = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext'] as const;

const folder = dirname(require.resolve('@fontsource/source-sans-3/package.json'));
const ranges = z.record(z.string(), z.string());

/** Source Sans 3 as it comes in files, one a script; a name may need two of them. */
export class Typefaces {
  private readonly scripts = readScripts();

  /** Every file, by the name that runs use. */
  files(): readonly { readonly font: string; readonly path: string }[] {
    return this.scripts.flatMap(({ name }) =>
      ([400, 600] as const).map((weight) => ({
        font: fontName(name, weight),
        path: join(folder, 'files', `source-sans-3-${name}-${String(weight)}-normal.woff`),
      })),
    );
  }

  runs(text: string, weight: Weight): readonly Run[] {
    const runs: Run[] = [];
    for (const sign of text.normalize('NFC')) {
      const font = fontName(this.scriptOf(sign)?.name ?? 'latin', weight);
      const last = runs.at(-1);
      if (last?.font === font) runs[runs.length - 1] = { font, text: last.text + sign };
      else runs.push({ font, text: sign });
    }
    return runs;
  }

  /** Signs that no file holds; they would be holes on the paper. */
  unprintable(text: string): string {
    return [...new Set(text.normalize('NFC'))].filter((sign) => !this.scriptOf(sign) && sign !== '\n').join('');
  }

  private scriptOf(sign: string): Script | undefined {
    const point = sign.codePointAt(0) ?? 0;
    return this.scripts.find(({ holds }) => holds(point));
  }
}

const fontName = (script: string, weight: Weight): string => `${script}-${String(weight)}`;

function readScripts(): readonly Script[] {
  const given = ranges.parse(JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')));
  return scriptNames.map((name) => ({ name, holds: inRanges(given[name] ?? '') }));
}

/** Reads `U+0000-00FF,U+0131`. */
function inRanges(text: string): (point: number) => boolean {
  const pairs = [...text.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].map(([, from = '', to]) => ({
    from: Number.parseInt(from, 16),
    to: Number.parseInt(to ?? from, 16),
  }));
  return (point) => pairs.some(({ from, to }) => from <= point && point <= to);
}
