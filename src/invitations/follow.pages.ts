import { dayInWords, hoursInWords, type Language, shortDayInWords, timeInWords } from '../kernel/in-words';
import type { PersonId } from '../kernel/identifiers';
import type { Instant } from '../kernel/instant';
import { type Answer, show } from '../platform/web/answer';
import type { Say } from '../platform/web/words';
import { type Delivery, type DeliveryState, isByHand, type MessageKind } from '../outbox/domain/delivery';
import type { Followed } from './follow.service';

export interface FollowSpeaker {
  readonly say: Say;
  readonly language: Language;
  readonly zone: string;
}

/** What went to whom, what did not arrive, and what is left to do by hand. */
export function followPage(followed: Followed, speaker: FollowSpeaker): Answer {
  const { group, deliveries } = followed;
  const { say } = speaker;
  const base = `/groups/${group.id}`;
  return show('invitations/sent', {
    title: say('sent.title'),
    caption: group.name,
    back: { text: say('send.back'), href: base },
    isEmpty: deliveries.length === 0,
    toSend: { text: say('sent.toSend'), href: `${base}/send` },
    state: stateOfAll(deliveries, say),
    summary: summaryLines(deliveries, say),
    letters: lettersModel(deliveries, base, say),
    calls: callModels(followed, speaker),
    people: peopleIn(deliveries).map((personId) => personModel(personId, followed, speaker)),
    ownPage: { text: say('sent.ownPage'), href: `${base}/own-page` },
  });
}

const isMail = ({ message }: Delivery): boolean => message.channel === 'email';
const hasLeft = ({ state }: Delivery): boolean => state === 'sent' || state === 'written';
const isMissed = ({ state }: Delivery): boolean => state === 'failed' || state === 'bounced';
const isLost = (one: Delivery): boolean => isMissed(one) || one.state === 'cancelled';
const isLetter = ({ message }: Delivery): boolean => message.channel === 'letter';

/** Sent only when every mail has left, every letter is posted and everybody has been told. */
function stateOfAll(deliveries: readonly Delivery[], say: Say) {
  if (deliveries.length === 0) return null;
  const isDone = deliveries.every((one) => hasLeft(one) || one.state === 'noted' || one.state === 'cancelled');
  return isDone ? { text: say('sent.done'), shape: 'done' } : { text: say('sent.underWay'), shape: 'warning' };
}

function summaryLines(deliveries: readonly Delivery[], say: Say): readonly string[] {
  const mails = deliveries.filter(isMail).filter(({ state }) => state !== 'cancelled');
  const byHand = deliveries.filter(isByHand);
  const letters = byHand.filter(isLetter).length;
  const calls = byHand.length - letters;
  const lost = deliveries.filter(isMissed).length;
  return [
    ...(mails.length > 0 ? [say('sent.mails', { done: mails.filter(hasLeft).length, all: mails.length })] : []),
    ...(lost > 0 ? [say('sent.lost', { count: lost })] : []),
    ...(letters > 0 ? [say('sent.letters', { count: letters })] : []),
    ...(calls > 0 ? [say('sent.calls', { count: calls })] : []),
  ];
}

function lettersModel(deliveries: readonly Delivery[], base: string, say: Say) {
  const letters = deliveries.filter(isLetter).filter((one) => !isLost(one));
  if (letters.length === 0) return null;
  const count = letters.filter(isByHand).length;
  return {
    text: count > 0 ? say('sent.lettersText', { count }) : say('sent.lettersDone'),
    pdf: { text: say('sent.lettersPdf'), href: `${base}/letters.pdf`, kind: 'secondary' },
    action: `${base}/letters/posted`,
    isWaiting: count > 0,
  };
}

function callModels(followed: Followed, speaker: FollowSpeaker) {
  const { group, known, deliveries } = followed;
  const byHand = deliveries.filter(isByHand).filter((one) => !isLetter(one));
  return byHand.map(({ message: { personId, kind } }) => ({
    name: nameOf(personId, followed),
    how: howToTell(known.get(personId)?.reach, speaker.say),
    dates: kind === 'pattern' ? [] : datesFor(personId, followed, speaker),
    hours: kind === 'pattern' ? { text: speaker.say('sent.hours'), href: `/people/${personId}/hours` } : null,
    action: `/groups/${group.id}/told/${personId}`,
    button: speaker.say(kind === 'pattern' ? 'sent.questioned' : 'sent.told', {
      name: known.get(personId)?.person.calledName ?? '',
    }),
  }));
}

function howToTell(reach: Reaching | undefined, say: Say): string {
  if (reach?.by === 'phone') return say('sent.callsNumber', { number: reach.number });
  if (reach?.by === 'none' && reach.why === 'protectedIdentity') return say('sent.callsInPerson');
  return say('sent.callsUnknown');
}

type Reaching = NonNullable<ReturnType<Followed['known']['get']>>['reach'];

const datesFor = (personId: PersonId, { calledFor }: Followed, { language }: FollowSpeaker): readonly string[] =>
  calledFor(personId).map(
    ({ appointment: { span } }) => `${dayInWords(span.day, language)}, ${hoursInWords(span, language)}`,
  );

const peopleIn = (deliveries: readonly Delivery[]): readonly PersonId[] => [
  ...new Set(deliveries.map(({ message }) => message.personId)),
];

const nameOf = (personId: PersonId, { known }: Followed): string => known.get(personId)?.person.fullName ?? '–';

function personModel(personId: PersonId, followed: Followed, speaker: FollowSpeaker) {
  const { say } = speaker;
  const own = followed.deliveries.filter(({ message }) => message.personId === personId);
  return {
    name: nameOf(personId, followed),
    table: {
      caption: nameOf(personId, followed),
      captionHidden: true,
      head: ['what', 'state', 'when', 'more'].map((name) => ({ text: say(`sent.${name}`) })),
      rows: own.map((delivery) => ({ header: whatIs(delivery, followed, say), cells: cellsOf(delivery, speaker) })),
    },
  };
}

function whatIs({ message }: Delivery, { meetings }: Followed, say: Say): string {
  const number = meetings.find(({ id }) => id === message.meetingId)?.number ?? '';
  if (message.meetingId !== null) return say(`sent.${message.kind}`, { number });
  if (message.channel === 'email') return say(`sent.${message.kind}`);
  const about = aboutByHand[message.kind] ?? '';
  return say(message.channel === 'letter' ? `sent.letter${about}` : `sent.telling${about}`);
}

const aboutByHand: Partial<Record<MessageKind, string>> = {
  change: '.news',
  handover: '.handover',
  pattern: '.pattern',
};

const shapes = {
  waiting: 'open',
  'in-flight': 'open',
  deferred: 'warning',
  held: 'warning',
  sent: 'done',
  written: 'done',
  noted: 'done',
  failed: 'stopped',
  bounced: 'stopped',
  cancelled: 'stopped',
} as const satisfies Record<DeliveryState, string>;

const cellsOf = (delivery: Delivery, speaker: FollowSpeaker) => [
  { tag: { text: speaker.say(`outbox.state.${delivery.state}`), shape: shapes[delivery.state] } },
  { text: momentInWords(delivery.progress.doneAt ?? delivery.message.madeAt, speaker) },
  { text: explanation(delivery, speaker) },
];

const momentInWords = (at: Instant, { say, language, zone }: FollowSpeaker): string =>
  say('sent.moment', {
    day: shortDayInWords(at.dayIn(zone), language),
    time: timeInWords(at.timeIn(zone), language),
  });

/** Why it is so, and what to do instead, in plain words. */
function explanation(delivery: Delivery, speaker: FollowSpeaker): string {
  const { say, language, zone } = speaker;
  const { state, progress } = delivery;
  const { outcome, reply, dueAt } = progress;
  const why = outcome === '' ? [] : [say(`outbox.why.${outcome}`)];
  switch (state) {
    case 'deferred':
      return [...why, say('outbox.todo.deferred', { time: timeInWords(dueAt.timeIn(zone), language) })].join(' ');
    case 'failed':
    case 'bounced':
      return [...why, ...todoOf(outcome, say), ...replyOf(reply, say)].join(' ');
    case 'cancelled':
      return why.join(' ');
    case 'sent':
    case 'written':
      return arrivalOf(state, reply, say);
    case 'waiting':
    case 'held':
    case 'in-flight':
    case 'noted':
      return todoByHand(delivery, say);
  }
}

const todoByHand = (delivery: Delivery, say: Say): string =>
  say(isByHand(delivery) ? `sent.todo.${todoName(delivery)}` : 'sent.nothingToDo');

const todoName = ({ message: { kind, channel } }: Delivery): string =>
  kind === 'pattern' && channel !== 'letter' ? `${channel}.pattern` : channel;

const arrivalOf = (state: 'sent' | 'written', reply: string, say: Say): string =>
  reply === '' ? say('sent.nothingToDo') : say(state === 'sent' ? 'sent.reply' : 'sent.file', { reply });

const withTodo = ['noSuchAddress', 'mailboxFull', 'refused', 'gaveUp'];

const todoOf = (outcome: string, say: Say): readonly string[] =>
  withTodo.includes(outcome) ? [say(`outbox.todo.${outcome}`)] : [];

const replyOf = (reply: string, say: Say): readonly string[] => (reply === '' ? [] : [say('sent.reply', { reply })]);
