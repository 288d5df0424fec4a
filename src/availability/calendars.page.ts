import { dayInWords, type Language, timeInWords } from '../kernel/in-words';
import type { Instant } from '../kernel/instant';
import { show, type Shown } from '../platform/web/answer';
import { textField } from '../platform/web/controls';
import { type Fault, faultModel, type Typed } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import type { CalendarsKnown } from './calendars.service';
import { CalendarAddress } from './domain/calendar-address';
import type { CalendarOfPerson } from './domain/calendar-of-person';

export interface CalendarsShown extends CalendarsKnown {
  readonly zone: string;
  readonly isAddressAllowed: boolean;
  readonly typed: Typed;
  readonly faults: readonly Fault[];
  readonly say: Say;
  readonly language: Language;
}

export function calendarsPage(shown: CalendarsShown): Shown {
  const { person, calendars, isAddressAllowed, typed, faults, say } = shown;
  const found = faultModel(faults, say);
  const base = `/people/${person.id}/calendars`;
  const file = calendars.find(({ source }) => source === 'file');
  const address = calendars.find(({ source }) => source === 'address');
  const model = {
    back: { text: say('availability.calendars.back'), href: `/people/${person.id}/hours` },
    errorSummary: found.errorSummary,
    lead: say('availability.calendars.lead', { person: person.calledName }),
    file: {
      known: file && {
        sentences: sentencesOf(file, shown),
        removeAction: `${base}/file/remove`,
        remove: say('availability.calendars.file.remove'),
      },
      action: `${base}/file`,
      error: found.at('calendarFile'),
      button: say(`availability.calendars.file.${file ? 'again' : 'read'}`),
    },
    address: {
      isShown: isAddressAllowed || address !== undefined,
      known: address && {
        sentences: [hostSentence(address, say), ...sentencesOf(address, shown)],
        lookAction: isAddressAllowed ? `${base}/address/look` : '',
        removeAction: `${base}/address/remove`,
        remove: say('availability.calendars.address.remove'),
      },
      action: isAddressAllowed ? `${base}/address` : '',
      field: textField({ say, typed, faultAt: found.at }, 'calendarAddress', {
        hint: say('availability.calendars.address.hint'),
        type: 'url',
        spellcheck: 'false',
      }),
    },
  };
  const title = say('availability.calendars.title', { person: person.calledName });
  return show('availability/calendars', { title, ...model }, { status: faults.length > 0 ? 422 : 200 });
}

const hostSentence = ({ address }: CalendarOfPerson, say: Say): string =>
  say('availability.calendars.address.host', { host: CalendarAddress.of(address ?? '').host });

function sentencesOf(calendar: CalendarOfPerson, { say, zone, language }: CalendarsShown): readonly string[] {
  const { outcome, readAt, triedAt, kept, leftOut } = calendar;
  const at = (moment: Instant) => ({
    day: dayInWords(moment.dayIn(zone), language),
    time: timeInWords(moment.timeIn(zone), language),
  });
  const read =
    readAt &&
    `${say('availability.calendars.readAt', at(readAt))} ${say('availability.calendars.kept', { count: kept })}`;
  const failed = outcome === 'read' || outcome === 'waiting' ? null : say(`availability.calendars.outcome.${outcome}`);
  return [
    outcome === 'waiting' ? say('availability.calendars.outcome.waiting') : null,
    failed && triedAt && `${say('availability.calendars.failedAt', at(triedAt))} ${failed}`,
    read,
    leftOut > 0 ? say('availability.calendars.leftOut', { count: leftOut }) : null,
  ].filter((sentence) => sentence !== null);
}
