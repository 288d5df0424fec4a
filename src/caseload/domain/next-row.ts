import type { Taken } from '../../availability/domain/personal-hours';
import { wallText } from '../../availability/domain/personal-hours';
import type { SwedishCalendar } from '../../availability/domain/swedish-calendar';
import type { PersonId } from '../../kernel/identifiers';
import type { Span } from '../../kernel/in-words';
import { Caseload } from '../../planning/domain/caseload';
import type { FixedMeeting } from '../../planning/domain/caseload-parts';
import { Explainer } from '../../planning/domain/explain';
import { planCaseload } from '../../planning/domain/plan-caseload';
import { groupOf, personOf, proposalIn, type YearQuestion } from '../../planning/domain/propose-year';
import { weighedDays } from '../../planning/domain/weighed-days';
import type { Proposal } from '../../planning/domain/year-plan';
import { windowDays, type YearWishes } from '../../planning/domain/year-wishes';

/** What is known of people's time, on the wall clock of the zone. */
export type KnownTimes = Pick<YearQuestion, 'zone' | 'hours' | 'taken' | 'travel' | 'things'>;

/** Who is in a group, when they can meet, and what the group wishes for. */
export interface RowSetting {
  readonly wishes: YearWishes;
  /** The trio. */
  readonly core: readonly PersonId[];
  readonly network: readonly PersonId[];
  readonly known: KnownTimes;
  readonly calendar: SwedishCalendar;
}

/** More meetings of a row that has begun. */
export interface RowQuestion extends RowSetting {
  /** Months from the wishes' start to each meeting. */
  readonly offsets: readonly number[];
  /** Meetings of the row that stay, by their place among the offsets. */
  readonly fixed: readonly FixedMeeting[];
  /** The group's meetings beside the row: nobody can be in two of them. */
  readonly beside: readonly Span[];
}

const group = 'group';

/** Plans the row around what stays. A meeting's index is its place among the offsets. */
export function planRow(question: RowQuestion): Proposal {
  const caseload = caseloadOf(question);
  const plan = planCaseload(caseload);
  return proposalIn(plan, group, new Explainer(caseload, plan));
}

function caseloadOf({ wishes, core: trio, network, known, calendar, ...row }: RowQuestion): Caseload {
  const taken = [...known.taken, ...trio.flatMap((personId) => takenBeside(personId, row.beside))];
  const core = [...trio, ...(wishes.parts.thingId === undefined ? [] : [wishes.parts.thingId])];
  const first = row.offsets[0] ?? 0;
  const last = row.offsets.at(-1) ?? first;
  return Caseload.of({
    zone: known.zone,
    closedDays: calendar.ownClosedDays,
    people: [...core, ...network].map((id) => personOf(id, { ...known, taken, wishes })),
    groups: [{ ...groupOf(group, { wishes, core, network, chosen: row.fixed }), offsetsMonths: row.offsets }],
    weighed: weighedDays(calendar, {
      from: wishes.start.plusMonths(first).plusDays(-windowDays),
      until: wishes.start.plusMonths(last).plusDays(windowDays),
    }),
  });
}

export const takenBeside = (personId: PersonId, spans: readonly Span[]): readonly Taken[] =>
  spans.map(({ day, start, minutes }) => ({
    personId,
    starts: wallText(day, start),
    ends: wallText(day, start.plusMinutes(minutes)),
  }));
