import type { Browser, Page } from 'playwright-core';
import { PersonalTimesNotes } from '../../src/availability/personal-times.service';
import { CaseloadModule } from '../../src/caseload/caseload.module';
import type { PersonId } from '../../src/kernel/identifiers';
import { TimeOfDay } from '../../src/kernel/time-of-day';
import { Bookings } from '../../src/meetings/bookings.service';
import { openDatabase } from '../../src/platform/database/open-database';
import { YearBooking } from '../../src/planning/year-booking.service';
import { YearPlans } from '../../src/planning/year-plans.service';
import { freshSettings } from '../support/app';
import { axeViolations, openBrowser, overflowOf, refusalsOn } from '../support/browser';
import { CallsHouse, callTables } from '../support/calls-house';
import { CaseloadGroups, type GroupOfCaseload } from '../support/caseload-groups';
import { aDay } from '../support/groups-builders';
import { Keyboard } from '../support/keyboard';
import { aCoordinator, anAdministrator, goodPassword } from '../support/staff-builders';
import { someWishes } from '../support/year-wishes';

jest.setTimeout(120_000);

const widths = [320, 1280] as const;

describe('what is booked, mended and led on by keyboard', () => {
  let house: CallsHouse;
  let groups: CaseloadGroups;
  let one: GroupOfCaseload;
  let other: GroupOfCaseload;
  let browser: Browser;
  let page: Page;
  let keyboard: Keyboard;

  beforeAll(async () => {
    const settings = await freshSettings();
    const database = await openDatabase({ address: settings.database, schemas: callTables });
    house = await CallsHouse.on(database, settings, [CaseloadModule]);
    groups = new CaseloadGroups(house, await aCoordinator(house.app, await anAdministrator(house.app), 'Siv Ek'));
    const [first, second] = await groups.form(2);
    [one, other] = [first!, second!];
    await bookYear(one);
    await house.book(groups.viewer, other.id, [{ number: 1, day: aDay('2027-04-14'), target: aDay('2027-04-14') }]);
    browser = await openBrowser();
    const context = await browser.newContext({ baseURL: house.url, bypassCSP: true, locale: 'en-US' });
    page = await context.newPage();
    keyboard = new Keyboard(page);
    await page.goto('/sign-in');
    await page.fill('#email', 'siv.ek@kommunen.example');
    await page.fill('#password', goodPassword);
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
    await house.database.close();
  });

  /** Three meetings that everybody has been called to. */
  async function bookYear({ id }: GroupOfCaseload): Promise<void> {
    const wishes = someWishes({ start: '2027-04-14', horizonMonths: 6, intervals: [1, 2, 3] }).parts;
    await house.within(() => house.get(YearPlans).wish(groups.viewer, id, wishes));
    await house.within(() => house.get(YearBooking).book(groups.viewer, id));
    const meetings = await house.book(groups.viewer, id, [
      ...['2027-04-14', '2027-05-12', '2027-07-14'].map((day, at) => ({
        number: at + 1,
        day: aDay(day),
        target: aDay(day),
      })),
    ]);
    const ids = meetings.map((meeting) => meeting.id);
    await house.within(() => house.get(Bookings).called(groups.viewer, id, ids));
  }

  const busy = (personId: PersonId, day: string): Promise<void> =>
    house.within(() =>
      house.get(PersonalTimesNotes).addBusy(groups.viewer, personId, {
        ...{ day: aDay(day), from: TimeOfDay.of('08:00'), until: TimeOfDay.of('17:00') },
      }),
    );

  /** What is wrong with the page as it stands, at both widths; with SCREENSHOTS a picture of each is kept. */
  async function faultsOn(name: string): Promise<readonly string[]> {
    const faults: string[] = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate('document.fonts.ready.then(() => undefined)');
      const folder = process.env.SCREENSHOTS;
      if (folder) await page.screenshot({ path: `${folder}/${name}-${String(width)}.png`, fullPage: true });
      const wide = (await overflowOf(page)) > 0 ? ['wider than the window'] : [];
      const found = [...(await axeViolations(page)), ...(await refusalsOn(page)), ...wide];
      faults.push(...found.map((fault) => `${name} at ${String(width)}: ${fault}`));
    }
    return faults;
  }

  it('shows what clashes, what is moved and who must answer again, and moves it', async () => {
    await busy(one.serviceUser, '2027-05-12');
    await page.goto('/caseload/repair');
    const before = await page.locator('main').innerText();

    expect(await faultsOn('repair')).toEqual([]);
    expect(before).toContain('2 saker går inte ihop');
    expect(before).toContain('5 personer behöver svara igen.');
    await keyboard.press('Flytta mötena');
    expect(await page.locator('main').innerText()).toContain('Inget krockar i det som är bokat.');
    expect(await page.locator('main').innerText()).toContain('Grupp 01');
  });

  it('says why a meeting gets no new time, and what can be done', async () => {
    const days = Array.from({ length: 24 }, (_, after) => aDay('2027-07-03').plusDays(after).iso);
    for (const day of days) await busy(one.serviceUser, day);
    await page.goto(`/caseload/repair?group=${one.id}`);

    expect(await faultsOn('stuck')).toEqual([]);
    expect(await page.locator('main').innerText()).toContain('Det finns ingen annan tid nära');
    expect(await page.getByRole('button', { name: 'Flytta mötena' }).count()).toBe(0);
    expect(await page.getByText('Låt någon annan komma i stället').count()).toBe(0);
    await busy(groups.doctors[0]!, '2027-07-14');
    await page.reload();
    await keyboard.press('Låt någon annan komma i stället…');
    expect(new URL(page.url()).pathname).toMatch(/^\/meetings\/[^/]+\/deputy$/);
  });

  it('leads the row on with the next stretch', async () => {
    await page.goto(`/groups/${one.id}/meetings`);
    await keyboard.press('Planera nästa sträcka');

    expect(await faultsOn('next')).toEqual([]);
    await keyboard.press('Boka sträckan');
    expect(new URL(page.url()).pathname).toBe(`/groups/${one.id}/year`);
    expect(await page.locator('main').innerText()).toContain('Möte 5');
  });

  it('shows what another taper changes before it is changed', async () => {
    await page.goto(`/groups/${one.id}/taper`);
    expect(await faultsOn('taper')).toEqual([]);
    await keyboard.press('Visa möten varje månad igen');

    expect(await faultsOn('taper-change')).toEqual([]);
    expect(await page.locator('main').innerText()).toMatch(/\d nya möten/);
    await keyboard.press('Ändra mötena');
    expect(new URL(page.url()).pathname).toBe(`/groups/${one.id}/send`);
  });

  it('says what is wrong with the intervals, at the field', async () => {
    await page.goto(`/groups/${one.id}/taper`);
    await page.fill('#intervals', '99');
    await keyboard.press('Visa vad som ändras');

    expect(await axeViolations(page)).toEqual([]);
    expect(await page.locator('.govuk-error-summary a').getAttribute('href')).toBe('#intervals');
  });

  it('finds a time for one more meeting within a week', async () => {
    await page.goto(`/groups/${one.id}/extra`);

    expect(await faultsOn('extra')).toEqual([]);
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: /^Välj/ }).first().press('Enter')]);
    expect(new URL(page.url()).pathname).toBe(`/groups/${one.id}/send`);
  });
});
