import type { ResourceGroup } from '../groups/domain/resource-group';
import { dayInWords, hoursInWords, type Language, spanInWords } from '../kernel/in-words';
import { show, type Shown } from '../platform/web/answer';
import type { Say } from '../platform/web/words';
import type { NamedDeputy } from './deputy-reading.service';
import type { Meeting } from './domain/meeting';

export interface Speech {
  readonly say: Say;
  readonly language: Language;
}

const stateShape = {
  planned: 'open',
  called: 'done',
  moved: 'warning',
  held: 'done',
  cancelled: 'stopped',
} as const satisfies Record<Meeting['state'], string>;

const stateTag = ({ state }: Meeting, say: Say) => ({ text: say(`meetings.state.${state}`), shape: stateShape[state] });

const placeInWords = ({ form, place }: Meeting, say: Say): string =>
  [say(`meetings.form.${form}`), place].filter((words) => words !== '').join(', ');

/** How much of what is shown can still be changed. */
interface Changeable {
  readonly mayChange: boolean;
}

type MeetingsShown = Changeable & { readonly group: ResourceGroup; readonly meetings: readonly Meeting[] };
type MeetingShown = Changeable & {
  readonly group: ResourceGroup;
  readonly meeting: Meeting;
  readonly deputies: readonly NamedDeputy[];
};

export function meetingsPage({ group, meetings, mayChange }: MeetingsShown, { say, language }: Speech): Shown {
  return show('meetings/list', {
    title: say('meetings.list.title', { group: group.name }),
    groupHref: `/groups/${group.id}`,
    planHref: `/groups/${group.id}/plan`,
    isEmpty: meetings.length === 0,
    cancelRestHref: mayChange ? `/groups/${group.id}/meetings/cancel` : '',
    further: furtherOf(group, say),
    meetings: {
      caption: say('meetings.list.caption', { count: meetings.length }),
      head: ['number', 'day', 'hours', 'place', 'state'].map((column) => ({ text: say(`meetings.list.${column}`) })),
      rows: meetings.map((meeting) => ({
        header: say('meetings.meeting.title', { number: meeting.number }),
        cells: [
          { text: dayInWords(meeting.day, language), href: `/meetings/${meeting.id}` },
          { text: hoursInWords(meeting.span, language) },
          { text: placeInWords(meeting, say) },
          { tag: stateTag(meeting, say) },
        ],
      })),
    },
  });
}

const deputiesInWords = (deputies: readonly NamedDeputy[], { say, language }: Speech): string =>
  new Intl.ListFormat(language).format(
    deputies.map(({ name, forName }) => say('deputies.now', { name, instead: forName })),
  );

/** What can be done with a row of meetings that runs; the rooms to the right do it. */
const furtherOf = ({ id }: ResourceGroup, say: Say) => [
  { text: say('meetings.next'), href: `/groups/${id}/next` },
  { text: say('meetings.taper'), href: `/groups/${id}/taper` },
  { text: say('meetings.extra'), href: `/groups/${id}/extra` },
  { text: say('meetings.repair'), href: `/caseload/repair?group=${id}` },
];

export function meetingPage({ group, meeting, mayChange, deputies }: MeetingShown, { say, language }: Speech): Shown {
  const rows = [
    ['when', spanInWords(meeting.span, language)],
    ['place', placeInWords(meeting, say)],
    ['told', say(meeting.placeIsPublic ? 'meetings.place.public' : 'meetings.place.notPublic')],
    ['lengthReason', meeting.lengthReason],
    ['deputies', deputiesInWords(deputies, { say, language })],
  ] as const;
  return show('meetings/meeting', {
    title: say('meetings.meeting.title', { number: meeting.number }),
    caption: group.name,
    back: `/groups/${group.id}/meetings`,
    state: stateTag(meeting, say),
    facts: {
      rows: rows
        .filter(([, value]) => value !== '')
        .map(([name, value]) => ({ key: say(`meetings.meeting.${name}`), value })),
    },
    agendaHref: `/meetings/${meeting.id}/agenda`,
    moveHref: mayChange ? `/meetings/${meeting.id}/move` : '',
    cancelHref: mayChange ? `/meetings/${meeting.id}/cancel` : '',
    repairHref: mayChange ? `/caseload/repair?meeting=${meeting.id}` : '',
    deputyHref: mayChange ? `/meetings/${meeting.id}/deputy` : '',
    isUnsent: meeting.state === 'moved',
    sendHref: `/groups/${group.id}/send`,
  });
}
