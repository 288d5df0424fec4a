import { type PersonId, idOf } from '../kernel/identifiers';
import { coordinatorWord } from './group-file';

/** How people are named in a file: by their ids, and the coordinator by the word for it. */
export class PersonReferences {
  constructor(private readonly coordinator: PersonId | null) {}

  of(id: PersonId): string {
    return id === this.coordinator ? coordinatorWord : id;
  }

  /** A file's reader has seen to it that the word stands only where there is a coordinator. */
  person(reference: string): PersonId {
    return reference === coordinatorWord && this.coordinator !== null ? this.coordinator : idOf<'person'>(reference);
  }
}
