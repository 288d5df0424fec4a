import { DomainError } from '../../kernel/domain-error';
import type { AgendaItemId, Id, OrganisationId, PersonId } from '../../kernel/identifiers';
import type { Leader } from '../../groups/domain/profile';
import type { Readership } from '../../groups/domain/readership';
import { optionalPlainLine, plainLine, plainParagraph } from '../../people/domain/personal-number';

export type AgendaId = Id<'agenda'>;

/** What may be written about an item, and written anew. */
export interface ItemContent {
  readonly title: string;
  /** Stands in open mail, so it says nothing of care, illness, group or people. */
  readonly neutralTitle: string;
  readonly leader: Leader;
  readonly minutes: number;
  /** What we want said or decided. */
  readonly line: string;
  /** The same in easy-read. */
  readonly easy: string;
  readonly readership: Readership;
  /** The one expert who comes for this item only. */
  readonly guest: PersonId | null;
}

/** Where an item comes from; stays whatever is written anew. */
export interface ItemSource {
  /** The profile's key of the standing item it is; empty for one of the group's own. */
  readonly standing?: string;
  readonly proposedBy?: PersonId | null;
}

interface ItemOrigin extends ItemSource {
  readonly id: AgendaItemId;
  readonly organisationId: OrganisationId;
  readonly agendaId: AgendaId;
}

// A whole working day; longer is a slip of the finger.
const mostMinutes = 480;

type ItemParts = ItemOrigin & ItemContent & { readonly position: number; readonly version?: number };

/** One thing a meeting takes up: who leads it, for how long, and what it is to lead to. */
export class AgendaItem {
  readonly id: AgendaItemId;
  readonly organisationId: OrganisationId;
  readonly agendaId: AgendaId;
  /** From 1, without gaps. */
  readonly position: number;
  readonly title: string;
  readonly neutralTitle: string;
  readonly leader: Leader;
  readonly minutes: number;
  readonly line: string;
  readonly easy: string;
  readonly readership: Readership;
  readonly guest: PersonId | null;
  readonly standing: string;
  readonly proposedBy: PersonId | null;
  /** From 1, one more each time it is written anew; two who write at once are told so by it. */
  readonly version: number;

  constructor({ standing = '', proposedBy = null, version = 1, ...given }: ItemParts) {
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.agendaId = given.agendaId;
    this.position = given.position;
    this.title = plainLine(given.title, { field: 'itemTitle', max: 200 });
    this.neutralTitle = plainLine(given.neutralTitle, { field: 'neutralTitle', max: 100 });
    this.leader = given.leader;
    this.minutes = wholeMinutes(given.minutes);
    this.line = plainParagraph(given.line, { field: 'itemLine', max: 500 });
    this.easy = optionalPlainLine(given.easy, { field: 'itemEasy', max: 100 });
    this.readership = tidy(given.readership);
    this.guest = given.guest;
    this.standing = standing;
    this.proposedBy = proposedBy;
    this.version = version;
  }

  at(position: number): AgendaItem {
    return new AgendaItem(Object.assign({}, this, { position }));
  }

  saying(content: ItemContent): AgendaItem {
    return new AgendaItem(Object.assign({}, this, content, { version: this.version + 1 }));
  }
}

// Names that were ticked under another choice mean nothing.
const tidy = ({ audience, named }: Readership): Readership => ({
  audience,
  named: audience === 'named' ? [...new Set(named)] : [],
});

function wholeMinutes(minutes: number): number {
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > mostMinutes)
    throw new DomainError('itemMinutesOutOfRange', { field: 'itemMinutes', max: mostMinutes });
  return minutes;
}
