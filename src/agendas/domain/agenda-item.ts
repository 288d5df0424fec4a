import { DomainError } from '../../kernel/domain-error';
import type { AgendaItemId, Id, OrganisationId } from '../../kernel/identifiers';
import type { Leader } from '../../groups/domain/profile';
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
}

export interface ItemOrigin {
  readonly id: AgendaItemId;
  readonly organisationId: OrganisationId;
  readonly agendaId: AgendaId;
}

// A whole working day; longer is a slip of the finger.
const mostMinutes = 480;

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

  constructor(given: ItemOrigin & ItemContent & { readonly position: number }) {
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
  }

  at(position: number): AgendaItem {
    return new AgendaItem(Object.assign({}, this, { position }));
  }

  saying(content: ItemContent): AgendaItem {
    return new AgendaItem(Object.assign({}, this, content));
  }
}

function wholeMinutes(minutes: number): number {
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > mostMinutes)
    throw new DomainError('itemMinutesOutOfRange', { field: 'itemMinutes', max: mostMinutes });
  return minutes;
}
