import { type Language, listInWords, shortDayInWords } from '../kernel/in-words';
import type { GroupId } from '../kernel/identifiers';
import { type Answer, show } from '../platform/web/answer';
import { type Fault, sentenceOf } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import { type CallLine, type CallMessage, countsOf, type Way, waysBy } from './domain/call-list';
import type { Gathering } from './domain/gathering';
import type { NotReady } from './domain/ready-to-send';
import type { Finding, WrittenLine } from './mailroom.service';
import type { Prepared } from './sending.service';

/** The words, and the language they are in. */
export interface Speaker {
  readonly say: Say;
  readonly language: Language;
}

export interface SendPage extends Speaker {
  readonly prepared: Prepared;
  /** What stopped it when the button was pressed. */
  readonly refused?: Fault;
}

/** Who gets what, and each mail as it will look, before anything is sent. */
export function sendPage({ prepared, say, language, refused }: SendPage): Answer {
  const { gathering, lines } = prepared;
  const { id, name } = gathering.parts.group;
  const lacks = gathering.lacks.map((lack) => lackModel(lack, id, say));
  const findings = findingModels(prepared, say);
  const stops = refused ? [{ text: sentenceOf(refused, say) }, ...findings] : findings;
  const model = {
    title: say('send.title'),
    caption: name,
    back: { text: say('send.back'), href: `/groups/${id}` },
    errorSummary: stops.length > 0 ? { title: say('send.findings'), faults: distinct(stops) } : null,
    counts: gathering.hasSilentChange ? say('send.count.silent') : countsSentence(gathering.lines, say),
    amount: amountSentence(lines, say),
    lacks,
    isTold: gathering.isTold && lacks.length === 0,
    people: lines.map((line) => personModel(line, gathering, { say, language })),
    maySend: lacks.length === 0 && findings.length === 0 && !gathering.isTold,
    action: `/groups/${id}/send`,
    later: { text: say('send.later'), href: `/groups/${id}`, kind: 'secondary' },
    agenda: { text: say('send.agenda'), href: `/groups/${id}/agenda` },
    sent: { text: say('send.toSent'), href: `/groups/${id}/sent` },
  };
  return show('invitations/send', model, { status: refused ? 422 : 200 });
}

/** "3 får mejl, 2 får brev, 1 rings." */
export function countsSentence(lines: readonly CallLine[], say: Say): string {
  const counts = countsOf(lines);
  const parts = waysBy.filter((by) => counts[by] > 0).map((by) => say(`send.count.${by}`, { count: counts[by] }));
  return parts.length === 0 ? say('send.count.nobody') : `${parts.join(', ')}.`;
}

function amountSentence(lines: readonly WrittenLine[], say: Say): string | null {
  const count = lines.reduce((sum, { mails }) => sum + mails.length, 0);
  return count === 0 ? null : say('send.amount.mails', { count });
}

export function lackModel({ rule, names }: NotReady, groupId: GroupId, say: Say) {
  const toPlan = rule === 'nothingBooked';
  return {
    text: say(`send.lack.${rule}`, { names: names.join(', ') }),
    link: toPlan
      ? { text: say('send.lack.toPlan'), href: `/groups/${groupId}/plan` }
      : { text: say('send.lack.toGroup'), href: `/groups/${groupId}` },
  };
}

interface Stop {
  readonly text: string;
  readonly href?: string;
}

export const findingModels = ({ gathering, lines }: Prepared, say: Say): readonly Stop[] =>
  lines.flatMap(({ line, findings }) =>
    findings.map((finding) => ({
      text: findingSentence(finding, line, say),
      href: `#${anchorOf(line, gathering)}`,
    })),
  );

/** Where on the page somebody stands. */
export const anchorOf = ({ person }: CallLine, { lines }: Gathering): string =>
  `person-${String(lines.findIndex((one) => one.person.personId === person.personId) + 1)}`;

const findingSentence = ({ rule, found, about }: Finding, { person }: CallLine, say: Say): string =>
  say(`error.mayNotLeave.${rule}`, { name: person.calledName, found, about });

// The same title stands in the header, the text and the calendar of every mail: once is enough to be told.
export const distinct = (stops: readonly Stop[]): readonly Stop[] =>
  stops.filter(({ text }, index) => stops.findIndex((one) => one.text === text) === index);

function personModel({ line, mails }: WrittenLine, gathering: Gathering, speaker: Speaker) {
  const { say } = speaker;
  const { person, way, messages } = line;
  const base = `/groups/${gathering.parts.group.id}/send/${person.personId}`;
  return {
    id: anchorOf(line, gathering),
    name: person.fullName,
    part: say(`groups.part.${person.part}`),
    how: howTag(way, say),
    what: whatLines(line, speaker),
    mailsSummary: mails.length > 0 ? say('send.mails', { count: mails.length, name: person.calledName }) : null,
    mails: mails.map(({ message }, index) => ({
      text: mailName(message, gathering, speaker),
      href: `${base}/${String(index + 1)}`,
    })),
    isTold: way.by !== 'none' && messages.length === 0,
  };
}

export const howTag = ({ by }: Way, say: Say) => ({
  text: say(`send.how.${by}`),
  shape: by === 'none' ? 'stopped' : 'open',
});

function whatLines({ way, messages }: CallLine, { say, language }: Speaker): readonly string[] {
  if (way.by === 'none') return [say('send.to.none'), ...way.why.map((why) => say(`send.why.${why}`))];
  const [first] = messages;
  if (!first) return [say('send.to.told')];
  const isNews = first.kind === 'change' ? '.news' : first.kind === 'handover' ? '.handover' : '';
  switch (way.by) {
    case 'email':
      return [say(`send.to.${way.protection}`, { address: way.address }), amountOf(messages, { say, language })];
    case 'letter':
      return [say(`send.to.letter${isNews}`)];
    case 'phone':
      return [say(`send.to.phone${isNews}`, { number: way.number })];
    case 'inPerson':
      return [say(`send.to.inPerson${isNews}`)];
  }
}

/** "En översikt och 7 kallelser." */
function amountOf(messages: readonly CallMessage[], { say, language }: Speaker): string {
  const parts = (['handover', 'overview', 'invitation', 'change', 'cancellation'] as const).flatMap((kind) => {
    const count = messages.filter((message) => message.kind === kind).length;
    return count === 0 ? [] : [say(`send.what.${kind}`, { count })];
  });
  const list = listInWords(parts, language);
  return `${list.charAt(0).toUpperCase()}${list.slice(1)}.`;
}

/** "Möte 3: 14 april" */
export function mailName(message: CallMessage, { booked }: Gathering, { say, language }: Speaker): string {
  if (message.kind === 'pattern') return say('send.mail.pattern');
  if (message.meetingId === null) return say(message.kind === 'handover' ? 'send.mail.handover' : 'send.mail.overview');
  const found = booked.find(({ id }) => id === message.meetingId);
  const span = message.kind === 'cancellation' ? message.was.span : found?.meeting.span;
  const day = span ? shortDayInWords(span.day, language) : '';
  return say(`send.mail.${message.kind}`, { number: found?.number ?? 0, day });
}
