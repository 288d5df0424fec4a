import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { type Actor, AuditLog } from '../audit/audit-log.service';
import { DomainError } from '../kernel/domain-error';
import type { MeetingId, OrganisationId } from '../kernel/identifiers';
import { Meetings } from '../meetings/meetings.service';
import type { Notes } from './domain/notes';
import { type FormId, NotesRepository } from './notes.repository';

export interface NotesDeed {
  readonly action: string;
  /** The form it was asked for with; one that has come before changes nothing. */
  readonly form?: FormId;
}

type Decide = (before: Notes) => Notes | Promise<Notes>;

interface NotesPlace {
  readonly organisationId: OrganisationId;
  readonly meetingId: MeetingId;
}

/** The one way notes are opened and changed: alone with them, load, decide, save, write down. */
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
    await this.kept.save(notes);
    await this.record(viewer, notes, 'notes.begun');
    return notes;
  }

  async change(viewer: Viewer, meetingId: MeetingId, deed: NotesDeed, decide: Decide): Promise<Notes> {
    await this.meetings.get(viewer, meetingId);
    return this.changeAs(viewer, { organisationId: viewer.organisationId, meetingId }, deed, decide);
  }

  /** Without a viewer, by whoever has a personal link; that they may is for the caller to know. */
  async changeAs(actor: Actor, { organisationId, meetingId }: NotesPlace, deed: NotesDeed, decide: Decide) {
    const before = await this.kept.alone(organisationId, meetingId);
    if (!before) throw new DomainError('notFound');
    if (deed.form !== undefined && (await this.kept.hasCome(before.id, deed.form))) return before;
    const after = await decide(before);
    if (deed.form !== undefined) await this.kept.keepForm(before.id, deed.form);
    if (after === before) return before;
    await this.kept.save(after);
    await this.record(actor, after, deed.action);
    return after;
  }

  record(actor: Actor, { groupId, meetingId, serviceUserId }: Notes, action: string): Promise<void> {
    return this.audit.record(actor, { action, about: serviceUserId, subjects: [groupId, meetingId] });
  }
}
