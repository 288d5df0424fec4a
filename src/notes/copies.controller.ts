import { Controller, Get, Param } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { idOf } from '../kernel/identifiers';
import { type Answer, download, goTo } from '../platform/web/answer';
import { Speaking } from '../platform/web/asking';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { copiesPage, copyInWords, copyPage } from './copies.pages';
import { copyAsText } from './copy-text';
import { NoteCopies } from './note-copies.service';

interface CopyPath {
  readonly id: string;
  readonly person: string;
}

@Controller('meetings/:id/notes')
@For('coordinator')
export class CopiesController {
  constructor(private readonly copies: NoteCopies) {}

  @Get('copies')
  async all(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const copies = await this.copies.print(viewer, idOf<'meeting'>(id));
    return copies ? copiesPage(copies, { say, language: viewer.language }) : goTo(`/meetings/${id}/hold`);
  }

  @Get('for/:person')
  async one(@SignedIn() viewer: Viewer, @Param() path: CopyPath, @Speaking() say: Say): Promise<Answer> {
    return copyPage(await this.of(viewer, path), { say, language: viewer.language });
  }

  @Get('for/:person/notes.txt')
  async asText(@SignedIn() viewer: Viewer, @Param() path: CopyPath, @Speaking() say: Say): Promise<Answer> {
    const found = await this.of(viewer, path);
    const body = copyAsText(copyInWords(found.copy, found, { say, language: viewer.language }));
    return download({ body, type: 'text/plain; charset=utf-8', fileName: say('notes.copies.fileName') });
  }

  private of(viewer: Viewer, { id, person }: CopyPath) {
    return this.copies.printFor(viewer, idOf<'meeting'>(id), idOf<'person'>(person));
  }
}
