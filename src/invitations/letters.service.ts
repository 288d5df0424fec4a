import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId } from '../kernel/identifiers';
import { Clock } from '../platform/clock';
import { Words } from '../platform/web/words';
import { KeptLetters } from './kept-letters.service';
import { LettersPdf } from './letters/letters-pdf';

/** Prints the letters that wait to be posted; when none waits, those that were posted. */
@Injectable()
export class Letters {
  private readonly paper = new LettersPdf();

  constructor(
    private readonly kept: KeptLetters,
    private readonly words: Words,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  async print(viewer: Viewer, groupId: GroupId): Promise<Buffer> {
    const letters = await this.kept.toPrint(viewer, groupId);
    if (letters.length === 0) throw new DomainError('notFound');
    const subjects = [groupId, ...letters.map(({ personId }) => personId)];
    await this.audit.record(viewer, { action: 'letters.printed', about: null, subjects });
    const title = this.words.in(viewer.language)('letter.document');
    return this.paper.print({ letters, title, language: viewer.language, madeAt: this.clock.now() });
  }
}
