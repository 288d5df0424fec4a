import type { Agenda } from '../../agendas/domain/agenda';
import { linesOf, type ReleasedLine } from '../../agendas/domain/released-agenda';
import type { Reader } from '../../groups/domain/readership';
import type { CalendarDate } from '../../kernel/calendar-date';
import { DomainError } from '../../kernel/domain-error';
import type { AgendaItemId, GroupId, Id, MeetingId, OrganisationId, PersonId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import { type Attendance, type Leading, wasThere } from './attendance';
import type { NoteLine, NoteLineId, NotesId } from './note-line';

/** Written, shown to the service user alone, and then released to the others: never in another order. */
export type NotesState = 'writing' | 'with-service-user' | 'released';

const mayBecome = {
  writing: ['with-service-user'],
  'with-service-user': ['released'],
  released: [],
} as const satisfies Record<NotesState, readonly NotesState[]>;

const follows = (from: NotesState, to: NotesState): boolean => {
  const next: readonly NotesState[] = mayBecome[from];
  return next.includes(to);
};

/** An item as it stood in the agenda when the meeting began; `isPutOff` when it is taken up at the next one. */
export type NoteItem = ReleasedLine & { readonly isPutOff: boolean };

/** How the service user read the notes. */
export type WayOfReading = 'own-page' | 'at-meeting' | 'on-paper' | 'by-phone';
export const waysOfReading: readonly WayOfReading[] = ['own-page', 'at-meeting', 'on-paper', 'by-phone'];

export interface LettingGo {
  readonly how: WayOfReading;
  readonly on: CalendarDate;
}

interface NotesOrigin {
  readonly id: NotesId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly meetingId: MeetingId;
  readonly serviceUserId: PersonId;
}

export type NotesParts = NotesOrigin &
  Leading & {
    readonly attendance: readonly Attendance[];
    readonly items: readonly NoteItem[];
    readonly lines: readonly NoteLine[];
    readonly begunAt: Instant;
    readonly takenUp?: AgendaItemId | null;
    readonly takenUpAt?: Instant | null;
    readonly endedAt?: Instant | null;
    readonly state?: NotesState;
    readonly shownAt?: Instant | null;
    readonly letGoHow?: WayOfReading | null;
    readonly letGoOn?: CalendarDate | null;
    readonly releasedAt?: Instant | null;
    readonly recipients?: readonly Reader[];
    readonly changes?: number;
  };

const nothingYet = {
  takenUp: null,
  takenUpAt: null,
  endedAt: null,
  state: 'writing',
  shownAt: null,
  letGoHow: null,
  letGoOn: null,
  releasedAt: null,
  recipients: [],
  changes: 0,
} as const satisfies Partial<NotesParts>;

// More than anybody reads on paper; a longer list is a transcript, not notes.
const mostLines = 100;

/** What came of one meeting: who was there, what was said and decided, and how far it has been let out. */
export class Notes {
  readonly id: NotesId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly meetingId: MeetingId;
  readonly serviceUserId: PersonId;
  readonly chair: Leading['chair'];
  readonly chairId: PersonId | null;
  readonly attendance: readonly Attendance[];
  readonly items: readonly NoteItem[];
  readonly lines: readonly NoteLine[];
  readonly begunAt: Instant;
  /** The item that is on the screen, and since when. */
  readonly takenUp: AgendaItemId | null;
  readonly takenUpAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly state: NotesState;
  readonly shownAt: Instant | null;
  readonly letGoHow: WayOfReading | null;
  readonly letGoOn: CalendarDate | null;
  readonly releasedAt: Instant | null;
  /** Who was in the group when they were released; nobody else ever reads them. */
  readonly recipients: readonly Reader[];
  /** Raised by each change of what the service user reads, so that they let go of what they have seen. */
  readonly changes: number;

  constructor(given: NotesParts) {
    const whole = { ...nothingYet, ...given };
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.groupId = given.groupId;
    this.meetingId = given.meetingId;
    this.serviceUserId = given.serviceUserId;
    this.chair = given.chair;
    this.chairId = given.chairId;
    this.attendance = given.attendance;
    this.items = given.items;
    this.lines = [...given.lines].sort(inOrderOf(given.items));
    this.begunAt = given.begunAt;
    this.takenUp = whole.takenUp;
    this.takenUpAt = whole.takenUpAt;
    this.endedAt = whole.endedAt;
    this.state = whole.state;
    this.shownAt = whole.shownAt;
    this.letGoHow = whole.letGoHow;
    this.letGoOn = whole.letGoOn;
    this.releasedAt = whole.releasedAt;
    this.recipients = whole.recipients;
    this.changes = whole.changes;
    if (given.lines.length > mostLines) throw new DomainError('tooManyNoteLines', { field: 'outcome', max: mostLines });
    if (!isLed(given)) throw new DomainError('fieldNotChosen', { field: 'chairId' });
  }

  /** Without the service user it is a reconciliation between professionals, and was never held. */
  get isHeld(): boolean {
    return wasThere(this.attendance, this.serviceUserId);
  }

  get nextPosition(): number {
    return 1 + Math.max(0, ...this.lines.map(({ position }) => position));
  }

  get isOver(): boolean {
    return this.endedAt !== null;
  }

  item(id: AgendaItemId): NoteItem {
    return found(this.items.find((item) => item.itemId === id));
  }

  line(id: NoteLineId): NoteLine {
    return found(this.lines.find((line) => line.id === id));
  }

  /** A task has the same id as its line. */
  isStruck(id: Id<string>): boolean {
    return this.lines.some((line) => line.isStruck && isOf(line, id));
  }

  attended(attendance: readonly Attendance[], { chair, chairId }: Leading): Notes {
    this.requireOpen();
    if (this.isOver && this.isHeld && !wasThere(attendance, this.serviceUserId))
      throw new DomainError('heldWithoutServiceUser', { field: 'presence' });
    return this.changed({ attendance, chair, chairId });
  }

  takeUp(id: AgendaItemId, at: Instant): Notes {
    if (this.isOver || this.takenUp === this.item(id).itemId) return this;
    return this.with({ takenUp: id, takenUpAt: at });
  }

  putOff(id: AgendaItemId): Notes {
    this.requireOpen();
    const later = { ...this.item(id), isPutOff: true };
    return this.changed({ items: this.items.map((item) => (item.itemId === id ? later : item)) });
  }

  /** One line more, or a line written anew. */
  write(line: NoteLine): Notes {
    this.requireOpen();
    this.item(line.itemId);
    return this.changed({ lines: [...this.lines.filter(({ id }) => id !== line.id), line] });
  }

  remove(id: NoteLineId): Notes {
    this.requireOpen();
    const removed = this.line(id);
    return this.changed({ lines: this.lines.filter((line) => line !== removed) });
  }

  end(at: Instant): Notes {
    return this.isOver ? this : this.with({ endedAt: at, takenUp: null, takenUpAt: null });
  }

  /** To the service user, before anybody else; the tasks of the meeting stand as lines from here on. */
  show(at: Instant, tasks: readonly NoteLine[]): Notes {
    if (!this.isOver) throw new DomainError('meetingNotOver');
    return this.become('with-service-user').changed({ shownAt: at, lines: [...this.lines, ...tasks] });
  }

  strike(id: NoteLineId, at: Instant): Notes {
    return this.read(this.line(id).struck(at));
  }

  unstrike(id: NoteLineId): Notes {
    return this.read(this.line(id).kept());
  }

  comment(id: NoteLineId, words: string): Notes {
    return this.read(this.line(id).commented(words));
  }

  /** The service user has read them as they stand (`seen` counts the changes) and says that the others may. */
  letGo({ how, on }: LettingGo, seen: number): Notes {
    this.requireWithServiceUser();
    if (seen !== this.changes) throw new DomainError('notesChangedMeanwhile');
    return this.with({ letGoHow: how, letGoOn: on });
  }

  release(at: Instant, recipients: readonly Reader[]): Notes {
    const released = this.become('released');
    if (this.letGoOn === null) throw new DomainError('notesNotLetGo');
    return released.with({ releasedAt: at, recipients });
  }

  private read(line: NoteLine): Notes {
    this.requireWithServiceUser();
    return this.with({ lines: [...this.lines.filter(({ id }) => id !== line.id), line] });
  }

  private become(state: NotesState): Notes {
    if (!follows(this.state, state)) throw new DomainError('notesInOtherOrder');
    return this.with({ state });
  }

  // What the service user has let go of is what the others get.
  private requireOpen(): void {
    if (this.letGoOn !== null) throw new DomainError('notesFixed');
  }

  private requireWithServiceUser(): void {
    this.requireOpen();
    if (this.state !== 'with-service-user') throw new DomainError('notesNotShown');
  }

  private changed(change: Partial<NotesParts>): Notes {
    return this.with({ ...change, changes: this.changes + 1 });
  }

  private with(change: Partial<NotesParts>): Notes {
    return new Notes(Object.assign({}, this, change));
  }
}

// Somebody else leads only when it is said who, and that is one of those who are asked about.
const isLed = ({ chair, chairId, attendance }: Pick<NotesParts, 'chair' | 'chairId' | 'attendance'>): boolean =>
  chair === 'somebody' ? attendance.some(({ personId }) => personId === chairId) : chairId === null;

const isOf = (line: Pick<NoteLine, 'id'>, id: string): boolean => line.id === id;

function found<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new DomainError('notFound');
  return thing;
}

const inOrderOf =
  (items: readonly NoteItem[]) =>
  (a: NoteLine, b: NoteLine): number =>
    placeOf(a, items) - placeOf(b, items) || a.position - b.position;

const placeOf = ({ itemId }: NoteLine, items: readonly NoteItem[]): number =>
  items.findIndex((item) => item.itemId === itemId);

/** The agenda as it is when the meeting begins; from then on the notes hold it as it was. */
export const itemsAtStart = (agenda: Agenda): readonly NoteItem[] =>
  linesOf(agenda).map((line) => ({ ...line, isPutOff: false }));
