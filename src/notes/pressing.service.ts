import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { type AgendaItemId, idOf } from '../kernel/identifiers';
import { Tasks } from '../progress/tasks.service';
import type { NoteItem } from './domain/notes';
import { Holding } from './holding.service';
import { type Go, type ScreenFilled, taskIn } from './notes.forms';
import type { Screen } from './screen-reading.service';
import { NoteWriting, saysSomething } from './note-writing.service';

/** Where the large page leads: to an item, or to the notes when the meeting is over. */
export type Onward = { readonly kind: 'item'; readonly id: AgendaItemId } | { readonly kind: 'over' };

/** What each button of the large page leads to. All that was typed is saved first, whatever was pressed. */
@Injectable()
export class Pressing {
  constructor(
    private readonly writing: NoteWriting,
    private readonly holding: Holding,
    private readonly tasks: Tasks,
  ) {}

  async press(viewer: Viewer, screen: Screen, filled: ScreenFilled): Promise<Onward> {
    const { notes, item } = screen;
    const { once: form, outcome, decision } = filled;
    const written = { form, outcome, decision, task: taskIn(filled) };
    if (saysSomething(written)) await this.writing.write(viewer, notes.meetingId, item.itemId, written);
    await this.settle(viewer, screen, filled.go);
    if (filled.go === 'end') return { kind: 'over' };
    const { itemId: id } = besides(screen, filled.go);
    if (id !== item.itemId) await this.holding.takeUp(viewer, notes.meetingId, id);
    return { kind: 'item', id };
  }

  private async settle(viewer: Viewer, { notes, item }: Screen, go: Go): Promise<void> {
    if (go === 'end') await this.holding.end(viewer, notes.meetingId);
    else if (go === 'put-off') await this.holding.putOff(viewer, notes.meetingId, item.itemId);
    else if (typeof go === 'object') {
      const at = { groupId: notes.groupId, taskId: idOf<'task'>(go.task) };
      await (go.became === 'done' ? this.tasks.finish(viewer, at) : this.tasks.putAside(viewer, at));
    }
  }
}

/** The item to go to; past the first or the last one stays. */
function besides({ notes: { items }, item }: Screen, go: Go): NoteItem {
  const place = items.findIndex(({ itemId }) => itemId === item.itemId);
  if (go === 'previous') return items[place - 1] ?? item;
  return go === 'next' || go === 'put-off' ? (items[place + 1] ?? item) : item;
}
