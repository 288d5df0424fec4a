import type { Answer, Fact } from './finding';
import { type Line, lines } from './lines';
import type { Picture } from './picture';
import type { Statement } from './statement';

/** One line as it stands for a group today. */
export interface CheckedLine {
  readonly line: Line;
  readonly answer: Answer;
  /** What the rule found, whatever was written. */
  readonly facts: readonly Fact[];
  /** The newest that has not been taken back. */
  readonly statement: Statement | null;
}

/** Every line in its order. Nothing is added up. */
export const methodCheck = (picture: Picture, statements: readonly Statement[]): readonly CheckedLine[] =>
  lines.map((line) => checked(line, picture, statements));

function checked(line: Line, picture: Picture, statements: readonly Statement[]): CheckedLine {
  const { answer, facts } = line.rule(picture);
  const statement = newestOf(statements, line);
  return { line, facts, statement, answer: statement && answer !== 'yes' ? answerIn(statement) : answer };
}

const newestOf = (statements: readonly Statement[], { key }: Line): Statement | null =>
  statements.filter(({ line, isInForce }) => line === key && isInForce).at(-1) ?? null;

const answerIn = ({ kind }: Statement): Answer => (kind === 'noted' ? 'yes' : 'otherwise');
