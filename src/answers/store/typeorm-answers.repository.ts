import { Injectable } from '@nestjs/common';
import type { OrganisationId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import { Seal, SealedTable } from '../../platform/database/seal';
import { AnswersPlace, AnswersRepository } from '../answers.repository';
import type { Act } from '../domain/act';
import type { Wish, WishId } from '../domain/wish';
import { actSchema, wishSchema } from './answers.schemas';

const sealedActs = new SealedTable<Act>('answer_act', ['comment']);
const sealedWishes = new SealedTable<Wish>('wish', ['text']);

@Injectable()
export class TypeormAnswersRepository extends AnswersRepository {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {
    super();
  }

  async acts(place: AnswersPlace): Promise<readonly Act[]> {
    const order = { recordedAt: 'ASC', arrival: 'ASC', id: 'ASC' } as const;
    const rows = await this.database.repository(actSchema).find({ where: whereOf(place), order });
    return rows.map((row) => sealedActs.open(row, this.seal));
  }

  hasSource(source: string): Promise<boolean> {
    return this.database.repository(actSchema).existsBy({ source });
  }

  async add(act: Act): Promise<boolean> {
    const row = sealedActs.close(act, this.seal);
    await this.database.repository(actSchema).createQueryBuilder().insert().values(row).orIgnore().execute();
    return this.database.repository(actSchema).existsBy({ id: act.id });
  }

  async wishes(place: AnswersPlace): Promise<readonly Wish[]> {
    const order = { at: 'ASC', id: 'ASC' } as const;
    const rows = await this.database.repository(wishSchema).find({ where: whereOf(place), order });
    return rows.map((row) => sealedWishes.open(row, this.seal));
  }

  async wish(organisationId: OrganisationId, id: WishId): Promise<Wish | null> {
    const row = await this.database.repository(wishSchema).findOneBy({ organisationId, id });
    return row && sealedWishes.open(row, this.seal);
  }

  async saveWish(wish: Wish): Promise<void> {
    await this.database.repository(wishSchema).save(sealedWishes.close(wish, this.seal));
  }
}

// Whoever asks may know more than the place, such as the whole answer.
const whereOf = ({ organisationId, groupId, personId, meetingId }: AnswersPlace) => ({
  organisationId,
  groupId,
  ...(personId === undefined ? {} : { personId }),
  ...(meetingId === undefined ? {} : { meetingId }),
});
