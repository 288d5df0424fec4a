import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../kernel/domain-error';
import { Settings } from '../platform/config/settings';
import type { Profile } from './domain/profile';
import { readProfile } from './profile-file';

/** The kinds of group there are: the files of `data/profiles/`, read and checked once, at start. */
@Injectable()
export class Profiles {
  private readonly byId: ReadonlyMap<string, Profile>;

  constructor(settings: Settings) {
    const folder = join(settings.suppliedFolder, 'profiles');
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    const profiles = files.map((file) => readProfile(file, readFileSync(join(folder, file), 'utf8')));
    this.byId = new Map(profiles.map((profile) => [profile.id, profile]));
  }

  get all(): readonly Profile[] {
    return [...this.byId.values()];
  }

  /** The one that is proposed. */
  get first(): Profile {
    const [first] = this.byId.values();
    if (!first) throw new DomainError('profileUnknown', { profile: '' });
    return first;
  }

  get(id: string): Profile {
    const profile = this.byId.get(id);
    if (!profile) throw new DomainError('profileUnknown', { profile: id });
    return profile;
  }
}
