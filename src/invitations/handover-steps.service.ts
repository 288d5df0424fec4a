import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { HandoverTerms } from '../groups/handing-over.service';
import type { UserId } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { attempt, type Attempt } from '../platform/web/attempt';
import type { Fault } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import { type HandoverChoices, HandoverReading } from './handover-reading.service';
import { type HandoverChoice, handoverForm } from './handover.forms';
import { effectPage, type HandoverPlace, handoverPage } from './handover.pages';
import { Handovers } from './handovers.service';

/** Who asks, whose groups it is about, and on which pages. */
export interface HandoverAsked {
  readonly by: Viewer;
  readonly from: UserId;
  readonly place: HandoverPlace;
  readonly say: Say;
}

/** The steps of handing over, the same for a coordinator and for an administrator. */
@Injectable()
export class HandoverSteps {
  constructor(
    private readonly reading: HandoverReading,
    private readonly handovers: Handovers,
    private readonly database: Database,
  ) {}

  async ask(asking: HandoverAsked, given: unknown): Promise<Answer> {
    const choices = await this.reading.of(asking.by, asking.from);
    return handoverPage({ ...choices, ...asking, typed: handoverForm.typed(given), faults: [] });
  }

  /** Says what it comes to; nothing has happened. */
  async weigh(asking: HandoverAsked, given: unknown): Promise<Answer> {
    const { say, place } = asking;
    return this.taken(asking, given, {
      take: (terms) => this.handovers.effect(asking.by, terms),
      then: (effect, { leaver, successors }, { to }) => {
        const successor = successors.find(({ userId }) => userId === to)?.name ?? '';
        return effectPage({ effect, leaver: leaver.name, successor, place, chosen: pairsIn(given), say });
      },
    });
  }

  async carryOut(asking: HandoverAsked, given: unknown): Promise<Answer> {
    return this.taken(asking, given, {
      take: (terms) => this.handovers.handOver(asking.by, terms),
      then: () => goTo(`${asking.place.page}/done`),
    });
  }

  /** Not found for somebody else's coordinator. */
  async requireLeaver(by: Viewer, from: UserId): Promise<void> {
    await this.reading.of(by, from);
  }

  private async taken<Result>(asking: HandoverAsked, given: unknown, step: Step<Result>): Promise<Answer> {
    const choices = await this.reading.of(asking.by, asking.from);
    const refuse = (faults: readonly Fault[]): Answer =>
      handoverPage({ ...choices, ...asking, typed: handoverForm.typed(given), faults });
    const reading = handoverForm.read(given);
    if (reading.kind === 'faulty') return refuse(reading.faults);
    const terms = termsOf(reading.value, choices, asking);
    const outcome: Attempt<Result> = await attempt(this.database, () => step.take(terms));
    return outcome.kind === 'refused' ? refuse([outcome.fault]) : step.then(outcome.value, choices, terms);
  }
}

interface Step<Result> {
  readonly take: (terms: HandoverTerms) => Promise<Result>;
  readonly then: (result: Result, choices: HandoverChoices, terms: HandoverTerms) => Answer;
}

const termsOf = (
  { handedGroups, successor: to, approvedOn: on, approvedHow: how }: HandoverChoice,
  { groups }: HandoverChoices,
  { from, place }: HandoverAsked,
): HandoverTerms => ({
  from,
  to,
  approval: { on, how },
  groupIds: place.choosing === 'all' ? groups.map(({ id }) => id) : handedGroups,
});

const pairsIn = (given: unknown): readonly (readonly [string, string])[] =>
  Object.entries(handoverForm.typed(given)).flatMap(([name, value = []]) =>
    (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
  );
