import type { Agenda } from '../../src/agendas/domain/agenda';
import type { AgendaItem, ItemContent } from '../../src/agendas/domain/agenda-item';
import { AgendaEdits } from '../../src/agendas/agenda-edits.service';
import { AgendaReleases } from '../../src/agendas/agenda-releases.service';
import { Agendas } from '../../src/agendas/agendas.service';
import { wholeCircle } from '../../src/groups/domain/readership';
import type { AgendaItemId, MeetingId, PersonId } from '../../src/kernel/identifiers';
import { Meetings } from '../../src/meetings/meetings.service';
import type { CalledGroup } from './calls-house';

export const anItemsContent = (given: Partial<ItemContent> = {}): ItemContent => ({
  title: 'Så funkar stöd i hemmet',
  neutralTitle: 'Frågor till en gäst',
  leader: 'invited',
  minutes: 20,
  line: 'Vad som går att söka.',
  easy: '',
  readership: wholeCircle,
  guest: null,
  ...given,
});

/** What the coordinator does with the agendas of her group. */
export class Items {
  constructor(private readonly group: CalledGroup) {}

  async meeting(number: number): Promise<MeetingId> {
    const { house, viewer, id } = this.group;
    const meetings = await house.within(() => house.get(Meetings).of(viewer, id));
    return meetings.find((meeting) => meeting.number === number)!.id;
  }

  async agenda(number: number): Promise<Agenda> {
    const { house, viewer } = this.group;
    const meetingId = await this.meeting(number);
    return (await house.within(() => house.get(Agendas).get(viewer, meetingId))).agenda;
  }

  /** A new item, last on the agenda, and its guest with it. */
  invite(number: number, guest: PersonId): Promise<AgendaItem> {
    return this.add(number, anItemsContent({ guest }));
  }

  async add(number: number, content: ItemContent): Promise<AgendaItem> {
    const { house, viewer } = this.group;
    const meetingId = await this.meeting(number);
    const before = await this.agenda(number);
    const after = await house.within(() => house.get(AgendaEdits).add(viewer, meetingId, content));
    return after.items.find(({ id }) => before.items.every((item) => item.id !== id))!;
  }

  async say(number: number, itemId: AgendaItemId, given: Partial<ItemContent>): Promise<void> {
    const { house, viewer } = this.group;
    const meetingId = await this.meeting(number);
    const item = (await this.agenda(number)).item(itemId);
    const { title, neutralTitle, leader, minutes, line, easy, readership, guest } = item;
    const content = { title, neutralTitle, leader, minutes, line, easy, readership, guest, ...given };
    await house.within(() => house.get(AgendaEdits).change(viewer, meetingId, item, content));
  }

  async moveUp(number: number, itemId: AgendaItemId, steps = 1): Promise<void> {
    const { house, viewer } = this.group;
    const meetingId = await this.meeting(number);
    await house.within(() => house.get(AgendaEdits).move(viewer, meetingId, itemId, { direction: 'up', steps }));
  }

  async remove(number: number, itemId: AgendaItemId): Promise<void> {
    const { house, viewer } = this.group;
    const meetingId = await this.meeting(number);
    const item = (await this.agenda(number)).item(itemId);
    await house.within(() => house.get(AgendaEdits).remove(viewer, meetingId, item));
  }

  async release(number: number): Promise<void> {
    const { house, viewer } = this.group;
    const meetingId = await this.meeting(number);
    await house.within(() => house.get(AgendaReleases).release(viewer, meetingId));
  }
}
