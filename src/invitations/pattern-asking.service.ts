import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { Patterns } from '../availability/patterns.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId } from '../kernel/identifiers';
import { Settings } from '../platform/config/settings';
import type { Gathering } from './domain/gathering';
import { type AskingLine, askingLines } from './domain/pattern-asking';
import type { NotReady } from './domain/ready-to-send';
import { Gatherings } from './gatherings.service';
import type { WrittenLine } from './mailroom.service';
import { PatternQuestions } from './pattern-questions.service';

/** Whom a group asks when it usually suits them, and what each of them would get; nothing has been kept or sent. */
export interface PreparedAsking {
  readonly gathering: Gathering;
  readonly asking: readonly AskingLine[];
  /** Of those who would be asked now. */
  readonly lines: readonly WrittenLine[];
  readonly lacks: readonly NotReady[];
}

/** Asks a group's people when it usually suits them. */
@Injectable()
export class PatternAsking {
  constructor(
    private readonly gatherings: Gatherings,
    private readonly patterns: Patterns,
    private readonly questions: PatternQuestions,
    private readonly settings: Settings,
  ) {}

  /** Whoever shows it to somebody logs that. */
  async prepare(viewer: Viewer, groupId: GroupId): Promise<PreparedAsking> {
    const { gathering, asking } = await this.look(viewer, groupId);
    const lacks = lacksIn(gathering);
    const lines = lacks.length > 0 ? [] : await this.questions.drafted(gathering, toAsk(asking));
    return { gathering, asking, lines, lacks };
  }

  /** In the caller's transaction: whatever may not leave refuses all of it, and nothing is kept. */
  async send(viewer: Viewer, groupId: GroupId): Promise<void> {
    const { gathering, asking } = await this.look(viewer, groupId);
    const [lack] = lacksIn(gathering);
    if (lack) throw new DomainError(`notReady.${lack.rule}`, { names: '' });
    const lines = toAsk(asking);
    if (lines.length === 0) throw new DomainError('nobodyLeftToAsk');
    await this.questions.put(viewer, gathering, lines);
  }

  private async look(viewer: Viewer, groupId: GroupId): Promise<Pick<PreparedAsking, 'gathering' | 'asking'>> {
    const gathering = await this.gatherings.of(viewer, groupId);
    const people = gathering.parts.group.present.map(({ personId }) => personId);
    const patterns = await this.patterns.of(viewer.organisationId, people);
    return { gathering, asking: askingLines(gathering, { patterns, zone: this.settings.zone }) };
  }
}

const toAsk = (asking: readonly AskingLine[]) =>
  asking.filter(({ state }) => state === 'toAsk').map(({ line }) => line);

// It is asked before anything is booked, and whoever is not approved is simply not asked.
const lacksIn = ({ lacks }: Gathering): readonly NotReady[] =>
  lacks.filter(({ rule }) => rule !== 'nothingBooked' && rule !== 'notApproved');
