import type { Weekday } from '../kernel/calendar-date';
import type { PersonKind, Route } from '../people/domain/person';
import type { Ring, Sector, Tie } from '../sociogram/domain/placement';

/** Somebody invented. What is said of them in words stands under `practice.cast.<key>` in the word lists. */
export interface Figure {
  readonly key: string;
  readonly calledName: string;
  readonly fullName: string;
  readonly kind: PersonKind;
  readonly route: Route;
  readonly email?: string;
  readonly postalAddress?: string;
  readonly phone?: string;
  readonly workplace?: string;
  /** When they can meet; left out, nobody has asked them. */
  readonly hours?: { readonly weekdays: readonly Weekday[]; readonly opens: string; readonly closes: string };
}

/** Where somebody stands on Olle's map. */
export interface OnMap {
  readonly key: string;
  readonly name: string;
  readonly sector: Sector;
  readonly ring: Ring;
  readonly tie: Tie;
  /** Olle says that they have a good and important function, and asks them into the group. */
  readonly isAsked: boolean;
}

// Telephone numbers that the Swedish telecom authority keeps free for invented people, and domains that never exist
// (RFC 2606 §2).

export const organisation = {
  name: 'Exempelstad',
  unit: 'Stöd och samordning',
  administrator: { name: 'Eva Brandt', email: 'eva.brandt@exempelstad.example' },
  coordinator: { name: 'Karin Ek', email: 'karin.ek@exempelstad.example', workPhone: '08-465 004 10' },
  /** Mail to these is protected, by the organisation's decision. */
  protectedDomains: ['region.example', 'arbete.example'],
} as const;

export const home = 'Björkstigen 7\n123 45 Exempelstad';

export const olle: Figure = {
  key: 'olle',
  calledName: 'Olle',
  fullName: 'Olle Nyberg',
  kind: 'service-user',
  route: 'email',
  email: 'olle@brev.example',
  postalAddress: home,
};

export const doctor: Figure = {
  key: 'doctor',
  calledName: 'Amira',
  fullName: 'Amira Haddad',
  kind: 'professional',
  route: 'email',
  email: 'amira.haddad@region.example',
  workplace: 'Region Exempel',
  hours: { weekdays: [2, 4], opens: '09:00', closes: '16:00' },
};

export const network: readonly Figure[] = [
  {
    key: 'mother',
    calledName: 'Gunilla',
    fullName: 'Gunilla Berg',
    kind: 'private',
    route: 'email',
    email: 'gunilla@post.example',
  },
  {
    key: 'friend',
    calledName: 'Milo',
    fullName: 'Milo Strand',
    kind: 'private',
    route: 'phone',
    phone: '070-174 06 21',
  },
  {
    key: 'aunt',
    calledName: 'Berit',
    fullName: 'Berit Sjögren',
    kind: 'private',
    route: 'letter',
    postalAddress: 'Storgatan 12\n123 46 Exempelstad',
  },
  {
    key: 'officer',
    calledName: 'Johan',
    fullName: 'Johan Lindqvist',
    kind: 'professional',
    route: 'email',
    email: 'johan.lindqvist@arbete.example',
    workplace: 'Arbete Exempelstad',
    hours: { weekdays: [1, 2, 3, 4], opens: '08:00', closes: '15:00' },
  },
  {
    key: 'housing',
    calledName: 'Fatima',
    fullName: 'Fatima Holm',
    kind: 'professional',
    route: 'email',
    email: 'fatima.holm@exempelstad.example',
    workplace: 'Exempelstad',
    hours: { weekdays: [1, 2, 3, 4, 5], opens: '10:00', closes: '17:00' },
  },
];

/** As Olle drew it: also those whom he does not ask. */
export const map: readonly OnMap[] = [
  { key: 'mother', name: 'Mamma', sector: 'family', ring: 1, tie: 'supportive', isAsked: true },
  { key: 'friend', name: 'Milo', sector: 'friends', ring: 1, tie: 'supportive', isAsked: true },
  { key: 'aunt', name: 'Faster Berit', sector: 'relatives', ring: 2, tie: 'supportive', isAsked: true },
  { key: 'officer', name: 'Johan', sector: 'work-school', ring: 3, tie: 'weak', isAsked: true },
  { key: 'housing', name: 'Fatima', sector: 'care', ring: 2, tie: 'supportive', isAsked: true },
  { key: 'doctor', name: 'Amira', sector: 'care', ring: 3, tie: 'weak', isAsked: false },
  { key: 'cousin', name: 'Theo', sector: 'relatives', ring: 3, tie: 'broken', isAsked: false },
  { key: 'coach', name: 'Sixten', sector: 'leisure', ring: 2, tie: 'weak', isAsked: false },
];
