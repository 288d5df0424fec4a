import type { AssignmentKind } from './domain/assignment';
import type { Viewer } from './domain/viewer';

export abstract class AssignmentRepository {
  abstract add(viewer: Viewer, kind: AssignmentKind, subjectId: string): Promise<void>;
  abstract remove(viewer: Viewer, kind: AssignmentKind, subjectIds: readonly string[]): Promise<void>;
  abstract has(viewer: Viewer, kind: AssignmentKind, subjectId: string): Promise<boolean>;
  abstract subjects(viewer: Viewer, kind: AssignmentKind): Promise<readonly string[]>;
}
