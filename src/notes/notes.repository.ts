import type { Id, MeetingId, OrganisationId } from '../kernel/identifiers';
import type { NotesId } from './domain/note-line';
import type { Notes } from './domain/notes';

/** One form as it was shown once; sent twice, it is the same form. */
export type FormId = Id<'form'>;

/** A form that has come, and a digest of what it said. */
export interface FormSent {
  readonly id: FormId;
  readonly digest: string;
}

/** Notes as they were read, and what they have become; those of a meeting that begins were nothing before. */
export interface NotesChange {
  readonly before: Notes | null;
  readonly after: Notes;
}

/** Keeps what came of meetings. Whether a viewer may see it is the group's to say, and is asked of it first. */
export abstract class NotesRepository {
  /** Those of the meetings that have begun. */
  abstract of(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<readonly Notes[]>;
  /** The same for a change: nobody else changes these notes until the transaction has ended. */
  abstract alone(organisationId: OrganisationId, meetingId: MeetingId): Promise<Notes | null>;
  /** Writes only the lines that differ; what is changed has been read by `alone`. */
  abstract save(change: NotesChange): Promise<void>;
  /** The digest this form came with before; null when it has not come. Certain for whoever has the notes alone. */
  abstract digestOf(notesId: NotesId, form: FormId): Promise<string | null>;
  abstract keepForm(notesId: NotesId, form: FormSent): Promise<void>;
}
