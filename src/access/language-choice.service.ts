import { Injectable } from '@nestjs/common';
import type { Language } from '../kernel/in-words';
import type { Viewer } from './domain/viewer';
import { StaffRepository } from './staff.repository';

/** Keeps the language a user chose, so that it is there in every browser. */
@Injectable()
export class LanguageChoice {
  constructor(private readonly staff: StaffRepository) {}

  async keep({ userId }: Viewer, language: Language): Promise<void> {
    const user = await this.staff.byId(userId);
    if (user !== null) await this.staff.save(user.speaking(language));
  }
}
