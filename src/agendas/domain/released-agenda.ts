import type { Leader } from '../../groups/domain/profile';
import type { Instant } from '../../kernel/instant';
import type { Agenda } from './agenda';

/** One item as it was released. Only `neutralTitle` and `minutes` are fit for an open route. */
export interface ReleasedLine {
  readonly title: string;
  readonly neutralTitle: string;
  readonly leader: Leader;
  readonly minutes: number;
  readonly line: string;
  readonly easy: string;
}

/** The agenda as it was when it was released. */
export interface ReleasedAgenda {
  readonly releasedAt: Instant;
  readonly lines: readonly ReleasedLine[];
}

export function releasedAgenda({ releasedAt, items }: Agenda): ReleasedAgenda | null {
  if (releasedAt === null) return null;
  const lines = items.map(({ title, neutralTitle, leader, minutes, line, easy }) => ({
    title,
    neutralTitle,
    leader,
    minutes,
    line,
    easy,
  }));
  return { releasedAt, lines };
}

/** The same in easy-read: one fact a line; an item without such words is told by its title. */
export const easyRead = (lines: readonly ReleasedLine[]): readonly string[] =>
  lines.map(({ easy, title }) => (easy === '' ? title : easy));
