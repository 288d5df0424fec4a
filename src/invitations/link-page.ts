import type { Act } from '../answers/domain/act';
import type { Language } from '../kernel/in-words';
import type { Meeting } from '../meetings/domain/meeting';
import type { Say } from '../platform/web/words';
import type { OwnYear } from './domain/own-year';

/** What a page behind a link is written from. */
export interface OwnPage {
  readonly year: OwnYear;
  readonly token: string;
  readonly say: Say;
  readonly language: Language;
}

/** A page that also knows what the link's owner has answered. */
export interface AnsweredPage extends OwnPage {
  readonly acts: readonly Act[];
}

/** The way to a human, on every page behind a link. */
export const callModel = ({ firstName, workPhone }: { firstName: string; workPhone: string }, say: Say) => ({
  text: say('link.callText', { name: firstName }),
  phone: say('link.phone', { phone: workPhone }),
  href: `tel:${workPhone.replace(/[^+\d]/g, '')}`,
});

/** A home is never told behind a link, nor a place that was not marked as public. */
export const placeInWords = ({ form, place, placeIsPublic }: Meeting, say: Say): string =>
  placeIsPublic && form !== 'home' && place !== '' ? place : say('mail.place.asAgreed');
