import { type Profile, standingItems } from '../../groups/domain/profile';
import type { Language } from '../../kernel/in-words';
import { wholeCircle } from '../../groups/domain/readership';
import type { NewItem } from './copying';
import { fitted } from './fit';

export interface StandingAgendaFor {
  readonly meetingNumber: number;
  readonly minutes: number;
  readonly language: Language;
}

/** The profile's standing items in one language, with their minutes fitted to the meeting. */
export function standingAgenda(
  profile: Profile,
  { meetingNumber, minutes, language }: StandingAgendaFor,
): readonly NewItem[] {
  const items = standingItems(profile, meetingNumber);
  const shares = fitted(
    items.map((item) => item.minutes),
    minutes,
  );
  return items.map(({ key, leader, words }, index) => ({
    ...words[language],
    leader,
    minutes: shares[index] ?? 1,
    readership: wholeCircle,
    guest: null,
    standing: key,
  }));
}
