import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../kernel/domain-error';
import { Settings } from '../platform/config/settings';
import type { StarPattern } from './domain/star-pattern';
import { readStar } from './star-file';

/** The stars of the kinds of group: the files of `data/stars/`, read and checked once, at start. */
@Injectable()
export class StarPatterns {
  private readonly byProfile: ReadonlyMap<string, StarPattern>;

  constructor(settings: Settings) {
    const folder = join(settings.suppliedFolder, 'stars');
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    const stars = files.map((file) => readStar(file, readFileSync(join(folder, file), 'utf8')));
    this.byProfile = new Map(stars.map((star) => [star.id, star]));
  }

  /** A kind of group without a star has no page for one. */
  get(profile: string): StarPattern {
    const star = this.byProfile.get(profile);
    if (!star) throw new DomainError('notFound');
    return star;
  }
}
