import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { type Actor, AuditLog } from '../audit/audit-log.service';
import { DomainError } from '../kernel/domain-error';
import type { MeetingId, OrganisationId } from '../kernel/identifiers';
import { Meetings } from '../meetings/meetings.service';
import type { Notes } from './domain/notes';
import { type FormSent, NotesRepository } from './notes.repository';

export interface NotesDeed {
  readonly action: string;
  /** The form it was asked for with; one that has come before changes nothing, and must say what it said then. */
  readonly form?: FormSent;
  /** Whether there is anything to do; asked before it is written down, and again when nobody else changes the notes. */
  readonly isNeeded?: (notes: Notes) => boolean;
}

type Decide = (before: Notes) => Notes | Promise<Notes>;

interface NotesPlace {
  readonly organisationId: OrganisationId;
  readonly meetingId: MeetingId;
}

/**
 * The one way notes are opened and changed: write down, take hold, decide, save. The log makes people wait for each
 * other as the notes do; it comes first, as in every room, or two could wait for each other for ever.
 */
@Injectable()
export class NotesChanges {
  constructor(
    private readonly kept: NotesRepository,
    private readonly meetings: Meetings,
    private readonly audit: AuditLog,
  ) {}

  /** As they are kept, for who may see the group; null before the meeting has begun. The reading is written down. */
  async open(viewer: Viewer, meetingId: MeetingId): Promise<Notes | null> {
    const [notes = null] = await this.kept.of(viewer.organisationId, [meetingId]);
    if (notes) await this.record(viewer, notes, 'notes.read');
    return notes;
  }

  async begin(viewer: Viewer, notes: Notes): Promise<Notes> {
    await this.kept.save({ before: null, after: notes });
    await this.record(viewer, notes, 'notes.begun');
    return notes;
  }

  async change(viewer: Viewer, meetingId: MeetingId, deed: NotesDeed, decide: Decide): Promise<Notes> {
    await this.meetings.get(viewer, meetingId);
    return this.changeAs(viewer, { organisationId: viewer.organisationId, meetingId }, deed, decide);
  }

  /** Without a viewer, by whoever has a personal link; that they may is for the caller to know. */
  async changeAs(actor: Actor, { organisationId, meetingId }: NotesPlace, deed: NotesDeed, decide: Decide) {
    const [seen] = await this.kept.of(organisationId, [meetingId]);
    if (!seen) throw new DomainError('notFound');
    if (await this.isDone(seen, deed)) return seen;
    await this.record(actor, seen, deed.action);
    const before = await this.kept.alone(organisationId, meetingId);
    if (!before) throw new DomainError('notFound');
    if (await this.isDone(before, deed)) return before;
    const after = await decide(before);
    if (deed.form) await this.kept.keepForm(before.id, deed.form);
    if (after !== before) await this.kept.save({ before, after });
    return after;
  }

  private async isDone(notes: Notes, { form, isNeeded = () => true }: NotesDeed): Promise<boolean> {
    if (!isNeeded(notes)) return true;
    const digest = form ? await this.kept.digestOf(notes.id, form.id) : null;
    if (digest !== null && digest !== form?.digest) throw new DomainError('formSaysMore');
    return digest !== null;
  }

  record(actor: Actor, { groupId, meetingId, serviceUserId }: Notes, action: string): Promise<void> {
    return this.audit.record(actor, { action, about: serviceUserId, subjects: [groupId, meetingId] });
  }
}
