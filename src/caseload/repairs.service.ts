import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { GroupAnswers } from '../answers/group-answers.service';
import { AuditLog } from '../audit/audit-log.service';
import type { GroupId, PersonId } from '../kernel/identifiers';
import { digest } from '../platform/digest';
import { CaseloadNames, type NameOf } from './caseload-names.service';
import { type Clash, meetingsIn } from './domain/clashes';
import { repair, type Repair } from './domain/repair';
import { repairText } from './domain/repair-text';
import { type BookedTogether, RepairReading } from './repair-reading.service';

/** Which clashes somebody wants mended: those of a meeting, of a group or of a person; of everything when none is named. */
export interface RepairWish {
  readonly meeting: string | null;
  readonly group: string | null;
  readonly person: string | null;
}

/** What would be moved, who would have to answer again, and what the people are called. */
export interface ProposedRepair {
  readonly booked: BookedTogether;
  readonly repair: Repair;
  /** Those who have been asked to the group's meetings, by group. */
  readonly asked: ReadonlyMap<GroupId, readonly PersonId[]>;
  readonly nameOf: NameOf;
}

/** Proposes how to mend what is booked, with the least disturbance; the reading is logged. */
@Injectable()
export class Repairs {
  constructor(
    private readonly reading: RepairReading,
    private readonly answers: GroupAnswers,
    private readonly names: CaseloadNames,
    private readonly audit: AuditLog,
  ) {}

  async propose(viewer: Viewer, wish: RepairWish): Promise<ProposedRepair> {
    const booked = await this.reading.of(viewer);
    const cause = (clash: Clash): boolean => isWished(clash, wish, booked);
    const asked = await this.askedIn(viewer, booked, booked.clashes.filter(cause));
    const mended = repair(booked.caseload, {
      cause,
      weightOf: ({ group }) => askedTo(group, { booked, asked }).length,
    });
    const nameOf = await this.names.of(viewer, [...booked.meetings.values()]);
    const subjects = mended.clashes.flatMap(meetingsIn).map(({ group }) => group);
    await this.audit.record(viewer, { action: 'caseload.repairRead', about: null, subjects: [...new Set(subjects)] });
    return { booked, repair: mended, asked, nameOf };
  }

  private async askedIn(
    viewer: Viewer,
    { meetings }: BookedTogether,
    clashes: readonly Clash[],
  ): Promise<ReadonlyMap<GroupId, readonly PersonId[]>> {
    const concerned = clashes.flatMap(meetingsIn).flatMap(({ group }) => meetings.get(group)?.group.id ?? []);
    const asked = new Map<GroupId, readonly PersonId[]>();
    for (const id of new Set(concerned)) {
      const { members } = await this.answers.of(viewer, id);
      asked.set(
        id,
        members.map(({ personId }) => personId),
      );
    }
    return asked;
  }
}

/** Two repairs with the same sign move the same meetings, as they stand, to the same times. */
export const signOf = ({ repair: mended, booked }: Pick<ProposedRepair, 'repair' | 'booked'>): string =>
  digest(repairText(mended, booked.meetings));

/** Nobody has been asked to a meeting before it has been called. */
export function askedTo(
  meetingId: string,
  { booked, asked }: Pick<ProposedRepair, 'booked' | 'asked'>,
): readonly PersonId[] {
  const found = booked.meetings.get(meetingId);
  return found?.meeting.wasCalled ? (asked.get(found.group.id) ?? []) : [];
}

function isWished(clash: Clash, { meeting, group, person }: RepairWish, { meetings }: BookedTogether): boolean {
  const concerned = meetingsIn(clash);
  return (
    (meeting === null || concerned.some((one) => one.group === meeting)) &&
    (group === null || concerned.some((one) => meetings.get(one.group)?.group.id === group)) &&
    (person === null || peopleIn(clash).includes(person))
  );
}

function peopleIn(clash: Clash): readonly string[] {
  if (clash.kind === 'closedDay') return [];
  return clash.kind === 'away' ? [clash.person] : clash.people;
}
