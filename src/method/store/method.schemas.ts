import { EntitySchema } from 'typeorm';
import { calendarDate, id, instant, text } from '../../platform/database/columns';
import type { Statement } from '../domain/statement';

export type StatementRow = Omit<Statement, 'isInForce' | 'takeBack'>;

const words = (name: string, length: number) => ({ name, type: 'varchar', length }) as const;

export const statementSchema = new EntitySchema<StatementRow>({
  name: 'method_statement',
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    groupId: id('group_id'),
    line: words('line', 30),
    kind: words('kind', 10),
    words: text('words'),
    day: calendarDate('day'),
    writtenBy: id('written_by'),
    writtenAt: instant('written_at'),
    takenBackAt: instant('taken_back_at', { nullable: true }),
    takenBackBy: id('taken_back_by', { nullable: true }),
  },
  indices: [{ name: 'method_statement_group', columns: ['groupId'] }],
});

export const methodSchemas: EntitySchema[] = [statementSchema];
