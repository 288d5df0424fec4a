import type { CalendarDate } from '../../kernel/calendar-date';
import { shortDayInWords, weekdayInWords } from '../../kernel/in-words';
import { framed, type MailLinks, type MailPage } from './mail-page';
import type { Caller, Recipient } from './recipient';
import type { Say } from './wording';

/** Somebody has promised to do something by a day; what it is, is read on their own page. */
export interface Reminding {
  readonly recipient: Recipient;
  readonly caller: Caller;
  readonly links: MailLinks;
  readonly by: CalendarDate;
  readonly count: number;
}

/** Finished strings of the mail, the same on every route: it says that there is something, and nothing of what. */
export function taskPage({ recipient, caller, links, by, count }: Reminding, say: Say): MailPage {
  const { language } = recipient;
  const day = shortDayInWords(by, language);
  return {
    ...framed({ recipient, caller, links, clock: '', say }),
    subject: say('mail.task.subject', { day }),
    intro: say('mail.task.intro', { count, day: `${weekdayInWords(by, language)} ${day}` }),
    linkLead: say('mail.task.link.lead'),
    linkWords: say('mail.task.link.words'),
    clock: '',
    whyThisMail: say('mail.task.why'),
  };
}
