import type { Instant } from '../kernel/instant';
import { digest } from '../platform/digest';
import { type Answer, download } from '../platform/web/answer';
import type { Say } from '../platform/web/words';
import type { OwnMeeting, OwnYear } from './domain/own-year';
import type { Fed } from './fed-meetings.service';
import { type FedEvent, feedText } from './ical/feed-text';
import { filedEvent } from './own-year.pages';

interface Fetching {
  readonly say: Say;
  readonly now: Instant;
}

/** The feed as a calendar fetches it. Its version leaves out when it was fetched. */
export function feedFile({ feed, year, meetings }: Fed, { say, now }: Fetching): Answer {
  const events = meetings.map((own) => fedEvent(own, year, say));
  const name = say('feed.name');
  return download({
    body: feedText({ name, events, stamp: now }),
    type: 'text/calendar',
    version: digest(feedText({ name, events, stamp: feed.madeAt })),
  });
}

// Not every calendar shows that a meeting is cancelled, so its headline says so too.
function fedEvent(own: OwnMeeting, year: OwnYear, say: Say): FedEvent {
  const event = filedEvent(own, { year, say });
  return own.meeting.takesTime ? { ...event, isOff: false } : { ...event, summary: say('feed.off'), isOff: true };
}
