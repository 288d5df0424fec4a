import { type Answer, show } from '../platform/web/answer';
import type { Say } from '../platform/web/words';
import { reminderDays, type ReminderDays } from './domain/due-calls';
import { callModel, choicesTitle, type OwnPage } from './link-page';
import { promisedName, reminderNames } from './own-choices.forms';
import type { ChosenSoFar } from './own-choices.service';

interface ChoicesPage extends OwnPage, ChosenSoFar {
  readonly isSaved?: boolean;
  /** Of a feed that was just made. */
  readonly address?: string;
}

/** What somebody may choose: reminders for those who get mail, a feed for those who get none. */
export function ownChoicesPage(page: ChoicesPage): Answer {
  const { say, token, year } = page;
  const { comesByMail, caller } = year.link.shown;
  return show(
    'link/choices',
    {
      title: choicesTitle(page),
      saved: page.isSaved === true ? say('choices.saved') : null,
      reminders: comesByMail ? remindersModel(page) : null,
      feed: comesByMail ? null : feedModel(page),
      back: { text: say('link.backToMeetings'), href: `/m/${token}` },
      call: callModel(caller, say),
    },
    { layout: 'link' },
  );
}

function remindersModel({ say, token, reminders }: ChoicesPage) {
  return {
    action: `/m/${token}/choices/reminders`,
    now: [
      say(`choices.reminders.now.${nowKey(reminders.days)}`),
      say(`choices.promised.now.${reminders.tasks ? 'yes' : 'no'}`),
    ].join(' '),
    ticks: {
      id: 'reminders',
      name: 'reminders',
      legend: say('choices.reminders.ask'),
      items: reminderDays.map((days) => ({
        value: reminderNames[days],
        text: say(`choices.reminders.${reminderNames[days]}`),
        checked: reminders.days.includes(days),
      })),
    },
    promised: {
      id: promisedName,
      name: promisedName,
      legend: say('choices.promised.ask'),
      items: [{ value: promisedName, text: say('choices.promised.yes'), checked: reminders.tasks }],
    },
  };
}

function nowKey(reminders: readonly ReminderDays[]): string {
  const [first, second] = reminders;
  if (first === undefined) return 'none';
  return second === undefined ? reminderNames[first] : 'both';
}

function feedModel({ say, token, feed, address }: ChoicesPage) {
  const base = `/m/${token}/choices/calendar`;
  return {
    make: { action: base, text: say(feed === null ? 'choices.feed.make' : 'choices.feed.makeAnother') },
    end: feed === null ? null : { action: `${base}/end` },
    made: address === undefined ? null : madeModel(address, say),
  };
}

// Calendars know by `webcal:` that they are to come back by themselves.
const madeModel = (address: string, say: Say) => ({
  add: { text: say('choices.feed.add'), href: address.replace(/^https?:/, 'webcal:') },
  rows: [{ key: say('choices.feed.address'), value: address }],
});
