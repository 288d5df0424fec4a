import type { Pattern } from '../../availability/domain/pattern';
import type { PersonId } from '../../kernel/identifiers';
import { Instant } from '../../kernel/instant';
import type { Delivery } from '../../outbox/domain/delivery';
import { type CallLine, isFarewell } from './call-list';
import type { Gathering } from './gathering';
import { freshKey } from './once-key';
import type { PatternMessage } from './pattern-message';
import { minutesToSayWhen } from './personal-link';

/** Somebody who was asked is left in peace for so long. */
const minutesOfPeace = 14 * 24 * 60;
/** After so long what somebody answered may be asked again. */
const minutesOfTrust = 180 * 24 * 60;

/** How it stands with one person, and the line that asks them: without a message unless they are asked now. */
export interface AskingLine {
  readonly line: CallLine;
  readonly state: 'toAsk' | 'asked' | 'answered' | 'notReached';
  /** When they were asked, or answered; null when neither. */
  readonly at: Instant | null;
}

export interface AskingTerms {
  readonly patterns: readonly Pattern[];
  /** The zone whose days count. */
  readonly zone: string;
}

/** What of a group's calls decides whom it asks. */
interface Asked extends Pick<Gathering, 'lines'> {
  readonly parts: Pick<Gathering['parts'], 'now' | 'deliveries'>;
  readonly calling: Pick<Gathering['calling'], 'groupId' | 'putBefore'>;
}

/** Whom the group asks when it usually suits them: the circle, without the one who asks. */
export const askingLines = (gathering: Asked, terms: AskingTerms): readonly AskingLine[] =>
  gathering.lines
    .filter(({ person }) => person.standing.member && isOfTheCircle(person.part))
    .map((line) => askingLine(line, gathering, terms));

const isOfTheCircle = (part: CallLine['person']['part']): boolean => part !== 'coordinator' && part !== 'adjunct';

function askingLine(line: CallLine, gathering: Asked, { patterns, zone }: AskingTerms): AskingLine {
  const { now, deliveries } = gathering.parts;
  const { personId } = line.person;
  const silent = { ...line, messages: [] };
  const answeredAt = patterns.find((one) => one.personId === personId)?.answeredAt ?? null;
  if (isWithin(answeredAt, minutesOfTrust, now)) return { line: silent, state: 'answered', at: answeredAt };
  if (line.way.by === 'none' || isFarewell(line)) return { line: silent, state: 'notReached', at: answeredAt };
  const askedAt = lastAsked(deliveries, personId);
  if (isWithin(askedAt, minutesOfPeace, now)) return { line: silent, state: 'asked', at: askedAt };
  return { line: { ...line, messages: [question(personId, gathering, zone)] }, state: 'toAsk', at: askedAt };
}

const isWithin = (at: Instant | null, minutes: number, now: Instant): boolean =>
  at !== null && now.isBefore(at.plusMinutes(minutes));

/** What came back, or was stopped before it left, asked nobody. */
function lastAsked(deliveries: readonly Delivery[], personId: PersonId): Instant | null {
  const asked = deliveries
    .filter(({ message }) => message.kind === 'pattern' && message.personId === personId)
    .filter(({ state }) => state !== 'failed' && state !== 'bounced' && state !== 'cancelled');
  // A question is of use for so long from the moment it was asked.
  return asked.at(-1)?.message.expiresAt.plusMinutes(-minutesToSayWhen) ?? null;
}

function question(personId: PersonId, { calling, parts: { now } }: Asked, zone: string): PatternMessage {
  const revision = Number(now.dayIn(zone).iso.replaceAll('-', ''));
  const { groupId: under, putBefore } = calling;
  const once = freshKey({ under, personId, revision, kind: 'pattern' }, putBefore);
  return { kind: 'pattern', meetingId: null, revision, once, news: [], until: now.plusMinutes(minutesToSayWhen) };
}
