import type { Nomination } from './domain/nomination';
import type { Whose } from './sociogram.repository';

/** Keeps each nomination with its steps. A step that is kept is never changed. */
export abstract class NominationRepository {
  abstract of(whose: Whose): Promise<readonly Nomination[]>;
  abstract save(nomination: Nomination): Promise<void>;
}
