import type { PersonId } from '../../kernel/identifiers';
import type { Answer, Fact } from './finding';
import { type Line, lines } from './lines';
import { cameOn, type Picture } from './picture';
import type { Statement } from './statement';

/** One line as it stands for a group today. */
export interface CheckedLine {
  readonly line: Line;
  readonly answer: Answer;
  /** What the rule found, whatever was written. */
  readonly facts: readonly Fact[];
  /** The newest that has not been taken back. */
  readonly statement: Statement | null;
  /** Came into the group after what was noted, and the rule names them: the note counts no longer. */
  readonly cameAfter: readonly PersonId[];
}

/** Every line in its order. Nothing is added up. */
export const methodCheck = (picture: Picture, statements: readonly Statement[]): readonly CheckedLine[] =>
  lines.map((line) => checked(line, picture, statements));

function checked(line: Line, picture: Picture, statements: readonly Statement[]): CheckedLine {
  const { answer, facts } = line.rule(picture);
  const statement = newestOf(statements, line);
  const cameAfter = statement?.kind === 'noted' ? cameAfterDay(statement, facts, picture) : [];
  const counts = statement !== null && cameAfter.length === 0 && answer !== 'yes';
  return { line, facts, statement, cameAfter, answer: counts ? answerIn(statement) : answer };
}

const newestOf = (statements: readonly Statement[], { key }: Line): Statement | null =>
  statements.filter(({ line, isInForce }) => line === key && isInForce).at(-1) ?? null;

function cameAfterDay({ day }: Statement, facts: readonly Fact[], { group, zone }: Picture): readonly PersonId[] {
  const named = new Set(facts.flatMap(({ people }) => people ?? []));
  const later = group.present.filter((member) => named.has(member.personId) && day.isBefore(cameOn(member, zone)));
  return later.map(({ personId }) => personId);
}

const answerIn = ({ kind }: Statement): Answer => (kind === 'noted' ? 'yes' : 'otherwise');
