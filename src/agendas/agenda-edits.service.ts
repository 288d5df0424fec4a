import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { Stamp } from '../people/stamp.service';
import { DomainError } from '../kernel/domain-error';
import type { AgendaItemId, GroupId, MeetingId } from '../kernel/identifiers';
import { AgendaChanges } from './agenda-changes.service';
import { AgendaTitles } from './agenda-titles.service';
import { Agendas, type MeetingAgenda } from './agendas.service';
import type { Agenda, Direction } from './domain/agenda';
import { AgendaItem, type ItemContent } from './domain/agenda-item';
import { copiedContents, followsSamePattern, itemsIn } from './domain/copying';

/** What the coordinator does with agendas before they are sent. */
@Injectable()
export class AgendaEdits {
  constructor(
    private readonly changes: AgendaChanges,
    private readonly agendas: Agendas,
    private readonly titles: AgendaTitles,
    private readonly stamp: Stamp,
  ) {}

  async add(viewer: Viewer, meetingId: MeetingId, content: ItemContent): Promise<Agenda> {
    await this.requireNeutral(viewer, meetingId, content);
    return this.changes.change(viewer, meetingId, 'agenda.item-added', ({ agenda }) =>
      agenda.add(this.newItem(agenda, content)),
    );
  }

  async change(viewer: Viewer, meetingId: MeetingId, itemId: AgendaItemId, content: ItemContent): Promise<Agenda> {
    await this.requireNeutral(viewer, meetingId, content);
    return this.changes.change(viewer, meetingId, 'agenda.item-changed', ({ agenda }) =>
      agenda.change(itemId, content),
    );
  }

  remove(viewer: Viewer, meetingId: MeetingId, itemId: AgendaItemId): Promise<Agenda> {
    return this.changes.change(viewer, meetingId, 'agenda.item-removed', ({ agenda }) => agenda.remove(itemId));
  }

  move(viewer: Viewer, meetingId: MeetingId, itemId: AgendaItemId, direction: Direction): Promise<Agenda> {
    return this.changes.change(viewer, meetingId, 'agenda.item-moved', ({ agenda }) => agenda.move(itemId, direction));
  }

  /** Gives all the group's other meetings of the same pattern this agenda, where nothing has been released. */
  copyToAll(viewer: Viewer, groupId: GroupId, meetingId: MeetingId): Promise<readonly Agenda[]> {
    return this.changes.changeAll(viewer, groupId, 'agenda.copied', (all) => {
      const source = all.find(({ meeting }) => meeting.id === meetingId);
      if (!source) throw new DomainError('notFound');
      return all.filter((other) => followsSamePattern(source, other)).map((other) => this.copied(source, other));
    });
  }

  private copied(source: MeetingAgenda, { meeting, agenda }: MeetingAgenda): Agenda {
    const contents = copiedContents(source.agenda, { from: source.meeting.minutes, to: meeting.minutes });
    return agenda.withItems(itemsIn(agenda, contents, () => this.stamp.id<'agenda item'>()));
  }

  private newItem({ id: agendaId, organisationId, items }: Agenda, content: ItemContent): AgendaItem {
    const origin = { id: this.stamp.id<'agenda item'>(), organisationId, agendaId };
    return new AgendaItem({ ...origin, ...content, position: items.length + 1 });
  }

  private async requireNeutral(viewer: Viewer, meetingId: MeetingId, { neutralTitle }: ItemContent): Promise<void> {
    const { meeting } = await this.agendas.get(viewer, meetingId);
    await this.titles.require(viewer, meeting.groupId, neutralTitle);
  }
}
