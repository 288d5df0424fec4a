import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { CallLine } from './domain/call-list';
import type { Gathering } from './domain/gathering';
import type { Identities } from './domain/year-of-calls';
import { IdentityIssue } from './identities.service';
import { Mailroom, type WrittenLine } from './mailroom.service';
import { PersonalLinks } from './personal-links.service';
import { Postings } from './postings.service';
import { requireNothingFound } from './sending.service';

/** Writes the questions when it usually suits people, and puts them in the outbox. */
@Injectable()
export class PatternQuestions {
  constructor(
    private readonly identities: IdentityIssue,
    private readonly mailroom: Mailroom,
    private readonly links: PersonalLinks,
    private readonly postings: Postings,
  ) {}

  /** As they will look. */
  drafted(gathering: Gathering, lines: readonly CallLine[]): Promise<readonly WrittenLine[]> {
    return this.write(gathering, lines, this.identities.pretend());
  }

  async put(viewer: Viewer, gathering: Gathering, lines: readonly CallLine[]): Promise<void> {
    const identities = await this.identities.issue({ gathering, caller: callerIn(gathering), lines });
    const written = await this.write(gathering, lines, identities);
    requireNothingFound(written);
    await this.postings.postUnseen(viewer, 'pattern.asked', gathering, written);
    const { organisationId, id: groupId } = gathering.parts.group;
    for (const { person } of lines) await this.links.asked({ organisationId, groupId, personId: person.personId });
  }

  private async write(
    gathering: Gathering,
    lines: readonly CallLine[],
    identities: Identities,
  ): Promise<readonly WrittenLine[]> {
    const caller = callerIn(gathering);
    const written: WrittenLine[] = [];
    for (const line of lines) written.push(await this.mailroom.write(line, { gathering, caller, identities }));
    return written;
  }
}

function callerIn({ parts: { caller } }: Gathering) {
  if (caller === null) throw new Error('Nobody is asked in the name of nobody.');
  return caller;
}
