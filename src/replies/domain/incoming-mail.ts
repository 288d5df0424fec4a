import { DomainError } from '../../kernel/domain-error';
import type { Id, UserId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import type { Claimed, Decision, Doubt, Nothing, Saying } from './decision';
import type { Place } from './known-invitation';

export type IncomingId = Id<'incoming mail'>;

/** `waiting`: for the coordinator to confirm, or to read and lay aside. */
export type IncomingState = 'nothing' | 'applied' | 'waiting' | 'confirmed' | 'setAside';

const mayBecome = {
  nothing: [],
  applied: [],
  waiting: ['confirmed', 'setAside'],
  confirmed: [],
  setAside: [],
} as const satisfies Record<IncomingState, readonly IncomingState[]>;

/** What a coordinator needs to see; sealed where it is kept. */
export type Told =
  | {
      readonly kind: 'unverified';
      readonly said: Saying;
      readonly uid: string;
      readonly doubts: readonly Doubt[];
      readonly claimed: Claimed;
    }
  | { readonly kind: 'written'; readonly text: string; readonly claimed: Claimed };

/** Which mail, and which of the events in it: the first is 0. */
export interface MailPart {
  /** The same for every copy of the mail. */
  readonly key: string;
  readonly part: number;
  readonly arrivedAt: Instant;
}

export interface IncomingParts extends MailPart {
  readonly id: IncomingId;
  readonly recordedAt: Instant;
  readonly kind: Decision['kind'];
  readonly why: Nothing | '';
  readonly state: IncomingState;
  /** null when nobody could be told from it. */
  readonly place: Place | null;
  readonly told: Told | null;
  readonly closedAt: Instant | null;
  readonly closedBy: UserId | null;
}

interface Closing {
  readonly by: UserId;
  readonly at: Instant;
}

/** What came of one mail that was sent to us, or of one event in it. The mail itself is not kept here. */
export class IncomingMail implements IncomingParts {
  readonly id: IncomingId;
  readonly key: string;
  readonly part: number;
  readonly arrivedAt: Instant;
  readonly recordedAt: Instant;
  readonly kind: Decision['kind'];
  readonly why: Nothing | '';
  readonly state: IncomingState;
  readonly place: Place | null;
  readonly told: Told | null;
  readonly closedAt: Instant | null;
  readonly closedBy: UserId | null;

  constructor(parts: IncomingParts) {
    this.id = parts.id;
    this.key = parts.key;
    this.part = parts.part;
    this.arrivedAt = parts.arrivedAt;
    this.recordedAt = parts.recordedAt;
    this.kind = parts.kind;
    this.why = parts.why;
    this.state = parts.state;
    this.place = parts.place;
    this.told = parts.told;
    this.closedAt = parts.closedAt;
    this.closedBy = parts.closedBy;
  }

  static of(mail: MailPart, decision: Decision, made: { readonly id: IncomingId; readonly at: Instant }): IncomingMail {
    const open = { closedAt: null, closedBy: null };
    return new IncomingMail({ ...mail, ...open, ...keptOf(decision), id: made.id, recordedAt: made.at });
  }

  /** What was decided could not happen. */
  cameToNothing(why: Nothing): IncomingMail {
    return new IncomingMail(Object.assign({}, this, { state: 'nothing', why, told: null }));
  }

  /** The coordinator says that the answer is that person's. */
  confirmed(closing: Closing): IncomingMail {
    return this.become('confirmed', closing);
  }

  setAside(closing: Closing): IncomingMail {
    return this.become('setAside', closing);
  }

  private become(state: IncomingState, { by, at }: Closing): IncomingMail {
    const next: readonly IncomingState[] = mayBecome[this.state];
    if (!next.includes(state)) throw new DomainError('replyAlreadyClosed');
    // What was said lives on in the answer, or was wanted by nobody.
    return new IncomingMail(Object.assign({}, this, { state, told: null, closedAt: at, closedBy: by }));
  }
}

type Kept = Pick<IncomingParts, 'kind' | 'why' | 'state' | 'place' | 'told'>;

function keptOf(decision: Decision): Kept {
  const plain = { kind: decision.kind, why: '', place: null, told: null } as const;
  switch (decision.kind) {
    case 'nothing':
      return { ...plain, state: 'nothing', why: decision.why };
    case 'answer':
    case 'suggestion':
    case 'resend':
      return { ...plain, state: 'applied', place: decision.place };
    case 'bounce':
      return { ...plain, state: 'applied' };
    case 'written':
      return { ...plain, state: 'waiting', place: decision.place, told: toldOf(decision) };
    case 'unverified':
      return { ...plain, state: 'waiting', place: decision.place, told: toldOf(decision) };
  }
}

function toldOf(decision: Extract<Decision, { readonly kind: 'written' | 'unverified' }>): Told {
  const { claimed } = decision;
  if (decision.kind === 'written') return { kind: 'written', text: decision.text, claimed };
  const { said, uid, doubts } = decision;
  return { kind: 'unverified', said, uid, doubts, claimed };
}
