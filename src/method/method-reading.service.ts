import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { GroupId } from '../kernel/identifiers';
import { type CheckedLine, methodCheck } from './domain/method-check';
import type { Picture } from './domain/picture';
import { MethodCircle } from './method-circle.service';
import { Pictures } from './pictures.service';
import { Statements } from './statements.service';

/** The method check of one group, and what its page shows beside. */
export interface MethodShown {
  readonly picture: Picture;
  readonly lines: readonly CheckedLine[];
  /** Staff with an account, by their id. */
  readonly staff: ReadonlyMap<string, string>;
}

/** Gives pages the method check of a group; each reading is logged. */
@Injectable()
export class MethodReading {
  constructor(
    private readonly pictures: Pictures,
    private readonly statements: Statements,
    private readonly circle: MethodCircle,
  ) {}

  async of(viewer: Viewer, groupId: GroupId): Promise<MethodShown> {
    const picture = await this.pictures.of(viewer, groupId, this.circle.moment);
    const lines = methodCheck(picture, await this.statements.ofGroup(viewer, groupId));
    await this.circle.shown(viewer, picture.group);
    return { picture, lines, staff: await this.circle.names(viewer) };
  }
}
