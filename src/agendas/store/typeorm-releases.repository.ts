import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { MeetingId, OrganisationId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import { Dice } from '../../platform/dice';
import { Seal, SealedTable } from '../../platform/database/seal';
import type { ReleasedAgenda, ReleaseNumber } from '../domain/released-agenda';
import { ReleasesRepository } from '../releases.repository';
import { type ReleaseRow, releaseSchema } from './agendas.schemas';
import { linesIn } from './stored-texts';

const sealed = new SealedTable<ReleaseRow>('agenda_release', ['lines']);

@Injectable()
export class TypeormReleasesRepository extends ReleasesRepository {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
    private readonly dice: Dice,
  ) {
    super();
  }

  async numbered(organisationId: OrganisationId, asked: readonly ReleaseNumber[]): Promise<readonly ReleasedAgenda[]> {
    const where = asked.map(({ meetingId, number }) => ({ organisationId, meetingId, number }));
    const rows = where.length === 0 ? [] : await this.database.repository(releaseSchema).findBy(where);
    return rows.map((row) => this.opened(row));
  }

  async add(organisationId: OrganisationId, releases: readonly ReleasedAgenda[]): Promise<void> {
    const rows = releases.map(({ meetingId, number, releasedAt, lines }) => ({
      ...{ id: this.dice.id(), organisationId, meetingId, number, releasedAt },
      lines: JSON.stringify(lines),
    }));
    await this.database.repository(releaseSchema).insert(rows.map((row) => sealed.close(row, this.seal)));
  }

  async remove(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<void> {
    await this.database.repository(releaseSchema).delete({ organisationId, meetingId: In(meetingIds) });
  }

  private opened(row: ReleaseRow): ReleasedAgenda {
    const { meetingId, number, releasedAt, lines } = sealed.open(row, this.seal);
    return { meetingId, number, releasedAt, lines: linesIn(lines) };
  }
}
