import { Instant } from '../../kernel/instant';
import { doubtsAbout, spokenFor } from './agreement';
import { actedAt, issueAnswered, newestIssue } from './issue-answered';
import type { Claimed, Decision, Doubt, Nothing, Saying } from './decision';
import type { KnownInvitation, MeetingPlace } from './known-invitation';
import { plainWords, plainWordsOnALine } from './plain-words';
import type { ReadCalendar, ReadEvent, ReadMail, ReadReport } from './read-mail';

/** What we know by each address of ours that the mail came to. */
export type KnownByAddress = ReadonlyMap<string, KnownInvitation>;

/** What follows from a mail that came back; one decision for each event in it, and at least one. Changes nothing itself. */
export function decideOn(mail: ReadMail, known: KnownByAddress, arrivedAt: Instant): readonly Decision[] {
  const [address] = mail.addresses;
  if (address === undefined) return [nothing('notToUs')];
  if (mail.report) return [onReport(mail.report, address)];
  const invitations = mail.addresses.flatMap((each) => known.get(each) ?? []);
  const [first] = invitations;
  if (!first) return [nothing('unknownAddress')];
  if (!mail.calendar) return [onWriting(mail, first)];
  return onCalendar(mail.calendar, { mail, invitations, first, arrivedAt });
}

interface Given {
  readonly mail: ReadMail;
  readonly invitations: readonly KnownInvitation[];
  readonly first: KnownInvitation;
  readonly arrivedAt: Instant;
}

interface Heard extends Given {
  readonly event: ReadEvent;
  readonly known: KnownInvitation;
  readonly place: MeetingPlace;
  readonly doubts: readonly Doubt[];
}

type Method = (heard: Heard) => Decision;

// RFC 5546 §3.2: what an attendee may send; nothing else is heard.
const methods: Readonly<Record<string, Method>> = { REPLY: onReply, COUNTER: onCounter, REFRESH: onRefresh };

function onCalendar({ method, events }: ReadCalendar, given: Given): readonly Decision[] {
  const hear = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (!hear) return [nothing('otherMethod')];
  if (events.length === 0) return [nothing('empty')];
  return events.map((event) => {
    const known = given.invitations.find(({ uid }) => uid === event.uid) ?? given.first;
    const { meetingId } = known.place;
    if (meetingId === null) return nothing('neverAsked');
    const doubts = doubtsAbout(event, given.mail, known);
    return hear({ ...given, event, known, place: { ...known.place, meetingId }, doubts });
  });
}

const choices: Readonly<Record<string, 'yes' | 'no' | 'maybe'>> = {
  ACCEPTED: 'yes',
  DECLINED: 'no',
  TENTATIVE: 'maybe',
};

function onReply(heard: Heard): Decision {
  const { event, known } = heard;
  // Apple's calendars propose a time in a REPLY (RFC 5546 has COUNTER for it), with a start that we never named.
  if (isAnotherTime(event, known)) return onCounter(heard);
  const status = spokenFor(event, known)?.status ?? '';
  const choice = Object.hasOwn(choices, status) ? choices[status] : undefined;
  if (!choice) return nothing('noChoice');
  const issue = issueAnswered(event, known);
  if (issue === null) return nothing('neverAsked');
  return heardAs(heard, { kind: 'answer', choice, revision: issue.revision, ...wordsAndMoment(heard) });
}

function onCounter(heard: Heard): Decision {
  const { event, known } = heard;
  const issue = issueAnswered(event, known);
  if (issue === null) return nothing('neverAsked');
  const start = event.start === null ? null : Instant.of(event.start);
  if (start === null && plainWords(event.comment) === '') return nothing('empty');
  return heardAs(heard, { kind: 'suggestion', start, minutes: event.minutes, ...wordsAndMoment(heard) });
}

/** RFC 5546 §3.2.6: a calendar that lost its entry asks for it again. Only the invited person gets it, so all must agree. */
function onRefresh({ doubts, place, known }: Heard): Decision {
  const newest = newestIssue(known);
  if (newest === null) return nothing('neverAsked');
  return doubts.length > 0 ? nothing('refreshNotAgreed') : { kind: 'resend', place, sequence: newest.sequence };
}

function heardAs(heard: Heard, said: Saying): Decision {
  const { event, known, place, doubts } = heard;
  const start = newestIssue(known)?.start;
  if (start && !said.actedAt.isBefore(start)) return nothing('meetingHasBegun');
  if (doubts.length > 0) return { kind: 'unverified', place, said, uid: event.uid, doubts, claimed: claimedIn(heard) };
  return said.kind === 'answer' ? { kind: 'answer', place, said, uid: event.uid } : { kind: 'suggestion', place, said };
}

const isAnotherTime = ({ start }: ReadEvent, { issued }: KnownInvitation): boolean =>
  start !== null && issued.length > 0 && issued.every((issue) => issue.start.iso !== Instant.of(start).iso);

const wordsAndMoment = ({ event, known, arrivedAt }: Heard) => ({
  actedAt: actedAt(event.stamp, known, arrivedAt),
  comment: plainWords(event.comment),
});

function claimedIn({ event, known, mail }: Pick<Heard, 'event' | 'known' | 'mail'>): Claimed {
  const { address = '', name = '' } = spokenFor(event, known) ?? {};
  return claimed(mail, address, name);
}

const claimed = ({ from }: ReadMail, attendee: string, name: string): Claimed => ({
  from: plainWordsOnALine(from ?? '', 254),
  attendee: plainWordsOnALine(attendee, 254),
  attendeeName: plainWordsOnALine(name, 100),
});

/** Somebody wrote to us instead of answering in the calendar; a person must read it. */
function onWriting(mail: ReadMail, { place }: KnownInvitation): Decision {
  if (mail.isAutomatic) return nothing('automatic');
  const text = plainWords(mail.text);
  return text === '' ? nothing('empty') : { kind: 'written', place, text, claimed: claimed(mail, '', '') };
}

function onReport(report: ReadReport, address: string): Decision {
  const { action } = report;
  if (action === 'failed')
    return { kind: 'bounce', address, report: { ...report, status: finalStatus(report.status) } };
  return nothing(action === 'delayed' ? 'delayed' : 'deliveredAfterAll');
}

// RFC 3464 §2.3.3: a server that has given up says `failed`, also about a trouble that was called passing while it tried.
const finalStatus = (status: string): string => (status === '' ? '5.0.0' : status.replace(/^4\./, '5.'));

const nothing = (why: Nothing): Decision => ({ kind: 'nothing', why });
