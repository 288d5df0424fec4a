import { Injectable } from '@nestjs/common';
import type { GroupId, OrganisationId, PersonId } from '../kernel/identifiers';
import { Stamp } from '../people/stamp.service';
import { Proposals } from '../agendas/proposals.service';
import { type Actor, linkHolder } from '../audit/audit-log.service';
import { Facts } from '../platform/facts';
import { AnswersRepository } from './answers.repository';
import { Act, type GivenAct } from './domain/act';
import { AnswerGiven } from './domain/answer-given';
import { type GivenWish, inOneLine, Wish } from './domain/wish';

/** `again`: it was known already, and nothing happened. */
export type Received = 'new' | 'again';

/** One person in one group. */
export interface AnswererPlace {
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly personId: PersonId;
}

/** Takes answers in whatever way they come, and tells what was answered; it never writes to anybody. */
@Injectable()
export class Answers {
  constructor(
    private readonly answers: AnswersRepository,
    private readonly stamp: Stamp,
    private readonly facts: Facts,
    private readonly proposals: Proposals,
  ) {}

  /** In the caller's transaction. Whether the answer may count is asked before it comes here. */
  async give(given: GivenAct): Promise<Received> {
    if (await this.answers.hasSource(given.source)) return 'again';
    const before = await this.answers.acts(given);
    const arrival = (before.at(-1)?.arrival ?? 0) + 1;
    const act = new Act({ ...given, id: this.stamp.id<'answer act'>(), recordedAt: this.stamp.now(), arrival });
    if (!(await this.answers.add(act))) return 'again';
    await this.facts.publish(new AnswerGiven(act));
    return 'new';
  }

  /** What is to be taken up becomes a proposal for the agenda as well. `by` is who wrote it down. */
  async wish(given: GivenWish, by: Actor = linkHolder(given, 'link')): Promise<Received> {
    const before = await this.answers.wishes(given);
    if (before.some((wish) => wish.says(given))) return 'again';
    const wish = new Wish({ ...given, id: this.stamp.id<'wish'>() });
    await this.answers.saveWish(wish);
    if (wish.kind === 'takeUp') await this.proposals.propose({ ...given, words: inOneLine(wish.text), by });
    return 'new';
  }

  /** In the order they came. */
  ofGroup(organisationId: OrganisationId, groupId: GroupId): Promise<readonly Act[]> {
    return this.answers.acts({ organisationId, groupId });
  }

  ofPerson({ organisationId, groupId, personId }: AnswererPlace): Promise<readonly Act[]> {
    return this.answers.acts({ organisationId, groupId, personId });
  }

  wishesOfGroup(organisationId: OrganisationId, groupId: GroupId): Promise<readonly Wish[]> {
    return this.answers.wishes({ organisationId, groupId });
  }

  wishesOfPerson({ organisationId, groupId, personId }: AnswererPlace): Promise<readonly Wish[]> {
    return this.answers.wishes({ organisationId, groupId, personId });
  }
}
