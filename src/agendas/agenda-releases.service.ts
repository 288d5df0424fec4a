import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { Groups } from '../groups/groups.service';
import type { GroupId, MeetingId } from '../kernel/identifiers';
import type { Meeting } from '../meetings/domain/meeting';
import { Stamp } from '../people/stamp.service';
import { AgendaChanges } from './agenda-changes.service';
import type { MeetingAgenda } from './agendas.service';
import type { Agenda } from './domain/agenda';
import { isChangedSince } from './domain/released-agenda';

/** Lets agendas go out with the call. Each release is a copy that stays as it was. */
@Injectable()
export class AgendaReleases {
  constructor(
    private readonly changes: AgendaChanges,
    private readonly groups: Groups,
    private readonly stamp: Stamp,
  ) {}

  release(viewer: Viewer, meetingId: MeetingId): Promise<Agenda> {
    return this.changes.change(viewer, meetingId, 'agenda.released', ({ agenda }) => agenda.release(this.stamp.now()));
  }

  /** Those that have been released before stay as they were; returns the others. */
  releaseAll(viewer: Viewer, groupId: GroupId): Promise<readonly Agenda[]> {
    const now = this.stamp.now();
    return this.changes.changeAll(viewer, groupId, 'agenda.released', (all) =>
      all.filter(({ agenda }) => !agenda.isReleased).map(({ agenda }) => agenda.release(now)),
    );
  }

  /**
   * Without a viewer, for the call that goes out by itself: what was never released, and what was changed since.
   * An empty agenda has nothing to let out, and one whose meeting has begun stays. Returns those released now.
   */
  async releaseByItself(meetings: readonly Meeting[]): Promise<readonly Agenda[]> {
    const released: Agenda[] = [];
    for (const id of new Set(meetings.map(({ groupId }) => groupId)))
      released.push(...(await this.releaseChanged(meetings.filter(({ groupId }) => groupId === id))));
    return released;
  }

  private async releaseChanged(meetings: readonly Meeting[]): Promise<readonly Agenda[]> {
    const [first] = meetings;
    const group = first && (await this.groups.ofOrganisation(first.organisationId, first.groupId));
    if (!group) return [];
    const actor = { organisationId: group.organisationId, userId: null, role: 'program' };
    const now = this.stamp.now();
    return this.changes.changeSome({ actor, group, action: 'agenda.released' }, meetings, (all) =>
      all.filter(isWaiting).map(({ agenda }) => agenda.release(now)),
    );
  }
}

const isWaiting = ({ agenda, released }: MeetingAgenda): boolean =>
  agenda.isEditable && agenda.items.length > 0 && (released === null || isChangedSince(released, agenda));
