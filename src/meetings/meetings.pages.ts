import type { ResourceGroup } from '../groups/domain/resource-group';
import { dayInWords, hoursInWords, type Language, spanInWords } from '../kernel/in-words';
import { show, type Shown } from '../platform/web/answer';
import type { Say } from '../platform/web/words';
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
type MeetingShown = Changeable & { readonly group: ResourceGroup; readonly meeting: Meeting };

export function meetingsPage({ group, meetings, mayChange }: MeetingsShown, { say, language }: Speech): Shown {
  return show('meetings/list', {
    title: say('meetings.list.title', { group: group.name }),
    groupHref: `/groups/${group.id}`,
    planHref: `/groups/${group.id}/plan`,
    isEmpty: meetings.length === 0,
    cancelRestHref: mayChange ? `/groups/${group.id}/meetings/cancel` : '',
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

export function meetingPage({ group, meeting, mayChange }: MeetingShown, { say, language }: Speech): Shown {
  const rows = [
    ['when', spanInWords(meeting.span, language)],
    ['place', placeInWords(meeting, say)],
    ['told', say(meeting.placeIsPublic ? 'meetings.place.public' : 'meetings.place.notPublic')],
    ['lengthReason', meeting.lengthReason],
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
    isUnsent: meeting.state === 'moved',
    sendHref: `/groups/${group.id}/send`,
  });
}
