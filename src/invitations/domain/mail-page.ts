import { Language } from '../../kernel/in-words';
import { plainLine } from './plain-text';
import { Caller, Recipient } from './recipient';
import { toldCaller } from './told';
import { Say } from './wording';

/** Where a mail points: the recipient's own page (empty when they have none any more), and how their details are kept. */
export interface MailLinks {
  readonly page: string;
  readonly privacy?: string;
}

/** Finished strings that every mail shows. */
export interface MailPage {
  readonly language: Language;
  readonly subject: string;
  readonly greeting: string;
  readonly intro: string;
  readonly linkLead: string;
  readonly link: string;
  readonly linkWords: string;
  readonly phoneLead: string;
  readonly phone: string;
  readonly phoneLink: string;
  readonly goodbye: string;
  readonly signature: string;
  readonly clock: string;
  readonly whyThisMail: string;
  readonly privacy: { readonly words: string; readonly link: string } | null;
}

interface Frame {
  readonly recipient: Recipient;
  readonly caller: Caller;
  readonly links: MailLinks;
  readonly clock: string;
  readonly say: Say;
}

/** The greeting, the way to a human and the closing lines, which are the same in every mail. */
export function framed({ recipient, caller, links, clock, say }: Frame): Omit<MailPage, 'subject' | 'intro'> {
  const name = toldCaller(caller, recipient.protection);
  const phone = plainLine(caller.workPhone);
  return {
    language: recipient.language,
    greeting: say('mail.greeting', { name: plainLine(recipient.calledName) }),
    linkLead: say('mail.link.lead'),
    link: links.page,
    linkWords: say('mail.link.words'),
    phoneLead: say('mail.phone.lead', { name }),
    phone,
    phoneLink: `tel:${phone.replace(/[^+\d]/g, '')}`,
    goodbye: say('mail.goodbye'),
    signature: name,
    clock: say('mail.clock', { clock }),
    whyThisMail: say(links.page === '' ? 'mail.why.gone' : 'mail.why', { name }),
    privacy: links.privacy === undefined ? null : { words: say('mail.privacy'), link: links.privacy },
  };
}
