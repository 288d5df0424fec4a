import { type Profile, standingItems } from '../../groups/domain/profile';
import type { Language } from '../../kernel/in-words';
import type { ItemContent } from './agenda-item';
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
): readonly ItemContent[] {
  const items = standingItems(profile, meetingNumber);
  const shares = fitted(
    items.map((item) => item.minutes),
    minutes,
  );
  return items.map(({ leader, words }, index) => ({ ...words[language], leader, minutes: shares[index] ?? 1 }));
}
