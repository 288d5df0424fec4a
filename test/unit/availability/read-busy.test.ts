import fc from 'fast-check';
import { aCalendar, anEvent, busyIn, declaredZone, readText } from '../../support/calendar-files';

const stockholm = ';TZID=Europe/Stockholm:';
const atNine = [`DTSTART${stockholm}20270112T090000`, `DTEND${stockholm}20270112T103000`];

describe('a calendar is read for when somebody is busy', () => {
  it('as Google writes a meeting, in UTC', () => {
    expect(busyIn(anEvent('DTSTART:20270112T080000Z', 'DTEND:20270112T093000Z', 'SUMMARY:Tandläkaren'))).toEqual([
      '2027-01-12T09:00/2027-01-12T10:30',
    ]);
  });

  it('as Apple writes one, in a zone by its name in the world', () => {
    expect(busyIn(anEvent(...atNine))).toEqual(['2027-01-12T09:00/2027-01-12T10:30']);
    expect(busyIn(anEvent('DTSTART;TZID=Europe/London:20270112T090000', 'DURATION:PT30M'))).toEqual([
      '2027-01-12T10:00/2027-01-12T10:30',
    ]);
  });

  it.each([
    ['declared in the file', 'Customized Time Zone', [declaredZone('Customized Time Zone')]],
    ['declared after the event', 'Customized Time Zone', []],
    ['by the name Windows gives it', '"W. Europe Standard Time"', []],
    ['with a path before its name', '/softwarestudio.org/Olson_20011030_5/Europe/Stockholm', []],
  ])('in a zone %s, in winter and in summer', (_, zone, before) => {
    const winter = anEvent(`DTSTART;TZID=${zone}:20270112T090000`, `DTEND;TZID=${zone}:20270112T100000`);
    const summer = anEvent(`DTSTART;TZID=${zone}:20270712T090000`, `DTEND;TZID=${zone}:20270712T100000`);

    expect(busyIn(...before, winter, summer, declaredZone('Customized Time Zone'))).toEqual([
      '2027-01-12T09:00/2027-01-12T10:00',
      '2027-07-12T09:00/2027-07-12T10:00',
    ]);
  });

  it('with floating times and whole days on the clock at home', () => {
    expect(busyIn(anEvent('DTSTART:20270112T090000', 'DTEND:20270112T100000'))).toEqual([
      '2027-01-12T09:00/2027-01-12T10:00',
    ]);
    expect(busyIn(anEvent('DTSTART;VALUE=DATE:20270327', 'DTEND;VALUE=DATE:20270329'))).toEqual([
      '2027-03-27T00:00/2027-03-29T00:00',
    ]);
    expect(busyIn(anEvent('DTSTART;VALUE=DATE:20270112'))).toEqual(['2027-01-12T00:00/2027-01-13T00:00']);
  });

  it.each([
    ['marked as free', 'TRANSP:TRANSPARENT'],
    ['cancelled', 'STATUS:CANCELLED'],
    ['shown as free by Outlook', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'],
  ])('but what is %s takes no time', (_, line) => {
    expect(busyIn(anEvent(...atNine, line))).toEqual([]);
  });

  it('and what has no length, or ends before it begins, takes no time', () => {
    expect(busyIn(anEvent('DTSTART:20270112T080000Z'))).toEqual([]);
    expect(busyIn(anEvent('DTSTART:20270112T080000Z', 'DTEND:20270112T070000Z'))).toEqual([]);
  });

  it('without the times of an alarm', () => {
    const alarm = ['BEGIN:VALARM', 'TRIGGER:-PT15M', 'DURATION:PT9H', 'REPEAT:1', 'END:VALARM'];

    expect(busyIn(anEvent('DTSTART:20270112T080000Z', ...alarm, 'DURATION:PT1H'))).toEqual([
      '2027-01-12T09:00/2027-01-12T10:00',
    ]);
  });

  it('by VFREEBUSY too', () => {
    const told = [
      'BEGIN:VFREEBUSY',
      'FREEBUSY;FBTYPE=BUSY:20270112T080000Z/PT1H,20270112T120000Z/20270112T130000Z',
      'FREEBUSY;FBTYPE=FREE:20270113T080000Z/PT1H',
      'FREEBUSY:20270114T080000Z/PT30M',
      'END:VFREEBUSY',
    ];

    expect(busyIn(...told)).toEqual([
      '2027-01-12T09:00/2027-01-12T10:00',
      '2027-01-12T13:00/2027-01-12T14:00',
      '2027-01-14T09:00/2027-01-14T09:30',
    ]);
  });

  it('once where meetings lie over or beside each other, in whole minutes outwards', () => {
    const late = anEvent('DTSTART:20270112T093000Z', 'DTEND:20270112T100030Z');

    expect(busyIn(late, anEvent(...atNine), anEvent(...atNine))).toEqual(['2027-01-12T09:00/2027-01-12T11:01']);
  });

  it('from today on, for 24 months', () => {
    const days = ['20270103', '20270104', '20290103', '20290104'];
    const events = days.map((day) => anEvent(`DTSTART:${day}T080000Z`, `DTEND:${day}T090000Z`));

    expect(busyIn(...events)).toEqual(['2027-01-04T09:00/2027-01-04T10:00', '2029-01-03T09:00/2029-01-03T10:00']);
  });

  it('in the nights when the clock is moved', () => {
    expect(busyIn(anEvent('DTSTART:20270328T003000Z', 'DTEND:20270328T013000Z'))).toEqual([
      '2027-03-28T01:30/2027-03-28T03:30',
    ]);
    expect(busyIn(anEvent('DTSTART:20271031T003000Z', 'DTEND:20271031T011500Z'))).toEqual([]);
    expect(busyIn(anEvent('DTSTART:20271030T220000Z', 'DTEND:20271031T060000Z'))).toEqual([
      '2027-10-31T00:00/2027-10-31T07:00',
    ]);
  });

  it('once for the hour that the clock shows twice', () => {
    const nightly = anEvent('DTSTART:20271030T230000Z', 'DURATION:PT30M', 'RRULE:FREQ=HOURLY;COUNT=4');

    expect(busyIn(nightly)).toEqual([
      '2027-10-31T01:00/2027-10-31T01:30',
      '2027-10-31T02:00/2027-10-31T02:30',
      '2027-10-31T03:00/2027-10-31T03:30',
    ]);
  });
});

describe('what repeats', () => {
  it('keeps its hour on the wall over the change of clocks', () => {
    const monthly = anEvent(...atNine, 'RRULE:FREQ=MONTHLY;COUNT=4;BYDAY=2TU');

    expect(busyIn(monthly)).toEqual([
      '2027-01-12T09:00/2027-01-12T10:30',
      '2027-02-09T09:00/2027-02-09T10:30',
      '2027-03-09T09:00/2027-03-09T10:30',
      '2027-04-13T09:00/2027-04-13T10:30',
    ]);
  });

  it.each([
    ['a moment in UTC, that of the last one', 'UNTIL=20270126T080000Z'],
    ['a time on its own clock', 'UNTIL=20270126T090000'],
    ['a day', 'UNTIL=20270126'],
  ])('ends with the last time that %s lets in', (_, until) => {
    expect(busyIn(anEvent(...atNine, `RRULE:FREQ=WEEKLY;${until}`))).toEqual([
      '2027-01-12T09:00/2027-01-12T10:30',
      '2027-01-19T09:00/2027-01-19T10:30',
      '2027-01-26T09:00/2027-01-26T10:30',
    ]);
  });

  it('is cut off after 24 months when its rule never ends', () => {
    const busy = busyIn(anEvent(...atNine, 'RRULE:FREQ=WEEKLY'));

    expect([busy.length, busy.at(-1)]).toEqual([104, '2029-01-02T09:00/2029-01-02T10:30']);
  });

  it('leaves out the times taken out of it, however they are written', () => {
    const out = [
      'EXDATE;TZID=Europe/Stockholm:20270113T090000',
      'EXDATE:20270114T080000Z',
      'EXDATE;VALUE=DATE:20270115',
    ];

    expect(busyIn(anEvent(...atNine, 'RRULE:FREQ=DAILY;COUNT=5', ...out))).toEqual([
      '2027-01-12T09:00/2027-01-12T10:30',
      '2027-01-16T09:00/2027-01-16T10:30',
    ]);
  });

  it('takes in the times and periods listed beside it', () => {
    const listed = ['RDATE:20270115T120000Z', 'RDATE;VALUE=PERIOD:20270118T120000Z/PT2H'];

    expect(busyIn(anEvent(...atNine, ...listed))).toEqual([
      '2027-01-12T09:00/2027-01-12T10:30',
      '2027-01-15T13:00/2027-01-15T14:30',
      '2027-01-18T13:00/2027-01-18T15:00',
    ]);
  });

  it('has one time elsewhere where that was moved, and none where that was cancelled', () => {
    const moved = [`DTSTART${stockholm}20270113T140000`, `DTEND${stockholm}20270113T150000`];
    const change = anEvent(`RECURRENCE-ID${stockholm}20270113T090000`, ...moved);
    const off = anEvent('RECURRENCE-ID:20270114T080000Z', ...atNine, 'STATUS:CANCELLED');

    expect(busyIn(change, anEvent(...atNine, 'RRULE:FREQ=DAILY;COUNT=4'), off)).toEqual([
      '2027-01-12T09:00/2027-01-12T10:30',
      '2027-01-13T14:00/2027-01-13T15:00',
      '2027-01-15T09:00/2027-01-15T10:30',
    ]);
  });

  it('has all later times elsewhere where this one and those that follow were moved', () => {
    const moved = [`DTSTART${stockholm}20270113T140000`, `DTEND${stockholm}20270113T150000`];
    const change = anEvent('RECURRENCE-ID;RANGE=THISANDFUTURE:20270113T080000Z', ...moved);

    expect(busyIn(anEvent(...atNine, 'RRULE:FREQ=DAILY;COUNT=3'), change)).toEqual([
      '2027-01-12T09:00/2027-01-12T10:30',
      '2027-01-13T14:00/2027-01-13T15:00',
      '2027-01-14T14:00/2027-01-14T15:00',
    ]);
  });

  it('repeats whole days', () => {
    const days = anEvent('DTSTART;VALUE=DATE:20261231', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20270228');

    expect(busyIn(days)).toEqual(['2027-01-31T00:00/2027-02-01T00:00', '2027-02-28T00:00/2027-03-01T00:00']);
  });

  it('comes to the same times whether its years are stepped through or passed over', () => {
    const weekdays = fc.subarray(['MO', 'TU', 'WE', 'FR', 'SU'], { minLength: 1 });
    const rule = fc.oneof(
      fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY', 'FREQ=MONTHLY', 'FREQ=YEARLY'),
      weekdays.map((days) => `FREQ=WEEKLY;BYDAY=${days.join()};WKST=SU`),
      weekdays.map((days) => `FREQ=MONTHLY;BYDAY=${days.join()};BYSETPOS=-1`),
      fc.constantFrom('FREQ=MONTHLY;BYMONTHDAY=31', 'FREQ=YEARLY;BYMONTH=5;BYDAY=2SU', 'FREQ=DAILY;BYDAY=MO,TH'),
    );
    const start = fc.integer({ min: 0, max: 1500 }).map((days) => new Date(Date.UTC(2023, 0, 1) + days * 86_400_000));
    fc.assert(
      fc.property(rule, fc.integer({ min: 1, max: 5 }), start, (written, interval, day) => {
        const first = day.toISOString().slice(0, 10).replaceAll('-', '');
        const times = [`DTSTART${stockholm}${first}T230000`, 'DURATION:PT2H'];
        const repeated = `RRULE:${written};INTERVAL=${String(interval)}`;

        expect(busyIn(anEvent(...times, repeated))).toEqual(busyIn(anEvent(...times, `${repeated};COUNT=5000`)));
      }),
      { numRuns: 25 },
    );
  });
});

describe('a calendar is refused', () => {
  it.each([
    ['an empty file', ''],
    ['a letter', 'Hej, här är min kalender.'],
    ['a calendar that was cut off', aCalendar(anEvent(...atNine)).slice(0, -40)],
    ['a page', '<!doctype html><p>BEGIN:VCALENDAR END:VCALENDAR</p>'],
  ])('as no calendar when it is %s', (_, text) => {
    expect(readText(text)).toEqual({ kind: 'refused', why: 'notACalendar' });
  });

  it('when it is over 5 MiB', () => {
    expect(readText('x'.repeat(5 * 1024 * 1024 + 1))).toEqual({ kind: 'refused', why: 'calendarTooLarge' });
  });

  it('when it has more than 20,000 events, or comes to more times', () => {
    const event = anEvent('DTSTART:20270112T080000Z', 'DURATION:PT1H');
    const bare = 'BEGIN:VEVENT\r\nEND:VEVENT\r\n'.repeat(20_001);

    expect(readText(aCalendar(bare.trimEnd()))).toEqual({ kind: 'refused', why: 'tooManyEvents' });
    expect(readText(aCalendar(event.replace('DURATION:PT1H', 'DURATION:PT1M\r\nRRULE:FREQ=MINUTELY')))).toEqual({
      kind: 'refused',
      why: 'tooManyEvents',
    });
  });

  it('when it speaks of a zone that nobody knows, and names it', () => {
    expect(readText(aCalendar(anEvent('DTSTART;TZID=Europa/Lysekil:20270112T080000', 'DURATION:PT1H')))).toEqual({
      kind: 'refused',
      why: 'unknownZone',
      zone: 'Europa/Lysekil',
    });
  });

  it('but not for a zone of what is long over', () => {
    expect(
      busyIn(anEvent('DTSTART;TZID=Europa/Lysekil:20190112T080000', 'DTEND;TZID=Europa/Lysekil:20190112T090000')),
    ).toEqual([]);
  });

  it('nor for single events that cannot be understood, which are counted', () => {
    const broken = [
      anEvent('DTSTART:imorgon'),
      anEvent(...atNine, 'RRULE:FREQ=IBLAND'),
      anEvent('DTEND:20270112T080000Z'),
      anEvent(...atNine, 'RRULE:FREQ=WEEKLY;BYMONTHDAY=1'),
    ];

    expect(readText(aCalendar(...broken, anEvent(...atNine)))).toEqual({
      kind: 'read',
      busy: [{ starts: '2027-01-12T09:00', ends: '2027-01-12T10:30' }],
      leftOut: 4,
    });
  });
});
