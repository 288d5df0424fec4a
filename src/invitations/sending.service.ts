import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { DomainError } from '../kernel/domain-error';
import type { GroupId } from '../kernel/identifiers';
import type { Gathering } from './domain/gathering';
import type { Caller } from './domain/recipient';
import type { Identities } from './domain/year-of-calls';
import { Gatherings } from './gatherings.service';
import { IdentityIssue } from './identities.service';
import { Mailroom, nothingWritten, type WrittenLine } from './mailroom.service';
import { Postings } from './postings.service';

/** What pressing the button would do, written out in full; nothing has been kept or sent. */
export interface Prepared {
  readonly gathering: Gathering;
  readonly lines: readonly WrittenLine[];
}

/** Calls a group's people to the year ahead. */
@Injectable()
export class Sending {
  constructor(
    private readonly gatherings: Gatherings,
    private readonly identities: IdentityIssue,
    private readonly mailroom: Mailroom,
    private readonly postings: Postings,
  ) {}

  /** Whoever shows it to somebody logs that. */
  async prepare(viewer: Viewer, groupId: GroupId): Promise<Prepared> {
    const gathering = await this.gatherings.of(viewer, groupId);
    const { caller } = gathering.parts;
    // Without a caller there is nobody to write in the name of.
    if (caller === null) return { gathering, lines: gathering.lines.map(nothingWritten) };
    return { gathering, lines: await this.write(gathering, caller, this.identities.pretend()) };
  }

  /** In the caller's transaction: whatever may not leave refuses all of it, and nothing is kept. */
  async send(viewer: Viewer, groupId: GroupId): Promise<void> {
    const gathering = await this.gatherings.released(viewer, groupId);
    const caller = callerWhenReady(gathering);
    const lines = await this.write(
      gathering,
      caller,
      await this.identities.issue({ gathering, caller, lines: gathering.lines }),
    );
    requireNothingFound(lines);
    await this.postings.post(viewer, gathering, lines);
  }

  private async write(gathering: Gathering, caller: Caller, identities: Identities): Promise<readonly WrittenLine[]> {
    const written: WrittenLine[] = [];
    for (const line of gathering.lines)
      written.push(await this.mailroom.write(line, { gathering, caller, identities }));
    return written;
  }
}

function callerWhenReady({ lacks, isTold, parts }: Gathering): Caller {
  const [lack] = lacks;
  if (lack) throw new DomainError(`notReady.${lack.rule}`, { names: lack.names.join(', ') });
  if (parts.caller === null) throw new DomainError('notReady.noCaller');
  if (isTold) throw new DomainError('nothingLeftToSend');
  return parts.caller;
}

export function requireNothingFound(lines: readonly WrittenLine[]): void {
  for (const { line, findings } of lines) {
    const [finding] = findings;
    if (!finding) continue;
    const { rule, found, about } = finding;
    throw new DomainError(`mayNotLeave.${rule}`, { name: line.person.calledName, found, about });
  }
}
