import { EntitySchema } from 'typeorm';
import { id, instant, json } from '../../platform/database/columns';
import type { Pattern, UsualTime } from '../domain/pattern';

/** A pattern as its table holds it; the weeks are the days of their Mondays. */
export type PatternRow = Pick<Pattern, 'organisationId' | 'personId' | 'answeredAt' | 'overruledAt'> & {
  readonly suits: readonly UsualTime[];
  readonly never: readonly string[];
};

export const patternSchema = new EntitySchema<PatternRow>({
  name: 'Pattern',
  tableName: 'time_pattern',
  columns: {
    personId: id('person_id', { primary: true }),
    organisationId: id('organisation_id'),
    suits: json('suits'),
    never: json('never'),
    answeredAt: instant('answered_at'),
    overruledAt: instant('overruled_at', { nullable: true }),
  },
});
