import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { Stamp } from '../people/stamp.service';
import { DomainError } from '../kernel/domain-error';
import type { AgendaItemId, GroupId, MeetingId } from '../kernel/identifiers';
import { AgendaChanges } from './agenda-changes.service';
import { AgendaTitles } from './agenda-titles.service';
import type { Agenda, Direction, Place } from './domain/agenda';
import { AgendaItem, type ItemContent } from './domain/agenda-item';
import { copiedOnto, followsSamePattern } from './domain/copying';
import { requireOfGroup } from './domain/for-the-group';

/** An item as somebody saw it when they began to write. */
export interface SeenItem {
  readonly id: AgendaItemId;
  readonly version: number;
}

/** What the chairs do with agendas until their meetings begin. */
@Injectable()
export class AgendaEdits {
  constructor(
    private readonly changes: AgendaChanges,
    private readonly titles: AgendaTitles,
    private readonly stamp: Stamp,
  ) {}

  async add(viewer: Viewer, meetingId: MeetingId, content: ItemContent, place: Place = 'usual'): Promise<Agenda> {
    await this.titles.require(viewer, meetingId, content.neutralTitle);
    return this.changes.change(viewer, meetingId, 'agenda.item-added', ({ agenda, group }) => {
      requireOfGroup(content, group);
      return agenda.add(this.newItem(agenda, content), place);
    });
  }

  async change(viewer: Viewer, meetingId: MeetingId, seen: SeenItem, content: ItemContent): Promise<Agenda> {
    await this.titles.require(viewer, meetingId, content.neutralTitle);
    return this.changes.change(viewer, meetingId, 'agenda.item-changed', ({ agenda, group }) => {
      requireOfGroup(content, group);
      requireUnchanged(agenda, seen, 'itemChangedMeanwhile');
      return agenda.change(seen.id, content);
    });
  }

  remove(viewer: Viewer, meetingId: MeetingId, seen: SeenItem): Promise<Agenda> {
    return this.changes.change(viewer, meetingId, 'agenda.item-removed', ({ agenda }) => {
      requireUnchanged(agenda, seen, 'itemChangedBefore');
      return agenda.remove(seen.id);
    });
  }

  move(viewer: Viewer, meetingId: MeetingId, itemId: AgendaItemId, step: Step): Promise<Agenda> {
    return this.changes.change(viewer, meetingId, 'agenda.item-moved', ({ agenda }) =>
      agenda.move(itemId, step.direction, step.steps),
    );
  }

  /** Gives all the group's other meetings of the same pattern this agenda, where nothing has been released. */
  copyToAll(viewer: Viewer, groupId: GroupId, meetingId: MeetingId): Promise<readonly Agenda[]> {
    return this.changes.changeAll(viewer, groupId, 'agenda.copied', (all) => {
      const source = all.find(({ meeting }) => meeting.id === meetingId);
      if (!source) throw new DomainError('notFound');
      const others = all.filter((other) => followsSamePattern(source, other));
      return others.map((other) => copiedOnto(other, source, () => this.stamp.id<'agenda item'>()));
    });
  }

  private newItem({ id: agendaId, organisationId, items }: Agenda, content: ItemContent): AgendaItem {
    const origin = { id: this.stamp.id<'agenda item'>(), organisationId, agendaId };
    return new AgendaItem({ ...origin, ...content, position: items.length + 1 });
  }
}

export interface Step {
  readonly direction: Direction;
  readonly steps: number;
}

/** Whoever writes over what somebody else has written meanwhile, or takes it away, must have seen it first. */
function requireUnchanged(agenda: Agenda, { id, version }: SeenItem, code: string): void {
  if (agenda.item(id).version !== version) throw new DomainError(code);
}
