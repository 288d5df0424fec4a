import { z } from 'zod';
import { consentHows, consentKinds } from '../groups/domain/consent';
import { leaders, meetingForms } from '../groups/domain/profile';
import { parts } from '../groups/domain/part';
import { audiences } from '../groups/domain/readership';
import { CalendarDate } from '../kernel/calendar-date';
import { idOf } from '../kernel/identifiers';
import { languages } from '../kernel/in-words';
import { Instant } from '../kernel/instant';
import { TimeOfDay } from '../kernel/time-of-day';
import { messageKinds } from '../outbox/domain/delivery';
import { personKinds, routes } from '../people/domain/person';
import { waysOfTelling } from '../sociogram/domain/nomination';

/** Stands for the group's coordinator wherever a person is named. */
export const coordinatorWord = 'coordinator';

const succeeds = (read: () => unknown): boolean => {
  try {
    read();
    return true;
  } catch {
    return false;
  }
};

const readBy = (read: (text: string) => unknown, fault: string) =>
  z.string().refine((text) => succeeds(() => read(text)), fault);

const id = readBy((text) => idOf(text), 'is no id; an id is a UUID in small letters');
const day = readBy((text) => CalendarDate.of(text), 'is no day like "2027-04-14"');
const time = readBy((text) => TimeOfDay.of(text), 'is no time like "13:00"');
const moment = readBy((text) => Instant.of(text), 'is no moment like "2027-04-14T11:00:00.000Z"');
const whole = z.int('must be a whole number');
const zone = readBy(
  (text) => new Intl.DateTimeFormat('en', { timeZone: text }),
  'is no time zone like "Europe/Stockholm"',
);
const uid = z.string().regex(/^[\w.@-]{1,100}$/, 'must be 1 to 100 letters, digits or any of . _ @ -');
/** The id of somebody in `people`, or the word "coordinator". */
const someone = z.string();

const person = z.strictObject({
  id,
  kind: z.enum(personKinds),
  calledName: z.string(),
  fullName: z.string(),
  workTitle: z.string(),
  workplace: z.string(),
  language: z.enum(languages),
  route: z.enum(routes),
  email: z.string().nullable(),
  postalAddress: z.string().nullable(),
  phone: z.string().nullable(),
  protectedIdentity: z.boolean(),
  madeAt: moment,
});

const member = z.strictObject({
  person: someone,
  part: z.enum(parts),
  functionInGroup: z.string(),
  /** The service user's own yes; null for the service user, and where there is none yet. */
  approval: z.strictObject({ on: day, how: z.enum(waysOfTelling) }).nullable(),
  talkedOn: day.nullable(),
  state: z.enum(['in-the-group', 'left']),
  madeAt: moment,
});

const group = z.strictObject({
  id,
  profile: z.string(),
  name: z.string(),
  neutralTitle: z.string(),
  state: z.enum(['forming', 'active', 'sparser', 'resting', 'ended']),
  sizeReason: z.string(),
  madeAt: moment,
  members: z.array(member),
});

const consent = z.strictObject({
  person: someone,
  kind: z.enum(consentKinds),
  textShown: z.string(),
  how: z.enum(consentHows),
  givenOn: day,
  until: day.nullable(),
  recordedAt: moment,
  withdrawnAt: moment.nullable(),
});

const weekday = z.literal([1, 2, 3, 4, 5, 6, 7], 'must be 1 (Monday) to 7 (Sunday)');

const plan = z.strictObject({
  booked: z.boolean(),
  wishes: z.strictObject({
    start: day,
    horizonMonths: whole,
    intervals: z.array(whole),
    minutes: whole,
    lengthReason: z.string(),
    form: z.enum(meetingForms),
    place: z.string(),
    placeIsPublic: z.boolean(),
    weekdays: z.array(weekday),
    earliest: time,
    latest: time,
  }),
});

/** One of the planner's reasons, with what fills its sentence. */
export const reason = z.strictObject({
  rule: z.string().regex(/^(why|avoided|absent)\.[a-zA-Z]+$/, "is none of the planner's reasons"),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  people: z.array(someone).optional(),
  name: z.strictObject({ sv: z.string(), en: z.string() }).optional(),
});

const agendaItem = z.strictObject({
  title: z.string(),
  neutralTitle: z.string(),
  leader: z.enum(leaders),
  minutes: whole,
  line: z.string(),
  easy: z.string(),
  /** In a file from before they were kept: the whole group, nobody, the group's own, nobody. */
  readership: z.strictObject({ audience: z.enum(audiences), named: z.array(someone) }).optional(),
  guest: someone.nullable().optional(),
  standing: z.string().max(40, 'must be at most 40 letters').optional(),
  proposedBy: someone.nullable().optional(),
});

const agenda = z.strictObject({
  state: z.enum(['draft', 'open', 'in-progress', 'closed']),
  releasedAt: moment.nullable(),
  items: z.array(agendaItem),
});

const revision = whole.min(1, 'must be at least 1');
const since = whole.min(1, 'must be at least 1');

const asTold = z.strictObject({
  day,
  start: time,
  minutes: whole,
  form: z.enum(meetingForms),
  place: z.string(),
  placeIsPublic: z.boolean(),
  revision,
  sequence: whole.min(0, 'must be at least 0'),
  since,
});

const meeting = z.strictObject({
  id,
  number: whole,
  target: day,
  day,
  start: time,
  minutes: whole,
  lengthReason: z.string(),
  zone,
  form: z.enum(meetingForms),
  place: z.string(),
  placeIsPublic: z.boolean(),
  state: z.enum(['planned', 'called', 'moved', 'held', 'cancelled']),
  /** Counts every change of the meeting; what somebody was told belongs to one of them. */
  revision,
  /** SEQUENCE of the calendar entries (RFC 5546 §2.1.4). */
  sequence: whole.min(0, 'must be at least 0'),
  /** The revision from which answers count; in a file from before it was kept, the meeting's own. */
  since: since.optional(),
  /** How it stood each time people were called to it; in a file from before it was kept, as it stands now. */
  asTold: z.array(asTold).optional(),
  why: z.strictObject({ reasons: z.array(reason), absent: z.array(someone) }),
  agenda: agenda.nullable(),
  /** UID of the entry in each person's calendar; never changed. */
  calendar: z.array(z.strictObject({ person: someone, uid })),
});

const letterRow = z.strictObject({ day: z.string(), hours: z.string(), length: z.string() });

/** A letter as it was printed, in finished strings. */
const letter = z.strictObject({
  language: z.enum(languages),
  address: z.array(z.string()),
  date: z.string(),
  title: z.string(),
  greeting: z.string(),
  intro: z.string(),
  news: z.array(z.string()).default([]),
  now: z.string().default(''),
  headings: letterRow,
  rows: z.array(letterRow),
  place: z.string(),
  clock: z.string(),
  callLead: z.string(),
  phone: z.string(),
  goodbye: z.string(),
  signature: z.string(),
});

const told = z.strictObject({
  person: someone,
  /** null: it was about the whole year. */
  meeting: id.nullable(),
  kind: z.enum(messageKinds),
  revision: whole,
  channel: z.enum(['email', 'letter', 'phone', 'inPerson']),
  /** The address of a mail; empty for what is not mail. */
  to: z.string().max(254, 'must be at most 254 letters'),
  at: moment,
  /** What it told of each meeting; in a file from before that was kept, of the one meeting it was about. */
  tells: z
    .array(
      z.strictObject({
        meeting: id,
        revision: whole,
        sequence: whole.nullable(),
        isOff: z.boolean(),
        /** The part of the meeting that a guest was told of; left out for whoever comes to all of it. */
        slice: z.strictObject({ offset: whole, minutes: whole }).optional(),
      }),
    )
    .optional(),
  /** What was printed, so that it can be printed again; null for what is no letter. */
  letter: letter.nullable(),
});

/**
 * One group, as it is carried from one Kretsen to another. Example: `data/samples/group.json`.
 *
 * Days are `2027-04-14` and times `13:00` on the wall clock of the meeting's zone; moments are UTC. Every key must be
 * there but the meetings' `since` and `asTold`, and no other may be. What the parts mean:
 *
 * - `coordinator`: who coordinates the group where the file was made; null while the group has none. They are not
 *   among `people`: whoever brings the group in takes the part, and the word "coordinator" stands for them. Somebody
 *   with another address takes over without the yes, the consents and the messages of the one before.
 * - `people`: all others who are or were in the group. Somebody the one who brings it in knows already by this id, such
 *   as a doctor who is in two groups, stays as they are there.
 * - `group`, `consents`, `plan`, `meetings` with their agendas: as on the pages. Ids of people, group and meetings are
 *   kept; so are each meeting's `sequence` and each calendar entry's `uid`, so that nobody sees a meeting twice.
 * - `told`: what has been sent or told to whom, so that the next "Send" does not tell it again.
 *
 * Never in the file: the sociogram, which is the service user's own; accounts, personal links, codes and tokens, which
 * are made anew; the bytes of sent mail; weekly hours and busy times; the access log.
 */
export const groupFile = z.strictObject({
  format: z.literal('kretsen-group', 'must be "kretsen-group"'),
  version: z.literal(1, 'must be 1, the only version this program reads'),
  coordinator: z.strictObject({ name: z.string(), email: z.string() }).nullable(),
  people: z.array(person),
  group,
  consents: z.array(consent),
  plan: plan.nullable(),
  meetings: z.array(meeting),
  told: z.array(told),
});

export type GroupFile = z.output<typeof groupFile>;
export type PersonInFile = GroupFile['people'][number];
export type GroupInFile = GroupFile['group'];
export type MemberInFile = GroupInFile['members'][number];
export type ConsentInFile = GroupFile['consents'][number];
export type PlanInFile = NonNullable<GroupFile['plan']>;
export type MeetingInFile = GroupFile['meetings'][number];
export type AsToldInFile = NonNullable<MeetingInFile['asTold']>[number];
export type AgendaInFile = NonNullable<MeetingInFile['agenda']>;
export type AgendaItemInFile = AgendaInFile['items'][number];
export type ToldInFile = GroupFile['told'][number];
