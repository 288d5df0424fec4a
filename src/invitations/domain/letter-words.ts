import { dayInWords, hoursInWords, type Language } from '../../kernel/in-words';
import { isElsewhere } from './appointment';
import type { MeetingNews } from './call-list';
import { toldPlace } from './told';
import { lengthInWords, type Say } from './wording';

/** "Mötet onsdag 14 april 2027 är inställt.": one line for each thing that is new since the last letter. */
export const newsInWords = (news: readonly MeetingNews[], language: Language, say: Say): readonly string[] =>
  news.flatMap((one) => [lineOf(one, language, say), ...placeToo(one, language, say)]);

function lineOf({ meeting: { appointment }, news }: MeetingNews, language: Language, say: Say): string {
  const { span } = appointment;
  const now = { day: dayInWords(span.day, language), hours: hoursInWords(span, language) };
  switch (news.what) {
    case 'new':
      return say('letter.news.new', now);
    case 'off':
      return say(`letter.news.${news.why === 'calledOff' ? 'off' : news.why}`, {
        was: dayInWords(news.was.span.day, language),
      });
    case 'changed': {
      const was = dayInWords(news.was.span.day, language);
      const length = lengthInWords(span.minutes, say);
      return say(`letter.news.${news.difference}`, { ...now, was, length, place: toldPlace(appointment, 'open', say) });
    }
  }
}

/** A new time does not hide a new place. */
function placeToo({ meeting: { appointment }, news }: MeetingNews, language: Language, say: Say): readonly string[] {
  if (news.what !== 'changed' || news.difference === 'place') return [];
  if (!isElsewhere(news.was, appointment, 'open')) return [];
  const [day, place] = [dayInWords(appointment.span.day, language), toldPlace(appointment, 'open', say)];
  return [say('letter.news.place', { day, place })];
}
