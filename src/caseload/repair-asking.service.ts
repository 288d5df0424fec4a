import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { GroupAnswers } from '../answers/group-answers.service';
import { AuditLog } from '../audit/audit-log.service';
import type { GroupId, PersonId } from '../kernel/identifiers';
import { CaseloadNames, type NameOf } from './caseload-names.service';
import { type Clash, meetingsIn, peopleIn } from './domain/clashes';
import { type BookedTogether, RepairReading } from './repair-reading.service';

/** Which clashes somebody wants mended: those of a meeting, of a group or of a person; of everything when none is named. */
export interface RepairWish {
  readonly meeting: string | null;
  readonly group: string | null;
  readonly person: string | null;
}

/** What is to be mended, and all that it is mended from. */
export interface RepairAsked {
  readonly booked: BookedTogether;
  /** Those that are wished to be mended. */
  readonly clashes: readonly Clash[];
  /** Those who have been asked to the group's meetings, by group. */
  readonly asked: ReadonlyMap<GroupId, readonly PersonId[]>;
  readonly nameOf: NameOf;
}

/** Reads what a repair is worked out from; the reading is logged. */
@Injectable()
export class RepairAsking {
  constructor(
    private readonly reading: RepairReading,
    private readonly answers: GroupAnswers,
    private readonly names: CaseloadNames,
    private readonly audit: AuditLog,
  ) {}

  async of(viewer: Viewer, wish: RepairWish): Promise<RepairAsked> {
    const booked = await this.reading.of(viewer);
    const clashes = booked.clashes.filter((clash) => isWished(clash, wish, booked));
    const asked = await this.askedIn(viewer, booked, clashes);
    const nameOf = await this.names.of(viewer, [...booked.meetings.values()]);
    const subjects = clashes.flatMap(meetingsIn).map(({ group }) => group);
    await this.audit.record(viewer, { action: 'caseload.repairRead', about: null, subjects: [...new Set(subjects)] });
    return { booked, clashes, asked, nameOf };
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

/** Nobody has been asked to a meeting before it has been called. */
export function askedTo(
  meetingId: string,
  { booked, asked }: Pick<RepairAsked, 'booked' | 'asked'>,
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
