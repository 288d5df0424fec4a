import type { Leader } from '../../groups/domain/profile';
import { mayRead, type Reader, type Readership } from '../../groups/domain/readership';
import type { AgendaItemId, MeetingId, PersonId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import type { Agenda } from './agenda';

/** One item as it was released. Only `neutralTitle` and `minutes` are fit for an open route. */
export interface ReleasedLine {
  readonly itemId: AgendaItemId;
  readonly title: string;
  readonly neutralTitle: string;
  readonly leader: Leader;
  readonly minutes: number;
  readonly line: string;
  readonly easy: string;
  readonly standing: string;
  /** Minutes after the meeting's start. */
  readonly offset: number;
  readonly readership: Readership;
  readonly guest: PersonId | null;
}

/** The agenda as it was one of the times it was released; the first is number 1. */
export interface ReleasedAgenda {
  readonly meetingId: MeetingId;
  readonly number: number;
  readonly releasedAt: Instant;
  readonly lines: readonly ReleasedLine[];
}

/** Which of a meeting's releases. */
export type ReleaseNumber = Pick<ReleasedAgenda, 'meetingId' | 'number'>;

/** The agenda as it would be released now. */
export const linesOf = ({ items }: Agenda): readonly ReleasedLine[] =>
  items.map((item, index) => ({
    itemId: item.id,
    title: item.title,
    neutralTitle: item.neutralTitle,
    leader: item.leader,
    minutes: item.minutes,
    line: item.line,
    easy: item.easy,
    standing: item.standing,
    offset: items.slice(0, index).reduce((sum, earlier) => sum + earlier.minutes, 0),
    readership: item.readership,
    guest: item.guest,
  }));

/** Those of the lines that this reader may have: a guest their own and no other, everybody else what they may read. */
export const copyFor = (lines: readonly ReleasedLine[], reader: Reader): readonly ReleasedLine[] =>
  reader.part === 'adjunct'
    ? lines.filter((line) => line.guest === reader.personId)
    : lines.filter((line) => mayRead(line.readership, reader));

export interface Slice {
  /** Minutes after the meeting's start. */
  readonly offset: number;
  readonly minutes: number;
}

/** When a guest is there; null for everybody else, who is there all the time. */
export function sliceFor(lines: readonly ReleasedLine[], personId: PersonId): Slice | null {
  const own = lines.find((line) => line.guest === personId);
  return own ? { offset: own.offset, minutes: own.minutes } : null;
}

/** The copy that goes out as the agenda stands; null before it is released. */
export function releaseOf(agenda: Agenda): ReleasedAgenda | null {
  const { meetingId, releasedAt, releaseNumber: number } = agenda;
  return releasedAt && { meetingId, number, releasedAt, lines: linesOf(agenda) };
}

/** Whether those who have the newest copy read something else than what stands now. */
export const isChangedSince = (released: ReleasedAgenda, agenda: Agenda): boolean =>
  fingerprint(released.lines) !== fingerprint(linesOf(agenda));

const fingerprint = (lines: readonly ReleasedLine[]): string =>
  JSON.stringify(
    lines.map(({ itemId, title, neutralTitle, leader, minutes, line, easy, standing, readership, guest }) => [
      ...[itemId, title, neutralTitle, leader, minutes, line, easy, standing, guest],
      ...[readership.audience, ...readership.named],
    ]),
  );

/** The same in easy-read: one fact a line; an item without such words is told by its title. */
export const easyRead = (lines: readonly Pick<ReleasedLine, 'easy' | 'title'>[]): readonly string[] =>
  lines.map(({ easy, title }) => (easy === '' ? title : easy));
