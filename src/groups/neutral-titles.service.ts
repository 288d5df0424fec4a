import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../access/domain/viewer';
import type { PersonId } from '../kernel/identifiers';
import { People } from '../people/people.service';
import { Settings } from '../platform/config/settings';
import { requireNeutralTitle } from './domain/neutral-title';

const listed = z.object({ sv: z.array(z.string()), en: z.array(z.string()) });

/** Keeps telling words and the group's own names out of titles that stand on open postcards. */
@Injectable()
export class NeutralTitles {
  private readonly listedWords: readonly string[];

  constructor(
    settings: Settings,
    private readonly people: People,
  ) {
    const file = join(settings.suppliedFolder, 'reference', 'listed-words.json');
    const { sv, en } = listed.parse(JSON.parse(readFileSync(file, 'utf8')));
    this.listedWords = [...sv, ...en];
  }

  async require(viewer: Viewer, title: string, personIds: readonly PersonId[]): Promise<void> {
    const people = await this.people.many(viewer, personIds);
    const names = people.flatMap(({ calledName, fullName }) => [calledName, ...fullName.split(' ')]);
    requireNeutralTitle(title, { listedWords: this.listedWords, names: names.filter((name) => name.length > 1) });
  }
}
