import type { Language } from '../../kernel/in-words';
import type { Part } from './part';

export type MeetingForm = 'home' | 'office' | 'video' | 'phone';
export const meetingForms: readonly MeetingForm[] = ['home', 'office', 'video', 'phone'];

/** Who leads an agenda item: a part in the group, the chairs together, or whoever was invited to it. */
export type Leader = Part | 'together' | 'invited';
export const leaders: readonly Leader[] = [
  'service-user',
  'coordinator',
  'together',
  'doctor',
  'network',
  'adjunct',
  'invited',
];

interface StandingItemWords {
  readonly title: string;
  /** Fit for an open postcard: says nothing of care, illness, group or people. */
  readonly neutralTitle: string;
  /** What we want said or decided. */
  readonly line: string;
  /** The same in easy-read: one fact, short words. */
  readonly easy: string;
}

export interface StandingItem {
  readonly key: string;
  readonly leader: Leader;
  /** At the profile's default length; scaled to the meeting's own. */
  readonly minutes: number;
  readonly words: Readonly<Record<Language, StandingItemWords>>;
}

interface Guidance {
  readonly min: number;
  readonly max: number;
}

/** How one kind of group works: a file in `data/profiles/`, never a branch in the code. */
export interface Profile {
  readonly id: string;
  readonly name: Readonly<Record<Language, string>>;
  /** Everybody but adjuncts. */
  readonly size: Guidance;
  /** Those chosen from the sociogram, beside the core trio. */
  readonly chosen: Guidance;
  /** Months between meetings, when nobody has wished otherwise. */
  readonly intervals: readonly number[];
  readonly minutes: {
    readonly default: number;
    /** Longer than this asks for a reason. */
    readonly longWithReason: number;
    readonly max: number;
  };
  readonly forms: readonly MeetingForm[];
  /** Months that may be booked ahead. */
  readonly horizons: readonly number[];
  readonly callDaysBefore: number;
  readonly meetingTitle: Readonly<Record<Language, string>>;
  readonly agendas: { readonly first: readonly StandingItem[]; readonly followUp: readonly StandingItem[] };
}

/** The first meeting has an agenda of its own. */
export const standingItems = (profile: Profile, meetingNumber: number): readonly StandingItem[] =>
  meetingNumber === 1 ? profile.agendas.first : profile.agendas.followUp;
