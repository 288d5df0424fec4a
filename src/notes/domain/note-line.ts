import type { Readership } from '../../groups/domain/readership';
import { DomainError } from '../../kernel/domain-error';
import type { AgendaItemId, Id, OrganisationId, PersonId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import { plainParagraph } from '../../people/domain/personal-number';

export type NotesId = Id<'notes'>;
export type NoteLineId = Id<'note line'>;

/** What came out of an item, what the service user decided, or a task that somebody took on. */
export type LineKind = 'outcome' | 'decision' | 'task';

/** Who may read a line beside those its readership names. */
export interface LineReaders {
  readonly readership: Readership;
  /** The one who was invited to its item. */
  readonly guest: PersonId | null;
}

interface LineOrigin {
  readonly id: NoteLineId;
  readonly organisationId: OrganisationId;
  readonly notesId: NotesId;
  readonly itemId: AgendaItemId;
  readonly kind: LineKind;
  /** In the order the lines were written, from 1. */
  readonly position: number;
}

export type LineParts = LineOrigin &
  LineReaders & {
    readonly text: string;
    /** Those who do the task, whatever its readership. */
    readonly doers?: readonly PersonId[];
    readonly version?: number;
    readonly struckAt?: Instant | null;
    readonly comment?: string;
  };

const longestLine = 3000;

/** One thing written down at a meeting, and who may read it. */
export class NoteLine {
  readonly id: NoteLineId;
  readonly organisationId: OrganisationId;
  readonly notesId: NotesId;
  readonly itemId: AgendaItemId;
  readonly kind: LineKind;
  readonly position: number;
  readonly text: string;
  readonly readership: Readership;
  readonly guest: PersonId | null;
  readonly doers: readonly PersonId[];
  /** Raised by each change of the text or of who may read it. */
  readonly version: number;
  /** The service user does not want others to read it. */
  readonly struckAt: Instant | null;
  /** The service user's own words about it, to the two who chair. */
  readonly comment: string;

  constructor({ doers = [], version = 1, struckAt = null, comment = '', ...given }: LineParts) {
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.notesId = given.notesId;
    this.itemId = given.itemId;
    this.kind = given.kind;
    this.position = given.position;
    this.text = plainParagraph(given.text, { field: fieldOf[given.kind], max: longestLine });
    if (this.text === '') throw new DomainError('fieldMissing', { field: fieldOf[given.kind] });
    this.readership = given.readership;
    this.guest = given.guest;
    this.doers = doers;
    this.version = version;
    this.struckAt = struckAt;
    this.comment = plainParagraph(comment, { field: 'noteComment', max: 1000 });
  }

  get isStruck(): boolean {
    return this.struckAt !== null;
  }

  saying(text: string, { readership, guest }: LineReaders): NoteLine {
    return this.with({ text, readership, guest, version: this.version + 1 });
  }

  struck(at: Instant): NoteLine {
    return this.isStruck ? this : this.with({ struckAt: at });
  }

  kept(): NoteLine {
    return this.with({ struckAt: null });
  }

  commented(comment: string): NoteLine {
    return this.with({ comment });
  }

  private with(change: Partial<LineParts>): NoteLine {
    return new NoteLine(Object.assign({}, this, change));
  }
}

const fieldOf = { outcome: 'outcome', decision: 'decision', task: 'taskWhat' } as const satisfies Record<
  LineKind,
  string
>;
