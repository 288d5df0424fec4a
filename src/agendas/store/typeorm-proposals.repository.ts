import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { MeetingId, OrganisationId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import { Seal, SealedTable } from '../../platform/database/seal';
import type { Proposal } from '../domain/proposal';
import { ProposalsRepository } from '../proposals.repository';
import { proposalSchema } from './agendas.schemas';

const sealed = new SealedTable<Proposal>('agenda_proposal', ['words', 'answer']);

@Injectable()
export class TypeormProposalsRepository extends ProposalsRepository {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {
    super();
  }

  async of(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<readonly Proposal[]> {
    const rows = await this.database.repository(proposalSchema).find({
      where: { organisationId, meetingId: In(meetingIds) },
      order: { madeAt: 'ASC', id: 'ASC' },
    });
    return rows.map((row) => sealed.open(row, this.seal));
  }

  async save(proposals: readonly Proposal[]): Promise<void> {
    await this.database.repository(proposalSchema).save(proposals.map((proposal) => sealed.close(proposal, this.seal)));
  }

  async remove(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<void> {
    await this.database.repository(proposalSchema).delete({ organisationId, meetingId: In(meetingIds) });
  }
}
