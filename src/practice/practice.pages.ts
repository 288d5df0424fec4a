import { dayInWords, timeInWords } from '../kernel/in-words';
import { type Answer, show } from '../platform/web/answer';
import type { Asking } from '../platform/web/asking';
import type { Say } from '../platform/web/words';
import type { WaysIn } from './guide.service';
import type { MailInBox } from './mailbox.service';

const mailAddress = '/practice/mail';

export const waysInModel = ({ account, own }: WaysIn, say: Say) => ({
  staff: {
    rows: [
      { key: say('field.email'), value: account.email },
      { key: say('field.password'), value: account.password },
    ],
  },
  own: { rows: [{ key: say('practice.signIn.code'), value: own.code }] },
  link: { text: say('practice.signIn.open'), href: own.address },
  mail: { text: say('practice.mail.title'), href: mailAddress },
});

type Reader = Pick<Asking, 'say' | 'language'> & { readonly zone: string };

/** All mails, person by person. */
export function mailboxPage(mails: readonly MailInBox[], reader: Reader): Answer {
  const { say } = reader;
  const addresses = [...new Set(mails.map(({ toAddress }) => toAddress))].sort();
  return show('practice/mailbox', {
    title: say('practice.mail.title'),
    lead: say('practice.mail.lead', { count: mails.length }),
    back: { text: say('practice.mail.signIn'), href: '/sign-in' },
    people: addresses.map((address) => personModel(mails.filter(({ toAddress }) => toAddress === address))),
  });
}

const personModel = (mails: readonly MailInBox[]) => ({
  name: mails[0]?.toName ?? '',
  address: mails[0]?.toAddress ?? '',
  mails: mails.map(({ id, subject }) => ({ text: subject, href: `${mailAddress}/${id}` })),
});

/** One mail as text, with its calendar entry; its HTML has an address of its own. */
export function mailPage(mail: MailInBox, { say, language, zone }: Reader): Answer {
  const moment = {
    day: dayInWords(mail.sentAt.dayIn(zone), language),
    time: timeInWords(mail.sentAt.timeIn(zone), language),
  };
  return show('practice/mail', {
    title: mail.subject,
    back: { text: say('practice.mail.back'), href: mailAddress },
    head: {
      rows: [
        { key: say('practice.mail.from'), value: mail.from },
        { key: say('practice.mail.to'), value: `${mail.toName} <${mail.toAddress}>` },
        { key: say('practice.mail.when'), value: say('practice.mail.moment', moment) },
      ],
    },
    paragraphs: paragraphsIn(mail.text),
    calendar: mail.calendar.length === 0 ? null : mail.calendar,
    html: { text: say('practice.mail.html'), href: `${mailAddress}/${mail.id}/html` },
    file: { text: say('practice.mail.file'), href: `${mailAddress}/${mail.id}/file` },
  });
}

const paragraphsIn = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split('\n'));
