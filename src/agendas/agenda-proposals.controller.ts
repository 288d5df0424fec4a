import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import type { Leader } from '../groups/domain/profile';
import { DomainError } from '../kernel/domain-error';
import { idOf } from '../kernel/identifiers';
import { Database } from '../platform/database/database';
import { type Answer, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import type { Fault, Typed } from '../platform/web/form';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { AgendaReading, type AgendaShown } from './agenda-reading.service';
import { nameIn } from './agenda-words';
import { contentIn, declineForm, newItemForm } from './agendas.forms';
import { declinePage } from './decline.page';
import type { Proposal } from './domain/proposal';
import { itemPage } from './item.page';
import { ProposalAnswers } from './proposal-answers.service';

interface ProposalPath {
  readonly id: string;
  readonly proposal: string;
}

@Controller('meetings/:id/agenda/proposals/:proposal')
@For('coordinator')
export class AgendaProposalsController {
  constructor(
    private readonly reading: AgendaReading,
    private readonly answers: ProposalAnswers,
    private readonly database: Database,
  ) {}

  @Get('accept')
  async askAccept(@SignedIn() viewer: Viewer, @Param() path: ProposalPath, @Speaking() say: Say): Promise<Answer> {
    const seen = await this.seen(viewer, path, say);
    return acceptPage(seen, firstGuess(seen), []);
  }

  @Post('accept')
  async accept(
    @SignedIn() viewer: Viewer,
    @Param() path: ProposalPath,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const typed = newItemForm.typed(body);
    const reading = newItemForm.read(body);
    if (reading.kind === 'faulty') return acceptPage(await this.seen(viewer, path, say), typed, reading.faults);
    const { itemAfter: place, ...filled } = reading.value;
    const acceptance = { content: contentIn(filled), place };
    const outcome = await attempt(this.database, () => this.answers.accept(viewer, ...idsIn(path), acceptance));
    if (outcome.kind === 'refused') return acceptPage(await this.seen(viewer, path, say), typed, [outcome.fault]);
    return goTo(`/meetings/${path.id}/agenda`);
  }

  @Get('decline')
  async askDecline(@SignedIn() viewer: Viewer, @Param() path: ProposalPath, @Speaking() say: Say): Promise<Answer> {
    return declinePage({ ...(await this.seen(viewer, path, say)), typed: '', faults: [] });
  }

  @Post('decline')
  async decline(
    @SignedIn() viewer: Viewer,
    @Param() path: ProposalPath,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const { proposalAnswer } = declineForm.typed(body);
    const typed = typeof proposalAnswer === 'string' ? proposalAnswer : '';
    const reading = declineForm.read(body);
    if (reading.kind === 'faulty')
      return declinePage({ ...(await this.seen(viewer, path, say)), typed, faults: reading.faults });
    const answer = reading.value.proposalAnswer;
    const outcome = await attempt(this.database, () => this.answers.decline(viewer, ...idsIn(path), answer));
    if (outcome.kind === 'refused')
      return declinePage({ ...(await this.seen(viewer, path, say)), typed, faults: [outcome.fault] });
    return goTo(`/meetings/${path.id}/agenda`);
  }

  private async seen(viewer: Viewer, path: ProposalPath, say: Say): Promise<SeenProposal> {
    const shown = await this.reading.of(viewer, idOf<'meeting'>(path.id));
    const proposal = shown.proposals.find(({ id }) => id === path.proposal);
    if (!proposal) throw new DomainError('notFound');
    return { shown, proposal, say };
  }
}

interface SeenProposal {
  readonly shown: AgendaShown;
  readonly proposal: Proposal;
  readonly say: Say;
}

const idsIn = ({ id, proposal }: ProposalPath) => [idOf<'meeting'>(id), idOf<'proposal'>(proposal)] as const;

/** Whoever proposed it leads it, and it is called something plain in open mail, until the chairs say otherwise. */
function firstGuess({ shown, proposal, say }: SeenProposal): Typed {
  const leader: Leader = shown.group.memberOf(proposal.personId)?.part ?? 'together';
  const plain = { neutralTitle: say('agendas.proposal.neutralTitle'), itemMinutes: '5', audience: 'circle' };
  return { itemTitle: proposal.words, itemLeader: leader, ...plain };
}

function acceptPage(seen: SeenProposal, typed: Typed, faults: readonly Fault[]): Answer {
  const { shown, proposal, say } = seen;
  return itemPage({
    ...{ shown, say, typed, faults },
    title: say('agendas.proposal.accept'),
    lead: say('agendas.proposal.quote', { name: nameIn(shown.people, proposal.personId, say), words: proposal.words }),
    action: `/meetings/${shown.meeting.id}/agenda/proposals/${proposal.id}/accept`,
  });
}
