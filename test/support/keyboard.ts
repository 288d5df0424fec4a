import type { Page } from 'playwright-core';

/** Where the focus is: what it is called, the group it stands in, and whether somebody who sees can tell. */
interface Stop {
  readonly name: string;
  readonly group: string;
  readonly kind: string;
  readonly isOn: boolean;
  readonly value: string;
  readonly fault: 'out of sight' | 'covered' | 'not marked' | null;
}

// What focus may change of how something looks. A radio button and a tick are drawn on their labels.
const look = `(one) => [[one, null], ...[...(one.labels ?? [])].map((label) => [label, '::before'])]
  .map(([drawn, part]) => getComputedStyle(drawn, part))
  .map((style) => [style.outlineStyle === 'none' ? '' : style.outline, style.boxShadow, style.borderColor].join())
  .join(';')`;

// How everything looks before anything has the focus, to compare with.
const atRest = `void (window.atRest ??= new Map(
  [...document.querySelectorAll('a[href], button, summary, input, select, textarea')].map((one) => [one, (${look})(one)])
))`;

const here = `(() => {
  const one = document.activeElement;
  if (one === null || one === document.body) return null;
  const words = (of) => (of?.textContent ?? '').replace(/\\s+/g, ' ').trim();
  const { left, top, width, height: whole } = one.getClientRects()[0] ?? new DOMRect();
  // In a field of many lines the browser shows the line that is written on, not always the whole field.
  const height = one.tagName === 'TEXTAREA' ? Math.min(whole, 44) : whole;
  // The browser scrolls by whole pixels and lays out by parts of them.
  const isSeen = width > 0 && left > -1 && top > -1 && left + width < innerWidth + 1 && top + height < innerHeight + 1;
  const over = document.elementFromPoint(left + width / 2, top + height / 2);
  const isOver = over !== null && !one.contains(over) && ![...(one.labels ?? [])].some((label) => label.contains(over));
  // The picture in a date field that opens a calendar is the browser's own, and so is its mark: the field has no focus then.
  const isMarked = !one.matches(':focus') || (${look})(one) !== atRest.get(one);
  const fault = !isSeen ? 'out of sight' : isOver ? 'covered' : isMarked ? null : 'not marked';
  return {
    name: one.labels?.length ? words(one.labels[0]) : one.getAttribute('aria-label') ?? words(one),
    group: words(one.closest('fieldset')?.querySelector('legend')),
    kind: one.type ?? one.tagName.toLowerCase(),
    isOn: one.checked === true,
    value: one.tagName === 'SELECT' ? words(one.selectedOptions[0]) : one.value ?? '',
    fault,
  };
})()`;

// More stops than the longest page has; a date alone has four.
const mostStops = 400;
const mostTries = 10;

/** Somebody without a mouse: finds everything by Tab, does everything by keys, and notices where the focus is not seen. */
export class Keyboard {
  /** What was met with a focus that could not be seen, one line each. */
  readonly faults: string[] = [];
  stops = 0;

  constructor(readonly page: Page) {}

  /** Enter, on something that leads to another page. */
  async press(name: string): Promise<void> {
    await this.find(name);
    await this.leaveBy('Enter');
  }

  /** The same, found by walking backwards. */
  async pressBack(name: string): Promise<void> {
    await this.find(name, { by: 'Shift+Tab' });
    await this.leaveBy('Enter');
  }

  /** Unfolds something that is folded up. */
  async unfold(name: string): Promise<void> {
    await this.find(name);
    await this.page.keyboard.press('Enter');
  }

  async type(name: string, text: string): Promise<void> {
    await this.find(name);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
    await this.expectValue(name, text);
  }

  /** Month, day, year: the order in which a browser that speaks American English asks for a date. */
  async typeDay(name: string, iso: string): Promise<void> {
    const [year = '', month = '', day = ''] = iso.split('-');
    await this.find(name);
    await this.page.keyboard.type(month + day + year);
    await this.expectValue(name, iso);
  }

  async tick(name: string): Promise<void> {
    const { isOn } = await this.find(name);
    if (!isOn) await this.page.keyboard.press('Space');
    if (!(await this.here())?.isOn) throw new Error(`“${name}” cannot be ticked.`);
  }

  /** A tick that is on; something before it may be called the same. */
  async untick(name: string): Promise<void> {
    let stop = await this.find(name);
    for (let met = 1; !stop.isOn && met < mostTries; met += 1) stop = await this.find(name);
    if (!stop.isOn) throw new Error(`“${name}” is not ticked.`);
    await this.page.keyboard.press('Space');
    if ((await this.here())?.isOn !== false) throw new Error(`“${name}” cannot be unticked.`);
  }

  /** A radio button: Tab to its group, then the arrows. */
  async choose(group: string, name: string): Promise<void> {
    const first = await this.find(group, { in: 'group' });
    let stop: Stop | null = first;
    while (stop !== null && stop.name !== name) {
      await this.page.keyboard.press('ArrowDown');
      stop = await this.here();
      if (stop?.name === first.name) throw new Error(`“${group}” has no “${name}”.`);
    }
    if (stop?.isOn === false) await this.page.keyboard.press('Space');
    if (!(await this.here())?.isOn) throw new Error(`“${name}” cannot be chosen.`);
  }

  /** An option of a list: its first letters are typed. */
  async pick(name: string, option: string): Promise<void> {
    await this.find(name);
    await this.page.keyboard.type(option);
    const picked = await this.here();
    if (picked?.value.startsWith(option) !== true) throw new Error(`“${name}” has no “${option}”.`);
  }

  /** Tab until what is called so has the focus; half a name will do when it ends in an ellipsis. */
  private async find(
    name: string,
    { by = 'Tab', in: where = 'name' }: { by?: 'Tab' | 'Shift+Tab'; in?: 'name' | 'group' } = {},
  ): Promise<Stop> {
    await this.page.evaluate(atRest);
    const met: string[] = [];
    while (met.length < mostStops) {
      await this.page.keyboard.press(by);
      const stop = await this.here();
      if (stop === null) continue;
      met.push(stop[where]);
      if (isCalled(stop[where], name)) return stop;
    }
    throw new Error(`No stop is called “${name}”. There are: ${[...new Set(met)].join(' | ')}`);
  }

  private async here(): Promise<Stop | null> {
    this.stops += 1;
    let stop = await this.page.evaluate<Stop | null>(here);
    // The browser scrolls to what has the focus in its own time.
    for (let tries = 0; stop?.fault != null && tries < mostTries; tries += 1) {
      await this.page.waitForTimeout(50);
      stop = await this.page.evaluate<Stop | null>(here);
    }
    if (stop !== null && stop.fault !== null) {
      this.faults.push(`${new URL(this.page.url()).pathname}: “${stop.name}” (${stop.kind}) is ${stop.fault}`);
    }
    return stop;
  }

  private async leaveBy(key: string): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), this.page.keyboard.press(key)]);
  }

  private async expectValue(name: string, value: string): Promise<void> {
    const typed = (await this.here())?.value;
    if (typed !== value) throw new Error(`“${name}” holds “${String(typed)}”, not “${value}”.`);
  }
}

const isCalled = (words: string, name: string): boolean =>
  name.endsWith('…') ? words.startsWith(name.slice(0, -1)) : words === name;
