import type { MigrationInterface } from 'typeorm';
import { Audit1795300000000 } from './migrations/1795300000000-audit';
import { Access1795300100000 } from './migrations/1795300100000-access';
import { People1795300200000 } from './migrations/1795300200000-people';
import { Sociogram1795300300000 } from './migrations/1795300300000-sociogram';
import { Groups1795300400000 } from './migrations/1795300400000-groups';
import { Meetings1795300500000 } from './migrations/1795300500000-meetings';
import { Planning1795300600000 } from './migrations/1795300600000-planning';
import { Agendas1795300700000 } from './migrations/1795300700000-agendas';
import { Invitations1795300800000 } from './migrations/1795300800000-invitations';
import { Answers1795310000000 } from './migrations/1795310000000-answers';
import { OutboxLife1795310100000 } from './migrations/1795310100000-outbox-life';
import { Replies1795310200000 } from './migrations/1795310200000-replies';
import { MeetingTold1795310300000 } from './migrations/1795310300000-meeting-told';
import { OwnChoices1795310400000 } from './migrations/1795310400000-own-choices';
import { Progress1795400100000 } from './migrations/1795400100000-progress';
import { Notes1795400200000 } from './migrations/1795400200000-notes';
import { Method1795400300000 } from './migrations/1795400300000-method';
import { Guests1795400400000 } from './migrations/1795400400000-guests';
import { AgendaLife1795400000000 } from './migrations/1795400000000-agenda-life';
import { Calendars1795500000000 } from './migrations/1795500000000-calendars';
import { OwnDays1795500100000 } from './migrations/1795500100000-own-days';
import { Things1795500200000 } from './migrations/1795500200000-things';
import { Deputies1795500300000 } from './migrations/1795500300000-deputies';
import { Pattern1795500400000 } from './migrations/1795500400000-pattern';
import { Caseload1795500500000 } from './migrations/1795500500000-caseload';

/** In the order they are run. A step that has left the house is never edited; a new one follows it. */
export const migrations: readonly (new () => MigrationInterface)[] = [
  Audit1795300000000,
  Access1795300100000,
  People1795300200000,
  Sociogram1795300300000,
  Groups1795300400000,
  Meetings1795300500000,
  Planning1795300600000,
  Agendas1795300700000,
  Invitations1795300800000,
  Answers1795310000000,
  OutboxLife1795310100000,
  Replies1795310200000,
  MeetingTold1795310300000,
  OwnChoices1795310400000,
  AgendaLife1795400000000,
  Progress1795400100000,
  Notes1795400200000,
  Method1795400300000,
  Guests1795400400000,
  Calendars1795500000000,
  OwnDays1795500100000,
  Things1795500200000,
  Deputies1795500300000,
  Pattern1795500400000,
  Caseload1795500500000,
];
