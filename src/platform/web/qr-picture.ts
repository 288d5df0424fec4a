import qrcode from 'qrcode-generator';

// ISO/IEC 18004 §9.1: four modules of nothing around the symbol, or a reader may not find it.
const quietZone = 4;

// Level M mends a code of which about 15 % has been smudged or folded away.
const level = 'M';

/** An address as a QR code, drawn as one SVG element; `alternative` is read aloud in its place. */
export function qrSvg(address: string, alternative: string): string {
  const code = qrcode(0, level);
  code.addData(address);
  code.make();
  const count = code.getModuleCount();
  const side = String(count + 2 * quietZone);
  const places = Array.from({ length: count }, (_, place) => place);
  const dark = places.flatMap((row) =>
    places.filter((column) => code.isDark(row, column)).map((column) => squareAt(column + quietZone, row + quietZone)),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img"`,
    ` aria-label="${escaped(alternative)}" shape-rendering="crispEdges">`,
    `<path fill="#fff" d="M0 0h${side}v${side}h-${side}z"/><path fill="#000" d="${dark.join('')}"/></svg>`,
  ].join('');
}

const squareAt = (x: number, y: number): string => `M${String(x)} ${String(y)}h1v1h-1z`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? '');
