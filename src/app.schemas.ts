import type { EntitySchema } from 'typeorm';
import { accessSchemas } from './access/store/access.schemas';
import { agendasSchemas } from './agendas/store/agendas.schemas';
import { answersSchemas } from './answers/store/answers.schemas';
import { auditSchemas } from './audit/store/audit.schemas';
import { caseloadSchemas } from './caseload/store/caseload.schemas';
import { groupsSchemas } from './groups/store/groups.schemas';
import { invitationsSchemas } from './invitations/store/invitations.schemas';
import { ownChoicesSchemas } from './invitations/store/own-choices.schemas';
import { personalLinkSchemas } from './invitations/store/personal-link.schemas';
import { meetingsSchemas } from './meetings/store/meetings.schemas';
import { methodSchemas } from './method/store/method.schemas';
import { notesSchemas } from './notes/store/notes.schemas';
import { outboxSchemas } from './outbox/store/outbox.schemas';
import { peopleSchemas } from './people/store/people.schemas';
import { availabilitySchemas } from './availability/store/availability.schemas';
import { planningSchemas } from './planning/store/planning.schemas';
import { progressSchemas } from './progress/store/progress.schemas';
import { repliesSchemas } from './replies/store/replies.schemas';
import { sociogramSchemas } from './sociogram/store/sociogram.schemas';

/** Every table of the house, for the database and for the check that the migrations match them. */
export const allSchemas: readonly EntitySchema[] = [
  ...auditSchemas,
  ...accessSchemas,
  ...peopleSchemas,
  ...sociogramSchemas,
  ...groupsSchemas,
  ...meetingsSchemas,
  ...availabilitySchemas,
  ...planningSchemas,
  ...agendasSchemas,
  ...progressSchemas,
  ...notesSchemas,
  ...outboxSchemas,
  ...answersSchemas,
  ...invitationsSchemas,
  ...personalLinkSchemas,
  ...ownChoicesSchemas,
  ...repliesSchemas,
  ...methodSchemas,
  ...caseloadSchemas,
];
