import { Injectable } from '@nestjs/common';
import { AssignmentRepository } from './assignment.repository';
import type { AssignmentKind } from './domain/assignment';
import type { Viewer } from './domain/viewer';

/** Says which people and groups a user is responsible for; whoever is not assigned sees nothing of them. */
@Injectable()
export class Assignments {
  constructor(private readonly assignments: AssignmentRepository) {}

  /** Makes the viewer responsible; once more changes nothing. */
  assign(viewer: Viewer, kind: AssignmentKind, subjectId: string): Promise<void> {
    return this.assignments.add(viewer, kind, subjectId);
  }

  /** The viewer no longer is. */
  release(viewer: Viewer, kind: AssignmentKind, subjectIds: readonly string[]): Promise<void> {
    return this.assignments.remove(viewer, kind, subjectIds);
  }

  isAssigned(viewer: Viewer, kind: AssignmentKind, subjectId: string): Promise<boolean> {
    return this.assignments.has(viewer, kind, subjectId);
  }

  async subjects(viewer: Viewer, kind: AssignmentKind): Promise<ReadonlySet<string>> {
    return new Set(await this.assignments.subjects(viewer, kind));
  }
}
