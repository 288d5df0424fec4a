import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId } from '../kernel/identifiers';
import { byName } from '../kernel/in-words';
import { Clock } from '../platform/clock';
import { Words } from '../platform/web/words';
import type { Delivery } from './domain/delivery';
import type { Letter } from './domain/letter';
import { keptLetter } from './letters/kept-letter';
import { LettersPdf } from './letters/letters-pdf';
import { isByHand } from './follow.service';
import { Outbox } from './outbox.service';

/** Prints the letters that wait to be posted; when none waits, those that were posted. */
@Injectable()
export class Letters {
  private readonly paper = new LettersPdf();

  constructor(
    private readonly outbox: Outbox,
    private readonly words: Words,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  async print(viewer: Viewer, groupId: GroupId): Promise<Buffer> {
    const letters = await this.read(viewer, groupId);
    if (letters.length === 0) throw new DomainError('notFound');
    const subjects = [groupId, ...letters.map(({ personId }) => personId)];
    await this.audit.record(viewer, { action: 'letters.printed', about: null, subjects });
    const title = this.words.in(viewer.language)('letter.document');
    return this.paper.print({ letters, title, language: viewer.language, madeAt: this.clock.now() });
  }

  // One page order for the whole batch: by the name on the envelope.
  private async read(viewer: Viewer, groupId: GroupId): Promise<readonly Letter[]> {
    const letters: Letter[] = [];
    for (const { message } of toPrint(await this.outbox.ofGroup(viewer, groupId)))
      letters.push(keptLetter(await this.outbox.bytes(viewer, message.id)));
    const inOrder = byName(viewer.language);
    return letters.sort((a, b) => inOrder(a.address[0] ?? '', b.address[0] ?? ''));
  }
}

function toPrint(deliveries: readonly Delivery[]): readonly Delivery[] {
  const letters = deliveries.filter(({ message }) => message.channel === 'letter');
  const waiting = letters.filter(isByHand);
  return waiting.length > 0 ? waiting : letters.filter(({ state }) => state === 'noted');
}
