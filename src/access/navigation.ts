import type { NavigationEntry } from '../platform/web/asking';
import type { Say } from '../platform/web/words';
import type { Role } from './domain/viewer';

// Addresses of later rooms, as words only: the menu is the one thing that all of them share.
const entries = {
  coordinator: [
    ['access.menu.desk', '/'],
    ['access.menu.groups', '/groups'],
    ['access.menu.caseload', '/caseload'],
    ['access.menu.people', '/people'],
    ['access.menu.outbox', '/outbox'],
  ],
  administrator: [
    ['access.menu.organisation', '/organisation'],
    ['access.menu.protectedMail', '/organisation/protected-mail'],
    ['access.menu.outbox', '/outbox'],
  ],
} as const satisfies Record<Role, readonly (readonly [string, string])[]>;

export const navigationFor = (role: Role, say: Say): readonly NavigationEntry[] =>
  entries[role].map(([key, href]) => ({ text: say(key), href }));
