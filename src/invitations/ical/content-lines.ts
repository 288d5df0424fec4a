/** A line of iCalendar text after unfolding (RFC 5545 §3.1), with where it stands. */
export interface ContentLine {
  readonly component: string;
  readonly name: string;
  /** Everything between the name and the value, as written: `;CN="Eva";RSVP=TRUE`. */
  readonly parameters: string;
  readonly value: string;
}

// A quoted parameter may hold a colon; the value starts at the first colon outside quotes.
const shape = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:]*))*):(.*)$/s;

/** Reads the lines in order; a line that is none gets the empty name. */
export function contentLines(text: string): readonly ContentLine[] {
  const open: string[] = [];
  return unfolded(text).map((line) => {
    const [, name = '', parameters = '', value = line] = shape.exec(line) ?? [];
    const read = { component: open.at(-1) ?? '', name: name.toUpperCase(), parameters, value };
    if (read.name === 'BEGIN') open.push(value.toUpperCase());
    if (read.name === 'END') open.pop();
    return read;
  });
}

const unfolded = (text: string): readonly string[] =>
  text
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .filter((line) => line !== '');
