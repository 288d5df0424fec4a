import type { ResourceGroup } from '../groups/domain/resource-group';
import { spanInWords } from '../kernel/in-words';
import { show, type Shown } from '../platform/web/answer';
import { type Fault, faultModel } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import type { Meeting } from './domain/meeting';
import type { Speech } from './meetings.pages';

export interface CancelShown {
  readonly group: ResourceGroup;
  readonly meeting: Meeting;
  readonly faults: readonly Fault[];
}

export function cancelPage({ group, meeting, faults }: CancelShown, { say, language }: Speech): Shown {
  const model = {
    title: say('meetings.cancel.title', { number: meeting.number }),
    caption: group.name,
    back: { text: say('meetings.cancel.back'), href: `/meetings/${meeting.id}` },
    action: `/meetings/${meeting.id}/cancel`,
    errorSummary: faultModel(faults, say).errorSummary,
    meetings: [spanInWords(meeting.span, language)],
    lead: leadOf([meeting], say),
    button: { text: say('meetings.cancel.button'), kind: 'warning' },
  };
  return show('meetings/cancel', model, { status: faults.length > 0 ? 422 : 200 });
}

export function cancelRestPage(group: ResourceGroup, ahead: readonly Meeting[], { say, language }: Speech): Shown {
  return show('meetings/cancel', {
    title: say('meetings.cancelRest.title'),
    caption: group.name,
    back: { text: say('meetings.toAll'), href: `/groups/${group.id}/meetings` },
    action: `/groups/${group.id}/meetings/cancel`,
    meetings: ahead.map(({ span }) => spanInWords(span, language)),
    lead: leadOf(ahead, say),
    button: { text: say('meetings.cancelRest.button', { count: ahead.length }), kind: 'warning' },
  });
}

const leadOf = (meetings: readonly Meeting[], say: Say): string =>
  meetings.some(({ wasCalled }) => wasCalled)
    ? say('meetings.cancel.lead', { count: meetings.length })
    : say('meetings.cancel.nobodyCalled');
