import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Settings } from '../platform/config/settings';
import type { OwnMarks } from './domain/mark';

const content = z.strictObject({ id: z.uuid(), last: z.uuid().nullable(), next: z.uuid().nullable() });

/** Remembers the instance's marks in `outbox.mark` in the data folder. It belongs in no backup of the database. */
@Injectable()
export class MarkFile {
  private readonly folder: string;
  private readonly path: string;

  constructor({ dataFolder }: Settings) {
    this.folder = dataFolder;
    this.path = join(dataFolder, 'outbox.mark');
  }

  /** null when there is none yet. */
  async read(): Promise<OwnMarks | null> {
    const text = await readFile(this.path, 'utf8').catch((fault: unknown) => {
      if (isMissing(fault)) return null;
      throw fault;
    });
    return text === null ? null : content.parse(JSON.parse(text));
  }

  /** The old one or the new one, never half of either. */
  async write(marks: OwnMarks): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const unfinished = `${this.path}.part`;
    const file = await open(unfinished, 'w', 0o600);
    try {
      await file.writeFile(JSON.stringify(marks));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, this.path);
  }
}

const isMissing = (fault: unknown): boolean =>
  typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === 'ENOENT';
