import { framed, type MailLinks, type MailPage } from './mail-page';
import type { Caller, Recipient } from './recipient';
import { toldCaller } from './told';
import type { Say } from './wording';

/** Somebody is asked when it usually suits them; they answer on a page of their own. */
export interface Asking {
  readonly recipient: Recipient;
  readonly caller: Caller;
  readonly links: MailLinks;
}

export interface PatternPage extends MailPage {
  /** How it is answered. */
  readonly how: string;
}

/** Finished strings of the mail, the same on every route: it says neither who else is asked nor for what. */
export function patternPage({ recipient, caller, links }: Asking, say: Say): PatternPage {
  const beneath = { ...links, page: `${links.page}/pattern` };
  return {
    ...framed({ recipient, caller, links: beneath, clock: '', say }),
    subject: say('mail.pattern.subject'),
    intro: say('mail.pattern.intro'),
    how: say('mail.pattern.how'),
    linkLead: say('mail.pattern.link.lead'),
    linkWords: say('mail.pattern.link.words'),
    clock: '',
    whyThisMail: say('mail.pattern.why', { name: toldCaller(caller, recipient.protection) }),
  };
}
