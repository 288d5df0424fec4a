import type { Entry } from '../../audit/domain/access-log';
import type { CalendarDate } from '../../kernel/calendar-date';
import type { PersonId } from '../../kernel/identifiers';
import type { TimeOfDay } from '../../kernel/time-of-day';

/** Who did it, as far as the log knows: somebody with an account, somebody with a personal link, or the program. */
export type Reader =
  | { readonly kind: 'coordinator'; readonly userId: string }
  | { readonly kind: 'administrator' }
  | { readonly kind: 'member'; readonly personId: PersonId }
  | { readonly kind: 'some-member' }
  | { readonly kind: 'program' };

export type Way = 'read' | 'printed' | 'changed';

/** What one reader did in one day. */
export interface Trace {
  readonly day: CalendarDate;
  readonly reader: Reader;
  readonly way: Way;
  /** The last time that day. */
  readonly time: TimeOfDay;
  /** The last one read or done first. */
  readonly topics: readonly Topic[];
}

const readings = ['read', 'listed', 'followed', 'opened'];

// The first word of a deed says what it was done to; people know most things under fewer names.
const topicOf = {
  agenda: 'agenda',
  'agenda-code': 'own-page',
  answer: 'answers',
  answers: 'answers',
  'calendar-feed': 'own-page',
  calls: 'messages',
  consent: 'consents',
  'crisis-plan': 'crisis-plan',
  dates: 'messages',
  goal: 'goals',
  group: 'group',
  hours: 'times',
  letters: 'messages',
  meeting: 'meetings',
  'my-page': 'their-page',
  nomination: 'sociogram',
  notes: 'notes',
  'own-page': 'own-page',
  person: 'person',
  reminders: 'messages',
  replies: 'answers',
  reply: 'answers',
  sociogram: 'sociogram',
  star: 'star',
  task: 'tasks',
  tasks: 'tasks',
  wish: 'answers',
  year: 'year',
} as const satisfies Record<string, string>;

export type Topic = (typeof topicOf)[keyof typeof topicOf] | 'else';

const isKnown = (word: string): word is keyof typeof topicOf => word in topicOf;

export function topicIn(action: string): Topic {
  const [word = ''] = action.split('.');
  return isKnown(word) ? topicOf[word] : 'else';
}

export function wayIn(action: string): Way {
  const [, verb = ''] = action.split('.');
  if (verb === 'printed') return 'printed';
  return readings.includes(verb) ? 'read' : 'changed';
}

// Whoever reads by a personal link stands among the subjects. These few are written without, and can be anybody's; all
// others about the owner can only be their own.
const byAnyLink: readonly string[] = ['agenda.proposed', 'task.done', 'task.open'];

interface Whose {
  /** Whose trail it is; what they did themselves is left out. */
  readonly ownerId: PersonId;
  /** Those who are or were in the group. */
  readonly members: readonly PersonId[];
  readonly zone: string;
}

/** Who has read about somebody, newest first; what one reader did in one day is told together. */
export function tracesIn(entries: readonly Entry[], whose: Whose): readonly Trace[] {
  const traces = new Map<string, Trace>();
  for (const entry of entries) {
    const reader = readerOf(entry, whose);
    if (reader.kind === 'member' && reader.personId === whose.ownerId) continue;
    const [day, way, topic] = [entry.at.dayIn(whose.zone), wayIn(entry.action), topicIn(entry.action)];
    const key = JSON.stringify([day.iso, reader, way]);
    const newer: Trace = traces.get(key) ?? { day, reader, way, time: entry.at.timeIn(whose.zone), topics: [] };
    traces.set(key, newer.topics.includes(topic) ? newer : { ...newer, topics: [...newer.topics, topic] });
  }
  return [...traces.values()];
}

function readerOf({ role, userId, subjects, action }: Entry, { ownerId, members }: Whose): Reader {
  if (role === 'administrator') return { kind: 'administrator' };
  if (userId !== null) return { kind: 'coordinator', userId };
  if (!role.startsWith('link')) return { kind: 'program' };
  const personId = members.find((id) => subjects.includes(id));
  if (personId !== undefined) return { kind: 'member', personId };
  return byAnyLink.includes(action) ? { kind: 'some-member' } : { kind: 'member', personId: ownerId };
}
